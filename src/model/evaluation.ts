import type { Levers } from './lever-lines.js';
import type { Group } from './needs.js';
import type { Money, Plain, Status } from './value.js';
import type { TraceNode } from './trace.js';

/** An income of one owner, a month. `given` comes in, `counted` of it counts, `exempt` is the rest. */
export interface IncomeLine {
  /** `wage@anna`. */
  readonly id: string;
  readonly kind: string;
  /** Member id, or `household`. */
  readonly of: string;
  readonly given: Money;
  readonly counted: Money;
  readonly exempt: Money;
  /** Nobody said whether there is such an income. */
  readonly open: boolean;
  /** Id of its node in the trace; so are all `node`s. */
  readonly node: string;
}

/** A good or service in a line: `price` × `quantity` over how long it `lasts`. */
export interface LineItem {
  readonly id: string;
  /** A month, indexed. */
  readonly month: Plain;
  readonly price: Plain;
  /** Month of the price, `2024-06`. */
  readonly priced: string | null;
  readonly quantity: Plain;
  /** "36 months", or "52 a year". */
  readonly lasts: string;
  readonly status: { readonly price: Status; readonly quantity: Status; readonly lasts: Status };
}

/** A line of the budget, a month: what the pack holds to be needed (`reference`), and what counts of it (`need`). */
export interface NeedLine {
  /** `food.daily@tom`, `housing.rent`. */
  readonly id: string;
  readonly basket: string;
  /** Member id, or `household`. */
  readonly for: string;
  readonly group: Group;
  /** Shown, and in no sum. */
  readonly optional: boolean;
  /** Subtracted wherever lines are summed. */
  readonly credit: boolean;
  readonly reference: Money;
  /** This line's part of a bill, also where `take` chose the reference; null without a bill. */
  readonly paid: Money | null;
  readonly need: Money;
  readonly year: { readonly reference: Money; readonly need: Money };
  /** What the need rests on. */
  readonly basis: 'reference' | 'bill' | 'override';
  readonly override: { readonly computed: Money; readonly reason: string; readonly by: string } | null;
  readonly status: { readonly reference: Status; readonly need: Status };
  /** No price (or number of the amount) of the reference is an assumption. */
  readonly priceSourced: boolean;
  readonly node: string;
  readonly items?: readonly LineItem[];
  readonly parts?: readonly { readonly id: string; readonly month: Plain }[];
}

/** Two columns of a sum. */
export interface Pair {
  readonly reference: Money;
  readonly need: Money;
}

/** All lines, and their sums a month: by basket, by group, what each person and the household need, and of the whole. */
export interface Needs {
  readonly lines: readonly NeedLine[];
  /** Every basket of the pack that has a line. */
  readonly baskets: readonly ({ readonly id: string } & Pair)[];
  readonly groups: Readonly<Record<Group, Pair>>;
  readonly persons: Readonly<Record<string, Money>>;
  readonly household: Money;
  readonly reference: Money;
  readonly need: Money;
  readonly year: Pair;
}

/** A total of lines, or a figure that the pack computes from the sums. */
export interface FigureLine {
  readonly id: string;
  readonly kind: 'total' | 'figure';
  /** Totals: money. Figures: plain. null = open. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly node: string;
}

/** What a policy makes of the budget: its `need`, the `gap` to the income, what it `pays` a month and what is `left`; `once` comes once. */
export interface Aid {
  /** Lines whose aid column differs from the need, or on which a policy's adjustment worked. */
  readonly lines: readonly {
    readonly id: string;
    readonly need: Money;
    readonly aid: Money;
    readonly by: readonly string[];
  }[];
  readonly optionalCounted: readonly { readonly id: string; readonly need: Money; readonly aid: Money }[];
  readonly need: Money;
  readonly gap: Money;
  readonly pays: Money;
  readonly left: Money;
  readonly months: number | null;
  readonly once: Money;
  /** Undecided adjustments of the policy, and lines that only an amount of it leaves open; the key is absent when there are none. */
  readonly open?: readonly OpenQuestion[];
  readonly node: string;
}

/** What could not be decided, and the names that somebody would have to say. */
export interface OpenQuestion {
  readonly id: string;
  readonly kind: 'need' | 'item' | 'adjustment' | 'notice' | 'line';
  readonly missing: readonly string[];
  readonly node: string;
}

/** What an evaluator says of a household: the blocks of the document that are computed, in the order of the model. */
export interface Evaluation {
  readonly incomes: { readonly lines: readonly IncomeLine[] } & {
    readonly given: Money;
    readonly counted: Money;
    readonly exempt: Money;
    readonly year: Money;
  };
  readonly needs: Needs;
  readonly figures: readonly FigureLine[];
  /** `amount`: counted income less need. `shortfall`: what lacks, else 0. `adequacy`: income / need, four places; null without need. */
  readonly balance: { readonly amount: Money; readonly shortfall: Money; readonly adequacy: string | null };
  /** null = not computed. */
  readonly levers: Levers | null;
  /** null without a policy. */
  readonly aid: Aid | null;
  /** How well the need is known: its money by the weakest status of each line, and the part without an assumed price. */
  readonly quality: {
    readonly byStatus: Readonly<Record<Status, Money>>;
    readonly priceSourced: Money;
    readonly oldestPrice: string | null;
    readonly seriesBeyondEnd: readonly string[];
  };
  readonly assumptions: readonly { readonly name: string; readonly value: string; readonly node: string }[];
  readonly open: readonly OpenQuestion[];
  readonly notices: readonly { readonly id: string; readonly node: string }[];
  readonly overrides: readonly {
    readonly target: string;
    readonly computed: string | null;
    readonly is: string;
    readonly reason: string;
    readonly by: string;
  }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly names: readonly string[];
    readonly path: readonly (string | number)[];
  }[];
  /** In the order of `orderNodes`; null at trace level `none`. */
  readonly nodes: readonly TraceNode[] | null;
}

export interface EvaluationOptions {
  /** Id of a policy valid in the month, or null. */
  readonly policy: string | null;
  readonly levers: 'none' | 'alone' | 'chain';
  readonly trace: 'none' | 'fired' | 'full';
}
