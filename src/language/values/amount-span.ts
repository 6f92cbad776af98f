import type { Span } from '../../model/facts.js';
import type { Report } from '../report.js';
import { isProblem, parseBand } from './band.js';
import type { Scalar } from '../reading/tree.js';

/** The span of an amount a month (`plausible: 0..<6000`); null = none is written, undefined after a finding. */
export function amountSpan(raw: Scalar | undefined, report: Report): Span | null | undefined {
  if (raw === undefined) return null;
  const span = parseBand(raw.text, 'amount');
  if (!isProblem(span)) return span;
  report.error('bad-band', raw.place, span.problem, span.hint);
  return undefined;
}
