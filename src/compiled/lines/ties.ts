import type { Batch } from '../machine/batch.js';
import { caseAt, decidingOf, type Deciding } from '../machine/case.js';
import type { Parsed } from './line.js';

/**
 * Steps that only the exact value could say. A fee of 2.50 three times a year lies on a tie for all who pay it: the steps
 * of a line are worked out once for each of its cases.
 */
export interface Ties {
  readonly deciding: Deciding;
  readonly steps: Map<number, number>;
}

export function tiesOf({ rows, base, presence, effects }: Parsed): Ties {
  const slots = [base, presence, ...effects.flatMap(({ when, by }) => [when, by])];
  const deciding = decidingOf(slots, rows, { statuses: false });
  return { deciding, steps: new Map() };
}

/** The steps of a row, worked out where its case was never met. */
export function tiedSteps(batch: Batch, { deciding, steps }: Ties, row: number, work: () => number): number {
  const at = caseAt(batch, deciding, row);
  if (at !== at) return work();
  let known = steps.get(at);
  if (known === undefined) steps.set(at, (known = work()));
  return known;
}
