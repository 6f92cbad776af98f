import type { Batch } from './batch.js';
import type { DecimalPlaces } from './decimal-places.js';
import type { Num } from './nums.js';

/** Persons (members and others) or households: what the rows of a column are. */
export type Rows = 'person' | 'household';

/** No number at all. */
export const NO_STATUS = -1;
/** Strength as a number: -1 none, 0 given … 4 assumption; known beforehand, or read from the row. */
export type StatusOf = number | ((batch: Batch, row: number) => number);

interface Base {
  /** Place among all slots. */
  readonly id: number;
  readonly rows: Rows;
  /** Place among the columns of its kind; -1 = none yet (a constant nobody computes with). */
  column: number;
  readonly reads: readonly Slot[];
}

/** Codes 0 no, 1 undecided, 2 yes: Kleene's `and` is the smaller, `or` the larger. */
export interface TruthSlot extends Base {
  readonly kind: 'truth';
  readonly mayBeUndecided: boolean;
  /** Throws what was swallowed when a value could not be had. */
  readonly probe: ((batch: Batch, row: number) => void) | null;
}

/** Codes of interned words; 0 unknown, 1 none. */
export interface WordSlot extends Base {
  readonly kind: 'word';
  readonly mayBeUnknown: boolean;
  readonly probe: ((batch: Batch, row: number) => void) | null;
}

/** A double with its bound and state. */
export interface NumberSlot extends Base {
  readonly kind: 'number';
  /** False: always known, so no state is kept. */
  readonly stateful: boolean;
  /** Its state may be `UNKNOWN`: the facts behind it may leave it without value. */
  readonly mayBeUnknown: boolean;
  /** Whole doubles below 2^53: the bound is 0. */
  readonly whole: boolean;
  /** How fine its exact value is; null where that is not known. */
  readonly places: DecimalPlaces | null;
  /** A step of the program fills its column; false where other steps do without it, or it was made for a trace. */
  filled: boolean;
  readonly constant: Num | null;
  /** As the files write it, where it is a literal. */
  readonly written: string | null;
  readonly status: StatusOf;
  /**
   * What the exact value of a row follows from, its state and its status too, in the same row (or that of the row's
   * household): where all that is equal and no worker judged otherwise, so are they. Null where they follow from something
   * else: what was said, other persons.
   */
  readonly follows: readonly Slot[] | null;
  /** The exact value of one row; `none` and open are 0. */
  readonly exact: (batch: Batch, row: number) => Num;
}

/** Which rows of a table fit: the number of a hit set. */
export interface IndexSlot extends Base {
  readonly kind: 'index';
  /** A key may be unknown where a row fits all the same: an assumption to tell. */
  readonly fitsUnknown: boolean;
}

export type Slot = TruthSlot | WordSlot | NumberSlot | IndexSlot;

export const NO = 0;
export const UNDECIDED = 1;
export const YES = 2;

export const WORD_UNKNOWN = 0;
export const WORD_NONE = 1;
export const WORD_NO = 2;
export const WORD_YES = 3;

/** States of a number. */
export const KNOWN = 0;
export const NONE = 1;
export const OPEN = 2;
export const UNKNOWN = 3;

/** Fills columns for the rows at hand. */
export type Run = () => void;
