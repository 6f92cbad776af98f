import type { Exact } from '../decimal/exact.js';
import type { Household } from '../household/household.js';
import type { Condition } from '../model/condition.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Model } from '../model/model.js';
import type { Policy } from '../model/needs.js';
import type { MonthIndex } from '../model/value.js';
import type { Definitions } from './definitions.js';
import type { FactSheet } from './engine/fact-sheet.js';
import type {
  AdjustmentState,
  BillState,
  Decision,
  DerivedState,
  FactState,
  IncomeState,
  Line,
  LinesInOrder,
  Lookup,
  NeedColumn,
  TotalState,
} from './states.js';
import type { NumberValue, Value } from './values/value.js';

/**
 * One run over a household: what was said, what a lever changed, and everything computed so far. States are kept by the
 * id of their trace node without its kind, with the person: `person.age@tom`.
 */
export interface Run extends Noted {
  readonly model: Model;
  readonly definitions: Definitions;
  readonly month: MonthIndex;
  readonly household: Household;
  /** Places of the members of the budget, and of members and others. */
  readonly members: readonly number[];
  readonly everybody: readonly number[];
  readonly policy: Policy | null;
  readonly changes: Changes;
  /** The run a lever starts from. */
  readonly before: Run | null;
  /** Ids with a person, by the id without. */
  readonly ids: Map<string, readonly string[]>;
  readonly facts: Map<string, FactState>;
  readonly derived: Map<string, DerivedState>;
  readonly bills: Map<string, BillState>;
  readonly incomes: Map<string, IncomeState>;
  readonly adjustments: Map<string, AdjustmentState>;
  readonly lines: Map<string, Line>;
  readonly needColumn: Map<string, NeedColumn>;
  readonly totals: Map<string, TotalState>;
  readonly figures: Map<string, Value>;
  /** The lines in order; put in order again when one has come since. */
  inOrder: LinesInOrder;
  readonly sides: Sides;
}

/** One run, noted in three places: what the document tells, what is read to judge rights for levers, what is replaced by hand. */
export interface Sides {
  readonly document: Run;
  readonly judging: Run;
  readonly replaced: Run;
}

/** What is noted while conditions are decided and formulas computed: what each condition was, and what was read. */
export interface Noted {
  readonly decisions: Map<Condition, Map<number, Decision>>;
  /** What conditions read, as the engine sees it. */
  readonly sheet: FactSheet;
  readonly lookups: Map<string, Lookup>;
  /** Series a formula read where they have no value of their own. */
  readonly seriesBeyondEnd: Set<string>;
  /** Bills that a formula or a test read. */
  readonly billsRead: Set<string>;
}

/** What levers set, all taken ones together: values by state id; bills and incomes a month. */
export interface Changes {
  readonly facts: ReadonlyMap<string, Value>;
  readonly incomes: ReadonlyMap<string, Exact>;
  readonly bills: ReadonlyMap<string, Exact>;
  /** Bills the lever tried in this run sets itself: they do not follow. */
  readonly setNow: ReadonlySet<string>;
}

/** From where a formula or test is read: whose facts, as of which month, and the names that exist only there. */
export interface View {
  readonly run: Run;
  /** Place in `household.persons`; null outside persons. */
  readonly person: number | null;
  /** Set inside `at(…)`. */
  readonly month: MonthIndex | null;
  /** What a formula is worth when an undecided case comes first. */
  readonly undecided: 'unknown' | 'open';
  /** Of which income or need `amount` or `parts` are read: `wage`, this person's. */
  readonly owner?: string;
  readonly amount?: NumberValue;
  readonly gap?: NumberValue;
  readonly parts?: readonly { readonly id: string; readonly value: Expression }[];
}

/** A name read, from where; or a node that is no name (`when/…`, `line/…`). */
export type Reading = { readonly ref: Ref; readonly view: View } | { readonly node: string };

export type Reads = () => readonly Reading[];

export const NOTHING: Reads = () => [];
