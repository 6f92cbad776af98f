import type { Condition } from './condition.js';
import type { MonthIndex, Provenance } from './value.js';

/**
 * What a formula or a test may name, resolved at load. `fact` covers asked facts and what is built in
 * (`person.age`, `person.role`, `person.presence`, `person.born`, `dwelling.share`, `month`).
 */
export type Ref =
  | { readonly of: 'fact'; readonly id: string }
  | { readonly of: 'derived'; readonly id: string }
  | { readonly of: 'parameter'; readonly id: string }
  | { readonly of: 'series'; readonly id: string }
  /** `column` is the entry of `gives` (absent when the table gives one result); `with` replaces the last `by`. */
  | { readonly of: 'table'; readonly id: string; readonly column?: string; readonly with?: TableKey }
  /** `person.income.wage`, `household.income.rent-allowance`: a month, unrounded. */
  | { readonly of: 'income'; readonly scope: 'person' | 'household'; readonly kind: string }
  /** `person.incomes.work`: all kinds with the tag; a household's are its members' and its own. */
  | { readonly of: 'incomes'; readonly scope: 'person' | 'household'; readonly tag: string }
  /** A bill a month, unrounded: what is given, else its `assume`. */
  | { readonly of: 'bill'; readonly id: string }
  | { readonly of: 'total'; readonly id: string }
  /** A need by name: its rounded reference a month, 0 where it does not exist. */
  | { readonly of: 'line'; readonly id: string }
  /** `need`, `income`, `balance`: sums of the document; `gap` in a policy; `amount` in `counts`; `parts` in a need. */
  | { readonly of: 'sum'; readonly id: 'need' | 'income' | 'balance' | 'gap' | 'amount' | 'parts' };

/** `ris.base(single)`: a word or number, or `ris.base(person.rank)`: another name. */
export type TableKey =
  { readonly kind: 'literal'; readonly value: string } | { readonly kind: 'name'; readonly ref: Ref };

/** A number as written in plain decimals ("0.1" for 10%). A number without provenance is 0, 1, or stands in a condition. */
export interface NumberExpression {
  readonly kind: 'number';
  readonly value: string;
  readonly from?: Provenance;
  /** An amount of money: its unit, written or taken from its place, begins with the currency. */
  readonly money?: true;
}

/**
 * A formula with its units already resolved: evaluators only do arithmetic.
 * Words (`one-of`, `yes`, `no`) occur only as results of cases, of tables and of `assume`.
 */
export type Expression =
  | NumberExpression
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'name'; readonly ref: Ref }
  | { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'min' | 'max'; readonly of: readonly Expression[] }
  /** Nearest multiple of `step`, half away from zero. */
  | { readonly kind: 'round'; readonly of: Expression; readonly step: string }
  | { readonly kind: 'up' | 'down'; readonly of: Expression }
  /** A change of period: × times / over, both whole numbers or decimals of the calendar. */
  | { readonly kind: 'convert'; readonly of: Expression; readonly times: string; readonly over: string }
  | { readonly kind: 'at'; readonly month: MonthIndex; readonly of: Expression }
  | { readonly kind: 'cases'; readonly cases: readonly Case[]; readonly otherwise: Expression };

/** The first whose condition holds gives the value. */
export interface Case {
  readonly when: Condition;
  readonly is: Expression;
}
