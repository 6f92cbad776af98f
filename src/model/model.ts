import type { Derived, Fact } from './facts.js';
import type { Adjustment, Bill, Figure, Income, Lever, Need, Notice, Policy, Total } from './needs.js';
import type { Parameter, Series, Table } from './numbers.js';
import type { MonthIndex, Status } from './value.js';

export interface PackInfo {
  readonly id: string;
  readonly version: string;
  readonly language: number;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly covers: readonly [MonthIndex, MonthIndex];
  readonly baskets: readonly string[];
  /** The step of one line, as plain decimal: "0.01", "10". */
  readonly rounding: string;
  readonly calendar: { readonly weeks: string; readonly days: string };
  /** Overlays on the pack, in the order they lie on it, as `id version`. */
  readonly overlays: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly seen: string | null;
  readonly status: Status | null;
}

/** What is computed, in an order in which each comes after all it reads. */
export type StepKind = 'fact' | 'derived' | 'bill' | 'adjustment' | 'need' | 'total' | 'income' | 'figure' | 'notice';
export interface Step {
  readonly kind: StepKind;
  /** Place in the model's list of that kind. */
  readonly at: number;
  /** Length of the longest way that leads here: steps of one level do not read one another. */
  readonly level: number;
}

/**
 * A linked rule base: plain frozen data, all names resolved, units gone, negations pushed down. Lists keep the order of
 * the files (by path, then place); needs are in the order of the baskets. An id may occur several times with `valid`
 * bands that do not overlap.
 */
export interface Model {
  readonly pack: PackInfo;
  readonly sources: readonly Source[];
  /** By scope (person, household, dwelling, local), then id. */
  readonly facts: readonly Fact[];
  readonly derived: readonly Derived[];
  readonly parameters: readonly Parameter[];
  readonly series: readonly Series[];
  readonly tables: readonly Table[];
  readonly needs: readonly Need[];
  readonly adjustments: readonly Adjustment[];
  readonly bills: readonly Bill[];
  readonly incomes: readonly Income[];
  readonly totals: readonly Total[];
  readonly figures: readonly Figure[];
  readonly levers: readonly Lever[];
  readonly policies: readonly Policy[];
  readonly notices: readonly Notice[];
  readonly order: readonly Step[];
}

/** True when a definition exists in a month. */
export function isValid(
  definition: { readonly valid: { from: MonthIndex | null; to: MonthIndex | null } },
  month: MonthIndex,
): boolean {
  const { from, to } = definition.valid;
  return (from === null || month >= from) && (to === null || month <= to);
}
