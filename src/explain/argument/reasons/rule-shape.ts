import type { Named } from '../named.js';

/** A formula as words tell it: what it reads with its values, and what its parts come to. Amounts of money are a month, exact. */
export type Rule =
  | { readonly kind: 'number'; readonly value: string; readonly money: boolean }
  /** What is missing a month under the policy. */
  | { readonly kind: 'gap'; readonly value: string }
  /** A name, with its value where the trace has it. */
  | { readonly kind: 'name'; readonly name: string; readonly read: Named | null }
  | { readonly kind: 'share'; readonly share: string; readonly of: Rule }
  | { readonly kind: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Rule; readonly right: Rule }
  /** `counts` are the places of those that give the value; none where a value is not known. */
  | {
      readonly kind: 'min' | 'max';
      readonly of: readonly { readonly term: Rule; readonly value: string | null }[];
      readonly counts: readonly number[];
    }
  | { readonly kind: 'round'; readonly of: Rule; readonly step: string }
  /** Cases, words, months of another year: told by what they read alone. */
  | { readonly kind: 'other' };

/** How a policy arrives at what it pays, as it is written: before the gap and the minimum bound it. */
export interface AidRule {
  readonly pays: Rule;
  /** The smallest step of an amount: 0.01. */
  readonly step: string;
  readonly minimum: Rule | null;
  readonly once: Rule | null;
  /** What bounded it in this case: the gap, or the minimum below which nothing is paid. */
  readonly bound: 'gap' | 'minimum' | null;
}
