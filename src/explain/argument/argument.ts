import type { LineItem } from '../../model/evaluation.js';
import type { Place } from '../../model/pack.js';
import type { Source } from '../../model/model.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import type { Status } from '../../model/value.js';

/** Why a name has its value, or why it does not hold: plain data; words come from `argumentText`. */
export interface Argument {
  readonly question: 'why' | 'why-not';
  /** As asked: `mobility.bus`, `mobility.bus@anna`, `balance`. */
  readonly target: string;
  readonly month: string;
  /** One for each person or place where the name has a value. */
  readonly roots: readonly Derivation[];
}

/** A node of the trace with what it was computed from, its source and the place of its definition. */
export interface Derivation {
  /** Id of the trace node. */
  readonly id: string;
  /** Name as the files write it. */
  readonly name: string;
  readonly person: string | null;
  readonly value: string | null;
  readonly node: TraceNode;
  /** Lines only. */
  readonly status: Status | null;
  readonly source: Source | null;
  readonly place: Place | null;
  /** Tests that decide: turning one of them alone would turn the answer. */
  readonly decisive: readonly TraceTest[];
  /** Why-not only: the tests that stand in the way. */
  readonly against: readonly Obstacle[];
  /** Lines with items. */
  readonly items: readonly LineItem[];
  /** A judgement by hand that set the value. */
  readonly override: { readonly computed: string | null; readonly reason: string; readonly by: string } | null;
  /** Nodes that it reads; empty when it is derived earlier in the same argument. */
  readonly children: readonly Derivation[];
  readonly seen: boolean;
}

/** A test that failed or is undecided. */
export interface Obstacle {
  readonly test: TraceTest;
  /** How far the value is from passing: "11 years", "132.50 EUR/month"; null where there is no distance. */
  readonly distance: string | null;
  readonly direction: 'short' | 'over' | null;
  /** Facts and incomes to ask, each with its person. */
  readonly questions: readonly string[];
}
