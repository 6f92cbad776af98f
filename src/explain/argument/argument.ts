import type { LineItem } from '../../model/evaluation.js';
import type { TraceTest } from '../../model/trace.js';
import type { Reading, Reason } from './reasons/reason-shape.js';
import type { Named } from './named.js';

/** Why a name has its value, or why it does not hold: plain data, complete: words come from `argumentText` and read nothing else. */
export interface Argument {
  readonly question: 'why' | 'why-not';
  /** As asked: `mobility.bus`, `mobility.bus@anna`, `balance`. */
  readonly target: string;
  readonly month: string;
  /**
   * Members and others, for texts that speak of one: role and months of age, null where nobody said; what was said of their sex,
   * where the pack asks it.
   */
  readonly people: readonly {
    readonly id: string;
    readonly role: string | null;
    readonly months: number | null;
    readonly sex: string | null;
  }[];
  /** One for each person or place where the name has a value. */
  readonly roots: readonly Answer[];
}

/** What a few sentences say; the derivation behind it is there for who asks. */
export interface Answer extends Derivation {
  /** The decisive ones first. */
  readonly reasons: readonly Reason[];
  /** Why-not only: single changes that make it apply, each seen to do so by assessing once more. */
  readonly changes: readonly Change[];
}

/** A named value with what it was computed from. */
export interface Derivation extends Named {
  /** Tests that decide: turning one of them alone would turn the answer. */
  readonly decisive: readonly TraceTest[];
  /** Tests that made it what it is, as words need them: all of a condition, of cases those of the case that held. */
  readonly tests: readonly Reading[];
  /** Why-not only: the tests that stand in the way. */
  readonly against: readonly Reading[];
  /** Lines with items. */
  readonly items: readonly LineItem[];
  /** A judgement by hand that set the value. */
  readonly override: { readonly computed: string | null; readonly reason: string; readonly by: string } | null;
  /** Nodes that it reads; empty when it is derived earlier in the same argument. */
  readonly children: readonly Derivation[];
  readonly seen: boolean;
}

/** One thing that somebody would have to do otherwise, or an age to wait for, and with which the answer was seen to turn. */
export interface Change {
  /** `person.income.wage@anna`, `dwelling.tenure`, `bill.rent`. */
  readonly name: string;
  readonly person: string | null;
  /** As the trace writes it: "34 years", "690 EUR/month"; null = not known. */
  readonly from: string | null;
  readonly to: string;
  /** Of an age, which comes by itself: the first month in which it is reached, null where only the years were said. Else null. */
  readonly waits: { readonly month: string | null } | null;
  /** What the balance of the month becomes. */
  readonly balance: string;
  /** Of a line that no total counts: what it comes to a month, and what the balance would be with it; null of any other. */
  readonly optional: { readonly amount: string; readonly balance: string } | null;
}
