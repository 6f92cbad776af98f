import { Exact, placesOf } from '../decimal/exact.js';
import type { Money } from '../model/value.js';
import type { Moved } from './shapes.js';

/** Sums and differences of money as text, in the places of both: exact. */
export function difference(right: Money, left: Money): Money {
  return print(new Exact(right).minus(left), Math.max(placesOf(left), placesOf(right)));
}

export function sum(amounts: readonly Money[], places: number): Money {
  return print(
    amounts.reduce((total, amount) => total.plus(amount), new Exact(0)),
    places,
  );
}

export function negated(amount: Money): Money {
  return print(new Exact(amount).negated(), placesOf(amount));
}

export function moved(left: Money, right: Money): Moved {
  return { left, right, change: difference(right, left) };
}

/** Largest in size first; equal ones stay in their order. */
export function bySize<T extends { readonly effect: Money }>(list: readonly T[]): T[] {
  const sized = list.map((one) => ({ one, size: new Exact(one.effect).abs() }));
  return sized.sort((a, b) => b.size.comparedTo(a.size)).map(({ one }) => one);
}

export function print(value: Exact, places: number): Money {
  return value.isZero() ? new Exact(0).toFixed(places) : value.toFixed(places);
}
