import type { Condition } from './condition.js';
import type { Expression, Ref } from './expression.js';
import type { Span } from './facts.js';
import type { MonthIndex, Valid } from './value.js';

export type Group = 'fixed' | 'living' | 'reserve';

/** One good or service in a need. Its month = price × quantity / lasts, or price × quantity × timesAYear / 12. */
export interface Item {
  readonly id: string;
  readonly valid: Valid;
  readonly when: Condition | null;
  readonly price: Expression;
  readonly quantity: Expression;
  /** In months; null where `timesAYear` is given. */
  readonly lasts: Expression | null;
  /** `per: day | week | month | year` as 365, 52, 12, 1 of the calendar. */
  readonly timesAYear: string | null;
  /** Month of the price; the start of its index. */
  readonly priced: MonthIndex | null;
}

/** A line of the budget. Order: amount or items → index → months → presence → effects → one rounding. */
export interface Need {
  readonly id: string;
  readonly basket: string;
  readonly valid: Valid;
  readonly for: 'person' | 'household';
  readonly when: Condition | null;
  readonly pays: Group;
  /** null for a household need. */
  readonly presence: 'scales' | 'full' | null;
  /** Id of the series, or null. */
  readonly index: string | null;
  /** Start of the index of an amount. */
  readonly priced: MonthIndex | null;
  /** The monthly amount is paid so many times a year; null = 12. */
  readonly months: string | null;
  readonly optional: boolean;
  readonly credit: boolean;
  readonly mayLower: boolean;
  readonly tags: readonly string[];
  /** A month. Exactly one of `amount` and `items` is not null. */
  readonly amount: Expression | null;
  readonly items: readonly Item[] | null;
  /** Named parts (a table's `gives`), each already a month; their sum is the name `parts`. */
  readonly parts: readonly { readonly id: string; readonly value: Expression }[] | null;
}

export type Verb = 'leave-out' | 'scale' | 'increase' | 'at-least' | 'at-most';
/** The order in which effects work on a line. */
export const VERBS: readonly Verb[] = ['leave-out', 'scale', 'increase', 'at-least', 'at-most'];

export interface Adjustment {
  readonly id: string;
  readonly valid: Valid;
  readonly for: 'person' | 'household';
  readonly when: Condition | null;
  /** Ids of the needs it works on. */
  readonly on: readonly string[];
  /** `by` is null for leave-out; a factor for scale; an amount a month for the others. At most one a verb, in the order of VERBS. */
  readonly effects: readonly { readonly verb: Verb; readonly by: Expression | null }[];
  readonly mayLower: boolean;
}

/** A cost really paid. */
export interface Bill {
  readonly id: string;
  readonly valid: Valid;
  readonly for: 'person' | 'household';
  /** Needs whose lines it stands in for. */
  readonly replaces: readonly string[];
  readonly take: 'bill' | 'larger' | 'smaller' | 'reference';
  /** A month, while nobody said; only where formulas read the bill. */
  readonly assume: Expression | null;
  /** A month outside is unusual: a warning. */
  readonly plausible: Span | null;
  /** `what-if: follows`. */
  readonly follows: boolean;
}

export interface Income {
  readonly id: string;
  readonly valid: Valid;
  readonly for: 'person' | 'household';
  readonly tags: readonly string[];
  /** Over `amount` (the month, unrounded). `all` is the name `amount`, `none` the number 0. */
  readonly counts: Expression;
  readonly plausible: Span | null;
  /** Few households have it: a dialogue shows it on demand. */
  readonly rare: boolean;
}

export interface Total {
  readonly id: string;
  readonly valid: Valid;
  readonly of: readonly string[];
  readonly column: 'reference' | 'need';
}

export interface Figure {
  readonly id: string;
  readonly valid: Valid;
  readonly scope: 'person' | 'household';
  readonly unit: string | null;
  readonly value: Expression;
}

export interface Notice {
  readonly id: string;
  readonly valid: Valid;
  readonly scope: 'person' | 'household';
  readonly when: Condition;
  /** It says that an answer may be wrong: a dialogue offers last what would make it hold. */
  readonly doubts: boolean;
}

/** What a lever or a setting may change. */
export type Target = Extract<Ref, { of: 'fact' | 'income' | 'bill' }>;

export interface Lever {
  readonly id: string;
  readonly valid: Valid;
  readonly for: 'person' | 'household';
  readonly has: Condition | null;
  readonly when: Condition | null;
  /** Whose facts a household lever changes; null = everybody's. */
  readonly who: Condition | null;
  /** Read in the run before. Incomes and bills: a month. */
  readonly assume: readonly { readonly target: Target; readonly value: Expression }[];
  readonly once: Expression | null;
}

export interface Policy {
  readonly id: string;
  readonly valid: Valid;
  /** Ids of the optional needs that count here. */
  readonly counts: readonly string[];
  readonly settings: readonly { readonly fact: string; readonly value: Expression }[];
  /** Ids without the policy's own: `rent-ceiling`. */
  readonly adjustments: readonly Adjustment[];
  readonly aid: {
    readonly pays: Expression;
    readonly minimum: Expression | null;
    readonly months: number | null;
    readonly once: Expression | null;
  } | null;
}
