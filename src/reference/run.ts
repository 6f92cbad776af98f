import type { Exact } from '../decimal/exact.js';
import type { Household } from '../household/household.js';
import type { Condition, Test } from '../model/condition.js';
import type { RefbudgetError } from '../model/diagnostic.js';
import type { LineItem } from '../model/evaluation.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Group } from '../model/needs.js';
import type { Adjustment, Income, Need, Policy, Verb } from '../model/needs.js';
import type { Model } from '../model/model.js';
import type { NumberExpression } from '../model/expression.js';
import type { FactNode } from '../model/trace.js';
import type { MonthIndex, Status, Truth } from '../model/value.js';
import type { Definitions } from './definitions.js';
import type { FactSheet } from './engine/fact-sheet.js';
import type { NumberValue, Value } from './values/value.js';

/**
 * One run over a household: what was said, what a lever changed, and everything computed so far. States are kept by the
 * id of their trace node without its kind, with the person: `person.age@tom`.
 */
export interface Run {
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
  readonly lookups: Map<string, Lookup>;
  readonly bills: Map<string, BillState>;
  readonly incomes: Map<string, IncomeState>;
  readonly adjustments: Map<string, AdjustmentState>;
  readonly lines: Map<string, Line>;
  readonly needColumn: Map<string, NeedColumn>;
  readonly totals: Map<string, TotalState>;
  readonly figures: Map<string, Value>;
  readonly decisions: Map<Condition, Map<number, Decision>>;
  /** What conditions read, as the engine sees it. */
  readonly sheet: FactSheet;
  /** The lines in order; put in order again when one has come since. */
  inOrder: LinesInOrder;
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

/** How a condition was decided, with each of its tests: those are told when asked for. */
export interface Decision {
  readonly truth: Truth;
  readonly tests: () => readonly {
    readonly test: Test;
    readonly holds: Truth;
    readonly value: string | null;
    readonly decisive: boolean;
  }[];
  /** A value it reads could not be computed: raised when the condition is used. */
  readonly fault: RefbudgetError | null;
}

export interface FactState {
  readonly value: Value;
  readonly origin: FactNode['origin'];
  /** The value without the worker's override. */
  readonly computed: Value;
}

export interface DerivedState {
  readonly value: Value;
  readonly computed: Value;
  readonly overridden: boolean;
}

/** One look into a table. */
export interface Lookup {
  readonly ref: Extract<Ref, { of: 'table' }>;
  readonly view: View;
  readonly value: Value | null;
  readonly fault: RefbudgetError | null;
  readonly rows: readonly number[];
  /** Whether `rows` is one row that was chosen, or all that fit. */
  readonly single: boolean;
  /** The result as written, when it is one number. */
  readonly literal: NumberExpression | null;
  /** Results of the rows that fit. */
  readonly results: readonly Expression[];
  /** Names of keys that nobody said and that fitted a row. */
  readonly unknownKeys: readonly string[];
}

/** A bill a month and a year, unrounded. */
export interface BillState {
  readonly month: NumberValue;
  readonly year: Exact;
  readonly origin: 'given' | 'assumed' | 'lever';
}

/** An income of one kind and owner: what comes in a month, and what of it counts; unrounded. */
export interface IncomeState {
  readonly income: Income;
  readonly person: number | null;
  readonly month: NumberValue;
  readonly listed: boolean;
  counted: NumberValue | null;
}

export interface AdjustmentState {
  readonly adjustment: Adjustment;
  readonly view: View;
  readonly truth: Truth;
  /** Empty unless it holds. */
  readonly effects: readonly {
    readonly verb: Verb;
    readonly by: NumberValue | null;
    readonly formula: Expression | null;
  }[];
}

/** A name read, from where; or a node that is no name (`when/…`, `line/…`). */
export type Reading = { readonly ref: Ref; readonly view: View } | { readonly node: string };

/** A step as the trace tells it; numbers are printed, and what was read is listed, when it does. */
export interface LineStep {
  readonly step: string;
  readonly by?: Exact | string;
  readonly reads: Reads;
  readonly value: Exact | string;
  /** Printed with the places of the rounding. */
  readonly money?: true;
}

export type Reads = () => readonly Reading[];

export const NOTHING: Reads = () => [];

/** A line up to its rounded reference. */
export interface Line {
  readonly id: string;
  readonly need: Need;
  readonly person: number | null;
  readonly group: Group;
  readonly steps: readonly LineStep[];
  /** True: an adjustment removes it; it is told, and in no sum. */
  readonly leftOut: boolean;
  readonly exact: Exact;
  readonly reference: Exact;
  readonly yearReference: Exact;
  readonly status: Status;
  readonly priceSourced: boolean;
  readonly open: boolean;
  readonly items: readonly LineItem[] | null;
  readonly parts: readonly { readonly id: string; readonly month: Exact }[] | null;
  /** Months of the prices in it. */
  readonly priced: readonly MonthIndex[];
  readonly beyondEnd: boolean;
}

/** The lines so far, needs in the order of the model, members by place; `kept` without those an adjustment left out. */
export interface LinesInOrder {
  readonly all: readonly Line[];
  readonly kept: readonly Line[];
}

/** A line after bills and overrides. */
export interface NeedColumn {
  readonly paid: Exact | null;
  readonly need: Exact;
  readonly year: Exact;
  readonly basis: 'reference' | 'bill' | 'override';
  readonly override: { readonly computed: Exact; readonly reason: string; readonly by: string } | null;
  readonly status: Status;
  readonly steps: readonly LineStep[];
}

export interface TotalState {
  readonly value: NumberValue;
  readonly lines: readonly string[];
}
