import { Exact } from '../decimal/exact.js';

/** "1314.20", "50%", "7 months", "320 EUR/year" as a number and its unit; null for words. */
export interface Quantity {
  readonly number: Exact;
  readonly unit: string | null;
}

export function quantityOf(text: string): Quantity | null {
  const match = /^(-?\d+(?:\.\d+)?)(%)?(?: (\S+))?$/.exec(text.trim());
  if (match === null) return null;
  const number = new Exact(match[1] ?? '0');
  return { number: match[2] === undefined ? number : number.div(100), unit: match[3] ?? null };
}

/** Equal numbers whose units do not contradict one another. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  const plain = (unit: string | null): string | null => unit?.replace(/^(year|month)$/, '$1s') ?? null;
  return a.unit === null || b.unit === null || plain(a.unit) === plain(b.unit);
}
