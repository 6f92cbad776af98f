import type { Expression, Ref } from './expression.js';

/** Negations are pushed down to the tests, so a condition is `all` / `any` of tests; neither list is ever empty. */
export type Condition = Test | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** One test on one name. */
export interface Test {
  readonly kind: 'test';
  readonly ref: Ref;
  readonly check: Check;
  /** Turned round: yes and no change places; undecided stays; see `oneOf` for `unknown` in a list. */
  readonly turned: boolean;
  /** As the trace shows it: `18..`, `yes`, `not [a, b]`, `below isp.month`. */
  readonly text: string;
}

export type Check = OneOf | Band | Compare;

/**
 * Words, `yes`/`no`, or numbers as plain decimals (ages in completed years are turned into bands at load).
 * `unknown: true`: silence is accepted: an unknown value gives yes; turned, an unknown value gives no.
 */
export interface OneOf {
  readonly op: 'one-of';
  readonly values: readonly string[];
  readonly unknown: boolean;
}

/** from ≤ value < below, as plain decimals; null = open. Ages in months, months as month index. Whole numbers: `..17` is below 18. */
export interface Band {
  readonly op: 'band';
  readonly from: string | null;
  readonly below: string | null;
}

/** from (≥), to (≤), above (>), below (<) a number or formula; all of them must hold. An age is compared in completed years. */
export interface Compare {
  readonly op: 'compare';
  readonly bounds: readonly { readonly is: 'from' | 'to' | 'above' | 'below'; readonly bound: Expression }[];
}
