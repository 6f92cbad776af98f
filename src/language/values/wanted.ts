import type { Unit } from './unit.js';

/** What a value must be where it stands. */
export type Wanted =
  /** An amount of the currency per period, made a month. */
  | { readonly kind: 'month' }
  /** A duration, made months. */
  | { readonly kind: 'duration' }
  /** A number of this unit; a bare number has it. */
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** One of these words. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A month, of a fact that is a date. */
  | { readonly kind: 'date' }
  /** Anything that has a value. */
  | { readonly kind: 'any'; readonly words: readonly string[] };
