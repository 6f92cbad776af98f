import type { Money, Truth } from '../model/value.js';

/** What a difference goes back to. */
export type CauseKind =
  /** Something said, assumed or not asked: `person.work@tom`. */
  | 'fact'
  | 'income'
  | 'bill'
  /** A judgement by hand. */
  | 'override'
  /** A local setting of a policy. */
  | 'setting'
  /** Somebody who is on one side only. */
  | 'person'
  /** Prices of the month: a series. */
  | 'index'
  /** A parameter or a table: a tariff, a price, an amount fixed by law. */
  | 'amount'
  /** An item of a need: its price, quantity or lifetime. */
  | 'item'
  /** A definition that is on one side only, or is written otherwise. */
  | 'rule'
  /** Other lines, through a total or the split of a bill. */
  | 'lines';

/** The last thing down the trace that differs: its value on both sides, null where there is none. */
export interface Cause {
  readonly kind: CauseKind;
  /** As the files write it: `dwelling.tenure`, `wage`, `cpi.all`, `food.kitchen/kettle`; of a person, their id. */
  readonly name: string;
  /** Member id, or null. */
  readonly person: string | null;
  readonly left: string | null;
  readonly right: string | null;
  /** Of a value with a unit that is no asked fact's: `EUR/month`. */
  readonly unit?: string;
}

/** A condition that holds on one side and not on the other: of a need, an item or an adjustment. */
export interface Turned {
  /** `food.diet@tom`, `food.kitchen/fridge`. */
  readonly id: string;
  /** null = it does not exist there. */
  readonly left: Truth | null;
  readonly right: Truth | null;
}

/** One line that moved. */
export interface LineChange {
  readonly of: 'income' | 'need';
  /** `wage@ann`, `food.daily@tom`. */
  readonly id: string;
  /** What is counted of an income, the need of a line; null = there is no such line on that side. */
  readonly left: Money | null;
  readonly right: Money | null;
  /** On the balance: a need that falls by 3 is +3. An optional line is in no balance: 0. */
  readonly effect: Money;
  readonly optional: boolean;
  readonly turned: readonly Turned[];
}

/** Lines that moved for the same reasons. Every line that moved is in exactly one group. */
export interface ChangeGroup {
  readonly causes: readonly Cause[];
  /** Sum of the effects of its lines. */
  readonly effect: Money;
  /** Largest effect first. */
  readonly lines: readonly LineChange[];
}

export interface Sides {
  readonly left: Money;
  readonly right: Money;
}

export interface Moved extends Sides {
  /** right − left. */
  readonly change: Money;
}

/** A line whose reference moved while a bill stands in for it: nothing changes until the bill does. */
export interface HeldLine {
  readonly id: string;
  /** `rent`, `school@tom`. */
  readonly bill: string;
  readonly reference: Sides;
  readonly paid: Money;
}

/** What a policy makes of it; the side without a policy counts its needs and pays nothing. */
export interface AidChange {
  readonly need: Moved;
  readonly gap: Moved;
  readonly pays: Moved;
  readonly left: Moved;
  readonly once: Moved;
  /** Lines whose aid column moved, in the order of the budget; `effect` on the aid need, and its adjustments on each side. */
  readonly lines: readonly {
    readonly id: string;
    readonly left: Money | null;
    readonly right: Money | null;
    readonly effect: Money;
    readonly by: { readonly left: readonly string[]; readonly right: readonly string[] };
  }[];
}

/** What was assessed on one side. */
export interface SideHead {
  readonly month: string;
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  readonly policy: string | null;
  readonly balance: Money;
}

/** The differences of two assessments: plain data, money as text. The effects of all groups add up to the change of the balance. */
export interface Comparison {
  readonly format: 'refbudget.comparison/1';
  readonly left: SideHead;
  readonly right: SideHead;
  readonly income: Moved;
  readonly need: Moved;
  readonly balance: Moved;
  /** Largest effect first. */
  readonly groups: readonly ChangeGroup[];
  readonly held: readonly HeldLine[];
  /** null where neither side has a policy. */
  readonly aid: AidChange | null;
}
