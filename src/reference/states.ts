import type { Exact } from '../decimal/exact.js';
import type { Test } from '../model/condition.js';
import type { RefbudgetError } from '../model/diagnostic.js';
import type { LineItem } from '../model/evaluation.js';
import type { Expression, NumberExpression, Ref } from '../model/expression.js';
import type { Adjustment, Group, Income, Need, Verb } from '../model/needs.js';
import type { FactNode } from '../model/trace.js';
import type { MonthIndex, Status, Truth } from '../model/value.js';
import type { Reads, View } from './run.js';
import type { NumberValue, Value } from './values/value.js';

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

/** What cannot be computed is kept as a fault: reading `value` or `computed` raises it. */
export interface DerivedState {
  readonly value: Value;
  readonly computed: Value;
  readonly overridden: boolean;
  readonly fault: RefbudgetError | null;
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
  /** Empty unless it holds. What a verb works by raises its fault where a line reads it. */
  readonly effects: readonly {
    readonly verb: Verb;
    readonly by: NumberValue | null;
    readonly formula: Expression | null;
  }[];
}

/** A step as the trace tells it; numbers are printed, and what was read is listed, when it does. */
export interface LineStep {
  readonly step: string;
  readonly by?: Exact | string;
  readonly reads: Reads;
  readonly value: Exact | string;
  /** Printed with the places of the rounding. */
  readonly money?: true;
}

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
