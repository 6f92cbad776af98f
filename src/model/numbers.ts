import type { Expression, NumberExpression, Ref } from './expression.js';
import type { MonthIndex, Provenance, Valid, ValueType } from './value.js';

/** A dated value; an entry holds from its month until the next. `from: null` = always. */
export interface Parameter {
  readonly id: string;
  readonly valid: Valid;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly values: readonly { readonly from: MonthIndex | null; readonly value: NumberExpression }[];
}

/** A monthly index; a month past the end uses the last one. */
export interface Series {
  readonly id: string;
  readonly valid: Valid;
  readonly base: string | null;
  readonly first: MonthIndex;
  /** One value a month from `first`, null where the file has none. */
  readonly months: readonly (string | null)[];
  readonly from: Provenance;
}

export type Hit = 'unique' | 'first' | 'lowest' | 'highest' | 'sum' | 'slices';

/** `unknown: true` on a cell: an unknown value fits. `none` fits only `any`. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly unknown: boolean }
  | { readonly kind: 'band'; readonly from: string | null; readonly below: string | null };

export interface Row {
  /** One a `by`. Ages in months; months as month index. */
  readonly cells: readonly Cell[];
  /** One a `gives`; null = `none`: reaching it is an error. */
  readonly results: readonly (Expression | null)[];
}

/**
 * A table. `beyond` and paired lists are already written out as rows; `uprate` as numbers.
 * A row's position is its number in the trace, counted from 0.
 */
export interface Table {
  readonly id: string;
  readonly valid: Valid;
  readonly scope: 'person' | 'household';
  readonly type: ValueType;
  readonly unit: string | null;
  readonly by: readonly Ref[];
  /** Value type of each `by`. */
  readonly keys: readonly ValueType[];
  /** Names of the results; one empty name when the table gives one. */
  readonly gives: readonly string[];
  readonly hit: Hit;
  readonly mayLower: boolean;
  readonly editions: readonly { readonly from: MonthIndex | null; readonly rows: readonly Row[] }[];
}
