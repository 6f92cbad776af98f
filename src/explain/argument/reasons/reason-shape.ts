import type { LineItem } from '../../../model/evaluation.js';
import type { FactNode, BillNode, AggregateNode } from '../../../model/trace.js';
import type { Truth } from '../../../model/value.js';
import type { Named } from '../named.js';
import type { Needed, Quantity } from '../reading-shape.js';
import type { AidRule } from './rule-shape.js';

/** The rest of a list that is not told one by one: how many, and what they come to. */
export interface Others {
  readonly count: number;
  readonly amount: string;
}

/** A part of a sum: the id of a node, or `basket/food`; and, of a sum of sums, what it consists of in turn. */
export interface Part {
  readonly of: string;
  readonly amount: string;
  readonly minus: boolean;
  readonly reasons: readonly Reason[];
}

/** One reason for a value. The first of a list decides most. */
export type Reason =
  /** Set by hand: what it would be, why, and by whom. `money` tells amounts from words. */
  | {
      readonly kind: 'override';
      readonly computed: string | null;
      readonly money: boolean;
      readonly reason: string;
      readonly by: string;
    }
  /** A cost really paid; `used` is false where the reference counts all the same. */
  | { readonly kind: 'bill'; readonly used: boolean; readonly paid: string; readonly reference: string }
  /** Adjustments that took a line away, each the id of its reason (`food.diet@tom`). */
  | { readonly kind: 'left-out'; readonly by: readonly string[] }
  /** A condition, and the tests that make it what it is. */
  | { readonly kind: 'tests'; readonly holds: Truth; readonly tests: readonly Reading[] }
  /** The case that held, counted from 0; null: the last, `otherwise`. `of` is the id whose texts say why. */
  | {
      readonly kind: 'case';
      readonly of: string;
      readonly person: string | null;
      readonly number: number | null;
      readonly tests: readonly Reading[];
    }
  /** What a formula, a table or an amount was computed from. */
  | { readonly kind: 'from'; readonly values: readonly Named[] }
  /** Members that were counted or looked at, with what each has. */
  | { readonly kind: 'members'; readonly of: AggregateNode['of']; readonly values: readonly Named[] }
  /** Things bought: the largest by the month, then the others together. `need` is the id whose texts name them. */
  | {
      readonly kind: 'items';
      readonly need: string;
      readonly count: number;
      readonly largest: readonly LineItem[];
      readonly others: Others | null;
    }
  /** Parts of a sum, the largest first, then the others together; `minus` is subtracted. */
  | {
      readonly kind: 'parts';
      readonly parts: readonly Part[];
      readonly others: Others | null;
    }
  /** A step that changed the amount: prices brought to the month, months paid, days at home. `by` is a factor. */
  | { readonly kind: 'factor'; readonly step: 'index' | 'months' | 'presence'; readonly by: string }
  /** An adjustment: a factor, or an amount a month. `by` is empty where the pack names no reason. */
  | { readonly kind: 'adjusted'; readonly verb: string; readonly amount: string; readonly by: readonly string[] }
  /** Who said it. */
  | { readonly kind: 'origin'; readonly origin: FactNode['origin'] | BillNode['origin'] }
  /** Nobody said yet what it rests on: counted as 0. */
  | { readonly kind: 'open' }
  /** An income: what comes in, and what of it counts. */
  | { readonly kind: 'counted'; readonly given: string; readonly counted: string; readonly exempt: string }
  /** What a lever would bring alone. */
  | { readonly kind: 'gain'; readonly month: string; readonly once: string }
  /** A proposal of a policy, step by step. */
  | {
      readonly kind: 'aid';
      readonly steps: readonly {
        readonly step: string;
        readonly by: Quantity | null;
        readonly amount: string;
        /** Of what is paid: how much of the gap it is. */
        readonly share: string | null;
      }[];
    }
  /** The formulas behind such a proposal, and for how many months it is made. */
  | { readonly kind: 'rule'; readonly of: AidRule; readonly months: number | null };

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
