/**
 * Doubles with a proven bound: a value v with bound e says that the exact value lies within e of v.
 *
 * A double operation rounds by at most 2^-53 of its result. Each kernel adds `ULP` = 2^-52 of the result, twice what is
 * needed; the spare half, and `SLACK` on the terms carried over, cover the rounding of the bound's own few additions.
 * Whole results below 2^53 of whole operands are exact and keep bound 0. A value that cannot be had (a division by 0, a
 * table's `none`) has the bound NaN: it is never far enough from anything, so whoever uses it asks the exact reader, and
 * whoever does not use it is not disturbed.
 */
export const ULP = 2 ** -52;
export const SLACK = 1 + 2 ** -49;
/** Snapping to 24 places moves a value by less than this. */
export const SNAP = 1e-23;
/** Values of this size are looked at exactly, and refused there. */
export const LARGE = 9.99e11;

/** The bound of a decimal read as a double: 0 where the double is exact. */
export function literalBound(text: string, value: number): number {
  return Number.isInteger(value) && text.length <= 15 ? 0 : Math.abs(value) * ULP;
}

/** Whole results of whole operands are exact while they stay below 2^53; other doubles never have the bound 0. */
export const SAFE = 2 ** 53;

/** The bound of a result, given the bounds carried over from its operands. */
export function boundOf(result: number, carried: number): number {
  return carried === 0 && Math.floor(result) === result && Math.abs(result) < SAFE
    ? 0
    : carried * SLACK + Math.abs(result) * ULP;
}
