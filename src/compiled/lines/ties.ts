import { type Batch, readIndex, readTruth, rowFor } from '../machine/batch.js';
import type { IndexSlot, Rows, Slot, TruthSlot } from '../machine/slots.js';
import type { Parsed } from './lines.js';

/**
 * Steps that only the exact value could say. A fee of 2.50 three times a year lies on a tie for all who pay it: where a
 * line follows from conditions and hits of tables alone, its steps are worked out once for each case of these.
 */
export interface Ties {
  /** Null where the line follows from more than conditions and hits, or from too many. */
  readonly of: readonly (TruthSlot | IndexSlot)[] | null;
  readonly steps: Map<number, number>;
}

/** Binary digits of a truth and of a hit set; a whole double has room for so many. */
const DIGITS = { truth: 2, index: 16 };
const ROOM = 52;

export function tiesOf({ base, presence, effects }: Parsed): Ties {
  const of = new Set<TruthSlot | IndexSlot>();
  const seen = new Set<Slot>();
  const isFollowed = (slot: Slot | null): boolean => {
    if (slot === null || seen.has(slot)) return true;
    seen.add(slot);
    if (slot.kind === 'number') return slot.follows?.every(isFollowed) ?? false;
    if (slot.kind === 'word') return false;
    of.add(slot);
    return true;
  };
  const isAll = [base, presence, ...effects.flatMap(({ when, by }) => [when, by])].every(isFollowed);
  const digits = [...of].reduce((sum, { kind }) => sum + DIGITS[kind], 0);
  return { of: isAll && digits <= ROOM ? [...of] : null, steps: new Map() };
}

/** The steps of a row, worked out where its case was never met. Judgements and values that cannot be had are told apart. */
export function tiedSteps(batch: Batch, { of, steps }: Ties, rows: Rows, row: number, work: () => number): number {
  if (of === null || batch.failed || batch.patches.size > 0) return work();
  let place = 0;
  for (const slot of of) {
    const at = rowFor(batch, slot, rows, row);
    const code = slot.kind === 'truth' ? readTruth(batch, slot, at) : readIndex(batch, slot, at);
    place = place * 2 ** DIGITS[slot.kind] + code;
  }
  let known = steps.get(place);
  if (known === undefined) steps.set(place, (known = work()));
  return known;
}
