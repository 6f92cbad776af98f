import { type Batch, readError, readIndex, readState, readTruth, readValue, rowFor } from '../machine/batch.js';
import { KNOWN, type IndexSlot, type NumberSlot, type Rows, type Slot, type TruthSlot } from '../machine/slots.js';
import type { Parsed } from './lines.js';

/**
 * Steps that only the exact value could say. A fee of 2.50 three times a year lies on a tie for all who pay it: where a
 * line follows from conditions, hits of tables and small whole numbers, its steps are worked out once for each case.
 */
export interface Ties {
  /** Null where it follows from too many. */
  readonly of: readonly (TruthSlot | IndexSlot | NumberSlot)[] | null;
  readonly steps: Map<number, number>;
}

/** A truth is below 4; hit sets and numbers are looked at while they are below 64. */
const CODES = { truth: 4, index: 64, number: 64 };
/** Cases told apart: so many are still a small whole number to an engine. */
const CASES = 2 ** 30;

export function tiesOf({ base, presence, effects }: Parsed): Ties {
  const of = new Set<TruthSlot | IndexSlot | NumberSlot>();
  const seen = new Set<Slot>();
  const add = (slot: Slot): void => {
    if (seen.has(slot)) return;
    seen.add(slot);
    if (slot.kind === 'number' && slot.follows !== null) slot.follows.forEach(add);
    else if (slot.kind !== 'word') of.add(slot);
  };
  for (const slot of [base, presence, ...effects.flatMap(({ when, by }) => [when, by])]) if (slot !== null) add(slot);
  const cases = [...of].reduce((product, { kind }) => product * CODES[kind], 1);
  return { of: cases <= CASES ? [...of] : null, steps: new Map() };
}

/** The steps of a row, worked out where its case was never met. Judgements and values that cannot be had are told apart. */
export function tiedSteps(batch: Batch, { of, steps }: Ties, rows: Rows, row: number, work: () => number): number {
  if (of === null || batch.failed || batch.patches.size > 0) return work();
  let place = 0;
  for (const slot of of) {
    const code = codeAt(batch, slot, rowFor(batch, slot, rows, row));
    if (!(code < CODES[slot.kind])) return work();
    place = place * CODES[slot.kind] + code;
  }
  let known = steps.get(place);
  if (known === undefined) steps.set(place, (known = work()));
  return known;
}

/** A number counts where its double is known to be the number, and whole. */
function codeAt(batch: Batch, slot: TruthSlot | IndexSlot | NumberSlot, row: number): number {
  if (slot.kind === 'truth') return readTruth(batch, slot, row);
  if (slot.kind === 'index') return readIndex(batch, slot, row);
  if (!slot.filled || readState(batch, slot, row) !== KNOWN || readError(batch, slot, row) !== 0) return NaN;
  const value = readValue(batch, slot, row);
  return value >= 0 && Number.isInteger(value) ? value : NaN;
}
