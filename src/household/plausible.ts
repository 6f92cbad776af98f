import type { Span } from '../model/facts.js';
import { within } from './facts.js';
import type { Findings, Path } from './findings.js';
import type { Paid } from './household.js';

const TIMES: Record<Paid['period'], number> = { day: 365, week: 52, month: 12, year: 1 };

/** Warns of an income or a bill whose month lies outside of what the pack calls plausible; `times` = so often a year. */
export function warnIfImplausible(
  { id, plausible }: { readonly id: string; readonly plausible: Span | null },
  paid: Paid,
  times: string | null,
  path: Path,
  findings: Findings,
): void {
  if (plausible === null) return;
  const month = (Number(paid.amount) * (times === null ? TIMES[paid.period] : Number(times))) / 12;
  if (!within(String(month), plausible)) findings.warnings.push({ code: 'implausible', names: [id], path });
}
