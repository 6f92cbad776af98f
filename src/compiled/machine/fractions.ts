import type { Paid } from '../../household/household.js';

/** A fraction of two whole doubles, n / d with d > 0. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

const LIMIT = 2 ** 53;

/** A short plain decimal as a fraction of whole numbers; null when it has too many digits for that. */
export function fractionOf(text: string): Fraction | null {
  if (text.length > 15) return null;
  const dot = text.indexOf('.');
  if (dot < 0) return { n: Number(text), d: 1 };
  return { n: Number(text.slice(0, dot) + text.slice(dot + 1)), d: 10 ** (text.length - dot - 1) };
}

/** What is paid a month, exactly: amount × times a year / 12; null where it does not fit. */
export function monthFraction(paid: Paid, times: string): Fraction | null {
  const amount = fractionOf(paid.amount);
  const often = fractionOf(times);
  if (amount === null || often === null || amount.n < 0) return null;
  const n = often.d === 1 && often.n === 12 ? amount.n : amount.n * often.n;
  const d = often.d === 1 && often.n === 12 ? amount.d : amount.d * often.d * 12;
  return n < LIMIT && d < LIMIT ? { n, d } : null;
}

/** Whether a fraction is a decimal of so few places; no where that takes more digits than a double has. */
export function endsWithin({ n, d }: Fraction, places: number): boolean {
  const units = n * 10 ** places;
  return units < LIMIT && units % d === 0;
}

/** A fraction times whole numbers, where it stays whole and exact. */
export function scaled({ n, d }: Fraction, times: number, over: number): Fraction | null {
  return n * times < LIMIT && d * over < LIMIT ? { n: n * times, d: d * over } : null;
}

/** The nearest whole number, half upwards; the fraction is not below 0. */
export function nearest({ n, d }: Fraction): number {
  const down = Math.floor(n / d);
  const rest = n - down * d;
  return rest * 2 >= d ? down + 1 : down;
}
