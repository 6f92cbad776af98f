import { didYouMean } from '../model/near.js';
import { refuse, type Findings, type Path } from './findings.js';
import { shorten } from './scalars.js';

/** The keys of a household's frame, as its input has them in order; the facts of a pack stand beside them. */
export const HOUSEHOLD_KEYS = [
  'month',
  'persons',
  'others',
  'dwelling',
  'household',
  'incomes',
  'incomes-complete',
  'bills',
  'overrides',
  'about',
] as const;
export const PERSON_KEYS = ['id', 'role', 'age', 'born'] as const;
export const INCOME_KEYS = ['of', 'kind', 'amount', 'times'] as const;
export const OVERRIDE_KEYS = ['line', 'name', 'amount', 'is', 'reason', 'by'] as const;

/** Refuses each key of a map that is none of these; `hintFor` may know better what was meant. */
export function refuseOtherKeys(
  map: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  of: string,
  path: Path,
  findings: Findings,
  hintFor?: (map: Readonly<Record<string, unknown>>, key: string) => string | null,
): void {
  for (const key of Object.keys(map)) {
    if (keys.includes(key)) continue;
    const hint = hintFor?.(map, key) ?? didYouMean(key, keys);
    refuse(findings, 'unknown-key', [...path, key], `"${shorten(key)}" is no part of ${of}`, hint);
  }
}
