import type { Status, Truth } from './value.js';

/** A test as the trace shows it. `value` is null for unknown and for `none`. */
export interface TraceTest {
  readonly name: string;
  readonly test: string;
  readonly value: string | null;
  readonly holds: Truth;
  /** Turning it alone would turn the condition; of an undecided condition, each undecided test. */
  readonly decisive: boolean;
}

/** One step of a line, in the order in which it was computed; `by` is a factor or an amount a month. */
export interface TraceStep {
  readonly step: string;
  readonly by?: string;
  readonly in?: readonly string[];
  readonly value: string;
}

/**
 * A node of the trace. Ids come from the model and the person, never from a counter:
 * `fact/person.age@tom`, `derived/person.adult@tom`, `parameter/index.benefits`, `series/cpi.all/2024-06`, `table/food.rate@tom`,
 * `table/ris.base(single)`, `table/survey.food@tom`, `when/food.diet@tom` (needs, adjustments, notices), `when/clothing.adult/coat@tom` (items),
 * `when/town/rent-ceiling` (a policy's), `bill/rent`, `line/food.daily@tom`, `aid-line/housing.rent`, `income/wage@anna`,
 * `total/income`, `total/ID`, `figure/ID`, `lever/ID`, `aid/ID`. As of another month: `parameter/x/2020-12`, `table/x@tom/2020-12`.
 */
export type TraceNode =
  | FactNode
  | ConditionNode
  | CasesNode
  | FormulaNode
  | AggregateNode
  | NumberNode
  | TableNode
  | BillNode
  | LineNode
  | IncomeNode
  | TotalNode
  | LeverNode
  | AidNode;

export interface FactNode {
  readonly id: string;
  readonly kind: 'fact';
  readonly origin: 'given' | 'assumed' | 'default' | 'unknown' | 'none' | 'override' | 'lever' | 'policy';
  /** "34 years", "yes", "0.5", "690 EUR/month"; null = unknown or none. */
  readonly value: string | null;
  /** Ages only. */
  readonly months?: number;
  /** What an assumed value was computed from. */
  readonly in?: readonly string[];
}

export interface ConditionNode {
  readonly id: string;
  readonly kind: 'condition';
  readonly value: Truth;
  readonly tests: readonly TraceTest[];
  readonly in: readonly string[];
}

/** A derived fact by cases: which case held (0 …; `otherwise` = the number of cases; null = undecided), and the tests of each. */
export interface CasesNode {
  readonly id: string;
  readonly kind: 'cases';
  readonly value: string | null;
  readonly unit?: string;
  readonly case: number | null;
  readonly cases: readonly { readonly holds: Truth; readonly tests: readonly TraceTest[] }[];
  readonly in: readonly string[];
  readonly open?: true;
}

export interface FormulaNode {
  readonly id: string;
  readonly kind: 'formula' | 'figure';
  readonly value: string | null;
  readonly unit?: string;
  readonly in: readonly string[];
  readonly open?: true;
}

export interface AggregateNode {
  readonly id: string;
  readonly kind: 'aggregate';
  readonly of: 'count' | 'any' | 'every' | 'sum' | 'lowest' | 'highest' | 'rank';
  readonly value: string | null;
  readonly in: readonly string[];
  readonly open?: true;
}

/** A parameter or a month of a series. */
export interface NumberNode {
  readonly id: string;
  readonly kind: 'parameter' | 'series';
  readonly value: string;
  readonly unit?: string;
  readonly status?: Status;
  readonly source?: string;
}

export interface TableNode {
  readonly id: string;
  readonly kind: 'table';
  /** The row's number from 0; several for hits over all rows; null when an open key fits none. */
  readonly row: number | readonly number[] | null;
  readonly value: string | null;
  readonly unit?: string;
  readonly status?: Status;
  readonly source?: string;
  readonly in: readonly string[];
  readonly open?: true;
}

export interface BillNode {
  readonly id: string;
  readonly kind: 'bill';
  readonly origin: 'given' | 'assumed' | 'lever' | 'follows';
  readonly value: string;
}

export interface LineNode {
  readonly id: string;
  readonly kind: 'line';
  readonly steps: readonly TraceStep[];
  /** Only where the need is not the reference. */
  readonly reference?: string;
  readonly value: string;
  readonly open?: true;
}

export interface IncomeNode {
  readonly id: string;
  readonly kind: 'income';
  /** What is counted. */
  readonly value: string;
  /** Names that `counts` read beside the amount. */
  readonly in?: readonly string[];
  readonly open?: true;
}

export interface TotalNode {
  readonly id: string;
  readonly kind: 'total';
  readonly of: 'sum' | 'subtract';
  readonly value: string;
  readonly in: readonly string[];
}

/** Tests of `has`, then of `when`; each is decisive within its own condition. A person lever has a node a member. */
export interface LeverNode {
  readonly id: string;
  readonly kind: 'lever';
  readonly value: 'may' | 'ask' | 'has' | 'no';
  readonly tests: readonly TraceTest[];
  readonly in: readonly string[];
}

export interface AidNode {
  readonly id: string;
  readonly kind: 'aid';
  readonly steps: readonly { readonly step: string; readonly by?: string; readonly value: string }[];
  readonly value: string;
  readonly in: readonly string[];
}
