import type { Context } from '../context.js';
import type { Expectation } from '../linked.js';
import { decimalText } from '../values/literal.js';
import { isList, isScalar, placeOf, type Raw } from '../reading/tree.js';

/** One expectation: `1374.38`, `69 ± 0.5`, a word, or a list of ids. Whether a budget has the name is checked later. */
export function expectation(key: string, raw: Raw, place: Expectation['place'], context: Context): Expectation[] {
  const list = ['fired', 'not-fired', 'open'].includes(key);
  if (isList(raw)) {
    if (list && raw.every(isScalar)) return [{ key, place, value: raw.map((entry) => entry.text), tolerance: null }];
    context.report.error(
      'wrong-value',
      placeOf(raw),
      `${key}: expected one value`,
      'Lists go with fired, not-fired, open.',
    );
    return [];
  }
  if (!isScalar(raw) || list) {
    context.report.error(
      'wrong-value',
      placeOf(raw),
      `${key}: expected ${list ? 'a list of ids' : 'one value'}`,
      list ? 'Write [clothing.coat].' : 'Write 1374.38.',
    );
    return [];
  }
  const [value, tolerance] = raw.text.split(/\s*±\s*/);
  if (tolerance !== undefined && (decimalText(tolerance) === null || decimalText(value ?? '') === null)) {
    context.report.error(
      'wrong-value',
      raw.place,
      `${key}: ${raw.text} is no number with a tolerance`,
      'Write 817 ± 5.',
    );
    return [];
  }
  return [{ key, place, value: value ?? '', tolerance: tolerance ?? null }];
}
