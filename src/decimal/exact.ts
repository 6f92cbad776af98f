import { Decimal } from 'decimal.js';

/**
 * Exact decimals: a private copy of decimal.js with room to spare over the 40 digits the language promises.
 * `Decimal.set` is never called on the shared constructor, and `instanceof` never used: there are two of it (ESM, CJS).
 */
export const Exact = Decimal.clone({
  precision: 64,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  minE: -9e15,
  maxE: 9e15,
});
export type Exact = Decimal;

/** Places to which a value is brought before it is rounded or compared. */
const SNAP_PLACES = 24;
/** A value over this size is an error of the pack. */
export const LARGEST = new Exact('1e12');

/** Half away from zero at 24 places, so that `x / 3 * 3` meets its tie and its limit. */
export function snap(value: Exact): Exact {
  return value.decimalPlaces() <= SNAP_PLACES ? value : value.toDecimalPlaces(SNAP_PLACES, Decimal.ROUND_HALF_UP);
}

/** The nearest multiple of `step`, half away from zero. */
export function roundTo(value: Exact, step: Exact): Exact {
  const places = placesMeant(step);
  if (places !== null) return snap(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return snap(snap(value).div(step)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(step);
}

const meant = new WeakMap<Exact, number | null>();

/** A step of 1, 0.1, 0.01 … is a number of places; null for any other. Steps are few and used again and again. */
function placesMeant(step: Exact): number | null {
  let places = meant.get(step);
  if (places === undefined) {
    const text = step.toFixed();
    meant.set(step, (places = /^(1|0\.0*1)$/.test(text) ? placesOf(text) : null));
  }
  return places;
}

/** Shortest text, at most 24 places, never an exponent, never "-0". */
export function plain(value: Exact): string {
  return snap(value).toFixed();
}

/** Decimal places of a rounding step: 2 for 0.01, 0 for 10. */
export function placesOf(step: string): number {
  const dot = step.indexOf('.');
  return dot < 0 ? 0 : step.length - dot - 1;
}

/** Money of a rounding step as text: "662.40"; never "-0.00". */
export function money(value: Exact, places: number): string {
  return value.toFixed(places, Decimal.ROUND_HALF_UP);
}
