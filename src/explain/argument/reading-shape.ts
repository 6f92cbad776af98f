import type { Truth } from '../../model/value.js';
import type { Reason } from './reasons/reason-shape.js';

/** A value with its unit, "" where it has none: "11" and "years", "87.36" and "EUR/month". */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** One end of what a test asks. `name` where the limit is a name of the pack; its value is null while it has none. */
export interface Bound {
  readonly is: 'from' | 'to' | 'above' | 'below';
  readonly limit: Quantity | null;
  readonly name: string | null;
}

/** What a test asks: one of some words or numbers, or to lie within bounds; `not` turns it round. */
export type Needed =
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly not: boolean }
  | { readonly kind: 'bounds'; readonly bounds: readonly Bound[]; readonly not: boolean };

/** A test of a condition as words need it. */
export interface Reading {
  /** Name that is tested, as the files write it. */
  readonly name: string;
  readonly person: string | null;
  readonly value: string | null;
  readonly unit: string;
  readonly holds: Truth;
  readonly decisive: boolean;
  /** As the files write it: `18..`, `below isp.month`. */
  readonly written: string;
  /** Null where the model has no such test. */
  readonly needed: Needed | null;
  /** How far the value is from passing, and the limit it missed; null where there is no distance. */
  readonly far: {
    readonly distance: Quantity;
    readonly direction: 'short' | 'over';
    readonly limit: Quantity;
  } | null;
  /** Facts and incomes to ask, each with its person, while it is undecided. */
  readonly questions: readonly string[];
  /** Why a derived name has this value; empty for what was said. */
  readonly because: readonly Reason[];
}
