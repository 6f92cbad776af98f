import { SLACK, ULP } from '../bounds.js';

/** Whole results of whole operands are exact while they stay below 2^53; other doubles never have the bound 0. */
const SAFE = 2 ** 53;

/** The bound of a sum `r` to which `term` was added. */
function boundOf(r: number, term: number, carried: number): number {
  return carried === 0 && Math.floor(r) === r && Math.abs(r) < SAFE
    ? 0
    : carried * SLACK + (Math.abs(term) + Math.abs(r)) * ULP;
}

/** Adds a number times a constant to what is there: everywhere, or where a condition holds. */
export function addTerm(
  v: Float64Array,
  e: Float64Array,
  when: Uint8Array | null,
  x: Float64Array,
  xe: Float64Array,
  by: number,
  byError: number,
  n: number,
): void {
  const size = Math.abs(by) + byError;
  for (let i = 0; i < n; i++) {
    if (when !== null && when[i] !== 2) continue;
    const a = x[i]!;
    const term = a * by;
    const r = v[i]! + term;
    v[i] = r;
    e[i] = boundOf(r, term, e[i]! + Math.abs(a) * byError + size * xe[i]!);
  }
}

/** Adds a constant where a condition holds. */
export function addWhere(
  v: Float64Array,
  e: Float64Array,
  when: Uint8Array,
  by: number,
  byError: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    if (when[i] !== 2) continue;
    const r = v[i]! + by;
    v[i] = r;
    e[i] = boundOf(r, by, e[i]! + byError);
  }
}
