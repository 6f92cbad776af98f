import type { Batch } from '../machine/batch.js';
import type { Compiler } from './compiler.js';
import { placesOf, placesWritten, WHOLE, type DecimalPlaces } from '../machine/decimal-places.js';
import { isSafeWhole, numOf, type Num } from '../machine/nums.js';
import {
  NO_STATUS,
  type IndexSlot,
  type NumberSlot,
  type Rows,
  type Slot,
  type StatusOf,
  type TruthSlot,
  type WordSlot,
} from '../machine/slots.js';

export interface NumberMade {
  readonly rows: Rows;
  readonly reads: readonly Slot[];
  readonly stateful: boolean;
  /** Whether its state may be `UNKNOWN`; without it, wherever it keeps a state. */
  readonly mayBeUnknown?: boolean;
  readonly whole?: boolean;
  /** How fine it is at most; without it, not known unless it is whole. */
  readonly places?: DecimalPlaces | null;
  readonly status: StatusOf;
  readonly follows?: readonly Slot[] | null;
  readonly exact: (batch: Batch, row: number) => Num;
}

/** A number with a column of its own; who makes it adds the step that fills it. Written out: slots of a kind have one shape. */
export function numberSlot(c: Compiler, made: NumberMade): NumberSlot {
  const slot: NumberSlot = {
    kind: 'number',
    id: c.slots.length,
    rows: made.rows,
    column: c.numbers.length,
    reads: made.reads,
    stateful: made.stateful,
    mayBeUnknown: made.mayBeUnknown ?? made.stateful,
    whole: made.whole ?? false,
    places: made.whole === true ? WHOLE : (made.places ?? null),
    filled: false,
    constant: null,
    written: null,
    status: made.status,
    follows: made.follows ?? null,
    exact: made.exact,
  };
  c.slots.push(slot);
  c.numbers.push({ slot });
  return slot;
}

/** A number that never changes: no column until somebody computes with it. */
export function constant(c: Compiler, value: Num, status: number, written: string | null): NumberSlot {
  // how a number is written tells it from what is computed and equal; the same text is the same number
  const key = value.id * 16 + (written === null ? 0 : 8) + status + 1;
  let slot = c.constants.get(key);
  if (slot === undefined) c.constants.set(key, (slot = newConstant(c, value, status, written)));
  return slot;
}

const NO_SLOTS: readonly Slot[] = [];

function newConstant(c: Compiler, value: Num, status: number, written: string | null): NumberSlot {
  const slot: NumberSlot = {
    kind: 'number',
    id: c.slots.length,
    rows: 'household',
    column: -1,
    reads: NO_SLOTS,
    stateful: false,
    mayBeUnknown: false,
    whole: isSafeWhole(value),
    places: written === null ? placesOf(value.value) : placesWritten(written),
    filled: false,
    constant: value,
    written,
    status,
    follows: NO_SLOTS,
    exact: () => value,
  };
  c.slots.push(slot);
  return slot;
}

export const literal = (c: Compiler, text: string): NumberSlot => constant(c, numOf(c.arena, text), NO_STATUS, null);

/** Gives a constant its column. */
export function use(c: Compiler, slot: NumberSlot): NumberSlot {
  if (slot.column < 0) {
    slot.column = c.numbers.length;
    c.numbers.push({ slot });
  }
  return slot;
}

export function truthSlot(
  c: Compiler,
  made: Pick<TruthSlot, 'rows' | 'reads' | 'mayBeUndecided' | 'probe'>,
): TruthSlot {
  const slot: TruthSlot = {
    kind: 'truth',
    id: c.slots.length,
    rows: made.rows,
    column: c.truths++,
    reads: made.reads,
    mayBeUndecided: made.mayBeUndecided,
    probe: made.probe,
  };
  c.slots.push(slot);
  return slot;
}

export function wordSlot(c: Compiler, made: Pick<WordSlot, 'rows' | 'reads' | 'mayBeUnknown' | 'probe'>): WordSlot {
  const slot: WordSlot = {
    kind: 'word',
    id: c.slots.length,
    rows: made.rows,
    column: c.wordColumns++,
    reads: made.reads,
    mayBeUnknown: made.mayBeUnknown,
    probe: made.probe,
  };
  c.slots.push(slot);
  return slot;
}

export function indexSlot(c: Compiler, made: Pick<IndexSlot, 'rows' | 'reads' | 'fitsUnknown'>): IndexSlot {
  const slot: IndexSlot = { kind: 'index', id: c.slots.length, column: c.indices++, ...made };
  c.slots.push(slot);
  return slot;
}

/** The same slot for the same key. */
export function once<T extends Slot>(c: Compiler, key: string, make: () => T): T {
  const known = c.known.get(key);
  if (known !== undefined) return known as T;
  const slot = make();
  c.known.set(key, slot);
  return slot;
}
