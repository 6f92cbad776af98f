import type { MonthIndex } from '../model/value.js';

/**
 * A fact as said, typed but not computed with: a word ("yes", "north"), or a number as plain decimal ("0.5" for 50%),
 * or a date "2019-03-02". null = said to be unknown, or not said.
 */
export type Said = string | null;

/** An age in completed years, or a birth date. Evaluators turn either into months. */
export type AgeSaid = { readonly years: number } | { readonly born: string };

/** A member of the budget or one of the others under the roof. */
export interface Person {
  readonly id: string;
  readonly age: AgeSaid;
  /** Full fact id (`person.sex`) → what was said. Only what was said is a key; `person.role` always is. */
  readonly facts: Readonly<Record<string, Said>>;
}

/** An amount as said: plain decimal and its period; `times` a year only where given (13.92). */
export interface Paid {
  readonly amount: string;
  readonly period: 'day' | 'week' | 'month' | 'year';
}

export interface IncomeSaid extends Paid {
  readonly kind: string;
  /** Index into `persons` (members first, then others), null = the household's own. */
  readonly of: number | null;
  readonly times: string | null;
}

export interface BillSaid extends Paid {
  readonly bill: string;
  readonly of: number | null;
}

/** A worker's judgement on a line (`line` set) or a name (`name` set); `of` as for incomes. */
export interface OverrideSaid {
  readonly line: string | null;
  readonly name: string | null;
  readonly of: number | null;
  /** A line's amount. */
  readonly paid: Paid | null;
  /** A name's value, as `Said`. */
  readonly is: Said;
  readonly reason: string;
  readonly by: string;
}

/** A household read against a model: everything typed, nothing added up, no default filled in. */
export interface Household {
  readonly month: MonthIndex;
  /** Members first, then others. */
  readonly persons: readonly Person[];
  /** How many of `persons` are members of the budget. */
  readonly members: number;
  /** Facts of household, dwelling and (never) local by full id. */
  readonly facts: Readonly<Record<string, Said>>;
  readonly incomes: readonly IncomeSaid[];
  /** False: a kind that is not listed is open. True: it is 0. */
  readonly incomesComplete: boolean;
  readonly bills: readonly BillSaid[];
  readonly overrides: readonly OverrideSaid[];
  /** The document's `input`: amounts as text, keys in order, defaults not filled in. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Renamed facts, implausible values, a child older than its parent. */
  readonly warnings: readonly {
    readonly code: string;
    readonly names: readonly string[];
    readonly path: readonly (string | number)[];
  }[];
}
