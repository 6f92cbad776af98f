import type { Batch } from '../machine/batch.js';
import { KNOWN, type IndexSlot, type NumberSlot, type Rows, type Slot, type TruthSlot } from '../machine/slots.js';

/**
 * What tells the cases of a line apart. Nearly all lines follow from conditions, hits of tables and small whole numbers:
 * then a row's case is one number, and what was worked out for a case once holds wherever the case is met again.
 * Null where a line follows from too many, or from a number whose double says nothing.
 */
export type Deciding = readonly Leaf[] | null;

/** A column to look at; written out, since a document looks at hundreds. */
interface Leaf {
  readonly kind: 'truth' | 'index' | 'number';
  readonly column: number;
  /** A household's, seen by its persons. */
  readonly lifted: boolean;
  readonly stateful: boolean;
  /** Of a number whose status changes from row to row. */
  readonly status: ((batch: Batch, row: number) => number) | null;
  /** Codes of its rows are below. */
  readonly codes: number;
}

/** Hit sets and numbers are looked at while they are below. */
const SMALL = 64;
/** A status is one of six, none included. */
const STATUS_CODES = 8;
/** Cases told apart: a double counts so many. */
const CASES = 2 ** 53;

/** What decides all that follows from some slots, for somebody with `rows`. */
export function decidingOf(slots: Iterable<Slot | null>, rows: Rows): Deciding {
  const leaves: Leaf[] = [];
  const seen = new Set<Slot>();
  let cases = 1;
  const add = (slot: Slot): void => {
    if (seen.has(slot)) return;
    seen.add(slot);
    if (slot.kind === 'number' && slot.follows !== null) slot.follows.forEach(add);
    else if (slot.kind === 'word' || (slot.kind === 'number' && !slot.filled)) cases = Infinity;
    else {
      const leaf = leafOf(slot, rows);
      leaves.push(leaf);
      cases *= leaf.codes;
    }
  };
  for (const slot of slots) if (slot !== null) add(slot);
  return cases <= CASES ? leaves : null;
}

function leafOf(slot: TruthSlot | IndexSlot | NumberSlot, rows: Rows): Leaf {
  const { kind, column } = slot;
  const number = kind === 'number' ? slot : null;
  const status = typeof number?.status === 'function' ? number.status : null;
  return {
    kind,
    column,
    lifted: rows === 'person' && slot.rows === 'household',
    stateful: number?.stateful ?? false,
    status,
    codes: kind === 'truth' ? 3 : status === null ? SMALL : SMALL * STATUS_CODES,
  };
}

/** The case of a row; NaN where it cannot be told, and where judgements or values that cannot be had have a say. */
export function caseAt(batch: Batch, deciding: Deciding, row: number): number {
  if (deciding === null || batch.failed || batch.patches.size > 0) return NaN;
  let place = 0;
  for (let i = 0; i < deciding.length; i++) {
    const leaf = deciding[i]!;
    place = place * leaf.codes + codeAt(batch, leaf, leaf.lifted ? batch.household[row]! : row);
  }
  return place;
}

function codeAt(batch: Batch, { kind, column, stateful, status }: Leaf, row: number): number {
  const { memory, stride, layout } = batch;
  const place = column * stride + row;
  if (kind === 'truth') return memory.truths[place]!;
  if (kind === 'index') return small(memory.words[place + layout.words * stride]!);
  // a number counts where its double is known to be the number
  if ((stateful && memory.states[place] !== KNOWN) || memory.errors[place] !== 0) return NaN;
  const value = small(memory.values[place]!);
  return status === null ? value : value * STATUS_CODES + 1 + status(batch, row);
}

const small = (value: number): number => (value >= 0 && value < SMALL && Number.isInteger(value) ? value : NaN);
