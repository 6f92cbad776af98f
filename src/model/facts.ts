import type { Condition } from './condition.js';
import type { Expression, Ref } from './expression.js';
import type { Scope, Valid, ValueType } from './value.js';

/** A range of numbers as plain decimals: from ≤ x < below; null = open. */
export interface Span {
  readonly from: string | null;
  readonly below: string | null;
}

/** A question to the household; also what is built in (`builtIn: true`). */
export interface Fact {
  readonly id: string;
  readonly scope: Scope;
  readonly valid: Valid;
  readonly type: ValueType;
  readonly unit: string | null;
  /** The words of a `one-of`. */
  readonly values: readonly string[];
  /** Refused outside. */
  readonly range: Span | null;
  /** Warned outside; the span used while unknown. */
  readonly plausible: Span | null;
  readonly required: boolean;
  /** Used when nobody said, and listed. */
  readonly assume: Expression | null;
  /** `person.age` only: months added to an age given in years. */
  readonly assumeMonths: number;
  /** Where this does not hold the fact is `none`. */
  readonly applies: Condition | null;
  readonly sensitive: boolean;
  /** False of what nobody can do otherwise: their sex, an illness, what has been. A why-not proposes no such change. */
  readonly changeable: boolean;
  readonly builtIn: boolean;
  /** Former name, accepted with a warning. */
  readonly renamed: string | null;
}

/** A fact of which only this is said: elsewhere always asked, never required, unknown while nobody said. */
export function factOf(said: Pick<Fact, 'id' | 'scope' | 'type'> & Partial<Fact>): Fact {
  const { id, scope, type, ...more } = said;
  return {
    id,
    scope,
    valid: { from: null, to: null },
    type,
    unit: null,
    values: [],
    range: null,
    plausible: null,
    required: false,
    assume: null,
    assumeMonths: 0,
    applies: null,
    sensitive: false,
    changeable: true,
    builtIn: false,
    renamed: null,
    ...more,
  };
}

export type Over = 'person' | 'fellow' | 'other' | 'resident';

/** How a derived fact gets its value. */
export type Rule =
  | { readonly kind: 'condition'; readonly when: Condition }
  | { readonly kind: 'value'; readonly value: Expression }
  | {
      readonly kind: 'aggregate';
      readonly how: 'count' | 'any' | 'every' | 'sum' | 'lowest' | 'highest';
      readonly over: Over;
      readonly where: Condition | null;
      /** For sum, lowest, highest. */
      readonly of: Expression | null;
    }
  /** 1, 2, 3 …; ties: the older by birth date, then by id. `first: oldest | highest` = largest value first. */
  | {
      readonly kind: 'rank';
      readonly by: Ref;
      readonly largestFirst: boolean;
      readonly over: Over;
      readonly where: Condition | null;
    };

export interface Derived {
  readonly id: string;
  readonly scope: Scope;
  readonly valid: Valid;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly values: readonly string[];
  /**
   * True when an unknown *fact* may leave it without value. A number that is not `unknowable` but meets an undecided
   * case (because an income is open) is open: 0 until somebody says. A yes-no or a word is then unknown.
   */
  readonly unknowable: boolean;
  readonly judges: boolean;
  readonly rule: Rule;
}
