import type { Place } from '../model/pack.js';

/** One expectation of a scenario, and what was found. */
export interface ScenarioResult {
  /** Id of the scenario. */
  readonly id: string;
  /** Row of `vary` or `values`, from 1; null for `expect`. */
  readonly row: number | null;
  /** `need.month`, `line.food.daily@tom`, `fired`; for `values`, the formula. */
  readonly key: string;
  readonly passed: boolean;
  /** As written, with its tolerance or known difference. */
  readonly expected: string;
  readonly found: string;
  readonly place: Place;
  /** Nothing was computed: the household was refused, and no error expected. */
  readonly refused?: true;
  /** Facts that the scenario says though they are not asked there; on the first result of its `expect`. */
  readonly notAsked?: readonly string[];
}
