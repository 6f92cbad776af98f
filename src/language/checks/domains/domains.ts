import type { Ref } from '../../../model/expression.js';
import type { Model } from '../../../model/model.js';
import type { Definitions } from '../definitions.js';
import type { Domain } from './domain-kinds.js';
import type { Interval } from './interval.js';

/** The domains of a pack, computed when they are asked for. */
export interface Domains {
  readonly model: Model;
  readonly definitions: Definitions;
  /** True when a fact that nobody said may leave the name without value. */
  readonly unknowable: (ref: Ref) => boolean;
  /** Without what a condition around the name keeps off. */
  of(ref: Ref): Domain;
  /** With it. */
  under(ref: Ref, constraints: Constraints): Domain;
}

/** What is known of a name where a condition around it holds. */
export interface Constraint {
  /** Words that remain; null = all. */
  readonly words: ReadonlySet<string> | null;
  readonly numbers: Interval;
  /** Neither unknown nor open. */
  readonly known: boolean;
  /** Not none. */
  readonly some: boolean;
}

export type Constraints = ReadonlyMap<string, Constraint>;
export const NO_CONSTRAINTS: Constraints = new Map();
