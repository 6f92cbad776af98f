import type { Exact } from '../../decimal/exact.js';

/**
 * How many decimal places an exact value has at most. Where that is known, a double with its bound often leaves one
 * decimal only, and that is the exact value: nobody need work it out from what it follows from.
 */
export interface DecimalPlaces {
  readonly most: number;
  /** True where that rests on what was said: it holds while nothing finer is said than `SAID` places. */
  readonly said: boolean;
}

/** Amounts are said in cents, hourly wages and shares a little finer. */
export const SAID = 4;
/** A double tells decimals of so many digits apart, and shows each by its own text. */
export const DIGITS = 15;

export const AS_SAID: DecimalPlaces = { most: SAID, said: true };

/** So many places, whatever is said: few objects for the thousands of numbers of a pack. */
const OF_PACK: readonly DecimalPlaces[] = Array.from({ length: DIGITS + 1 }, (_, most) => ({ most, said: false }));
export const WHOLE = OF_PACK[0]!;

/** Null where there are too many, or it is no number at all (a share of 0). */
const known = (most: number, said: boolean): DecimalPlaces | null =>
  most <= DIGITS ? (said ? { most, said } : OF_PACK[most]!) : null;

export const placesOf = (value: Exact): DecimalPlaces | null => known(value.decimalPlaces(), false);
/** The same of a number as the files write it. */
export const placesWritten = (text: string): DecimalPlaces | null => known(placesSaid(text), false);

/** What is added up, compared or chosen has no more places than its finest part. */
export function finest(parts: readonly (DecimalPlaces | null)[]): DecimalPlaces | null {
  let most = 0;
  let said = false;
  for (const part of parts) {
    if (part === null) return null;
    most = Math.max(most, part.most);
    said ||= part.said;
  }
  return known(most, said);
}

/** A product has those of both factors together. */
export function ofProduct(left: DecimalPlaces | null, right: DecimalPlaces | null): DecimalPlaces | null {
  return left === null || right === null ? null : known(left.most + right.most, left.said || right.said);
}

/** How many places what is said has. */
export function placesSaid(text: string): number {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}
