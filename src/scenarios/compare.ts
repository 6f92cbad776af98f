import { Exact, plain } from '../decimal/exact.js';
import type { Expectation } from '../language/linked.js';
import type { Found } from './found.js';
import { quantityOf, sameUnit } from './quantity.js';

/** Whether what was found is what was expected; a known difference must be exactly the one that is known. */
export function matches(
  expected: string,
  found: Found,
  tolerance: string | null,
  knownDifference: string | null,
): boolean {
  if (found.text === null) return expected === 'unknown' || expected === 'none';
  const wanted = quantityOf(expected);
  const candidates = [found.text, ...(found.also ?? [])].map(quantityOf);
  if (wanted === null) return expected === found.text;
  return candidates.some((got) => {
    if (got === null || !sameUnit(wanted, got)) return false;
    const difference = got.number.sub(wanted.number);
    if (knownDifference !== null) return difference.eq(knownDifference);
    return tolerance === null ? difference.isZero() : difference.abs().lte(tolerance);
  });
}

/** The expectation as text: `191 ± 1`, `190 (known difference 1.10)`. */
export function expectedText(expectation: Expectation, knownDifference: string | null): string {
  const value = typeof expectation.value === 'string' ? expectation.value : `[${expectation.value.join(', ')}]`;
  const tolerance = expectation.tolerance === null ? '' : ` ± ${expectation.tolerance}`;
  return `${value}${tolerance}${knownDifference === null ? '' : ` (known difference ${plain(new Exact(knownDifference))})`}`;
}
