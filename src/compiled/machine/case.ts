import type { Batch } from './batch.js';
import { KNOWN, OPEN, YES, type NumberSlot, type Rows, type Slot, type TruthSlot } from './slots.js';

/**
 * What tells the cases of something apart. Nearly all lines and conditions follow from words, conditions, hits of tables and
 * small whole numbers: then a row's case is one number, and what was worked out for a case once holds wherever the case is
 * met again. Null where it follows from too many.
 */
export type Deciding = readonly Leaf[] | null;

/** A column to look at; written out, since a document looks at thousands. */
export interface Leaf {
  readonly kind: Slot['kind'];
  readonly column: number;
  /** A household's, seen by its persons. */
  readonly lifted: boolean;
  readonly stateful: boolean;
  /** Of a number whose status changes from row to row. */
  readonly status: ((batch: Batch, row: number) => number) | null;
  /** Of a number: what it is counted in. */
  readonly unit: number;
  /** Codes of its rows are below. */
  readonly codes: number;
}

/** Hit sets and numbers are looked at while they are below. */
const SMALL = 64;
/** The same of words, and of ages in years. */
const MANY = 256;
/** Truths, states of a number, statuses (none included). */
const TRUTHS = 3;
const STATES = 4;
export const STATUSES = 8;
/** Cases told apart: a double counts so many. */
const CASES = 2 ** 53;

/** What has a say beside values. */
interface Saying {
  /** How well numbers are known. */
  readonly statuses: boolean;
  /** Where this holds, there is no case. */
  readonly unless?: TruthSlot | undefined;
  /** Ages of which no more than their years has a say. */
  readonly ages?: readonly Slot[];
}

/** What decides all that follows from some slots, for somebody with `rows`. */
export function decidingOf(
  slots: Iterable<Slot | null>,
  rows: Rows,
  { statuses, unless, ages = [] }: Saying,
): Deciding {
  const leaves: Leaf[] = [];
  const seen = new Set<Slot>();
  let cases = 1;
  const take = (slot: Slot, unit: number): void => {
    const leaf = leafOf(slot, rows, unit, statuses);
    leaves.push(leaf);
    cases *= leaf.codes;
  };
  const add = (slot: Slot): void => {
    if (seen.has(slot)) return;
    seen.add(slot);
    if (slot.kind !== 'number') take(slot, 1);
    else if (slot.follows !== null) slot.follows.forEach(add);
    else if (isWritten(slot)) take(slot, 1);
    else cases = Infinity;
  };
  if (unless !== undefined) leaves.push({ ...leafOf(unless, rows, 1, false), codes: YES });
  for (const age of ages) take(age, 12);
  // what follows from an age, such as the month of birth, may need its months too
  for (const slot of slots) if (slot !== null && !ages.includes(slot)) add(slot);
  if (cases > CASES) return null;
  // numbers first: they are the ones that tell no case
  return leaves.sort((a, b) => Number(b.kind === 'number') - Number(a.kind === 'number'));
}

/** A step fills its column, or what is said does. */
export const isWritten = ({ filled, reads }: NumberSlot): boolean => filled || reads.length === 0;

function leafOf(slot: Slot, rows: Rows, unit: number, statuses: boolean): Leaf {
  const { kind, column } = slot;
  const lifted = rows === 'person' && slot.rows === 'household';
  if (kind !== 'number') {
    const codes = kind === 'truth' ? TRUTHS : kind === 'word' ? MANY : SMALL;
    return { kind, column, lifted, stateful: false, status: null, unit, codes };
  }
  const { stateful } = slot;
  const status = statuses && typeof slot.status === 'function' ? slot.status : null;
  const codes = (unit === 1 ? SMALL : MANY) * (stateful ? STATES : 1) * (status === null ? 1 : STATUSES);
  return { kind, column, lifted, stateful, status, unit, codes };
}

/** The case of a row; NaN where it cannot be told, and where judgements or values that cannot be had have a say. */
export function caseAt(batch: Batch, deciding: Deciding, row: number): number {
  if (deciding === null || batch.failed || batch.patches.size > 0) return NaN;
  let place = 0;
  for (let i = 0; i < deciding.length; i++) {
    const leaf = deciding[i]!;
    const code = codeAt(batch, leaf, leaf.lifted ? batch.household[row]! : row);
    place = code < leaf.codes ? place * leaf.codes + code : NaN;
  }
  return place;
}

function codeAt(batch: Batch, leaf: Leaf, row: number): number {
  const { memory, stride, layout } = batch;
  const { kind, stateful, status, unit } = leaf;
  const place = leaf.column * stride + row;
  if (kind === 'truth') return memory.truths[place]!;
  if (kind === 'word') return memory.words[place]!;
  // hit sets of tables stand behind the words
  if (kind === 'index') return memory.words[place + layout.words * stride]!;
  const code = numberCode(memory, stateful, place, unit);
  return status === null ? code : code * STATUSES + 1 + status(batch, row);
}

/** The code of a number: it counts where its double is known to be the number. */
export function numberCode(
  { values, errors, states }: Batch['memory'],
  stateful: boolean,
  place: number,
  unit: number,
): number {
  const state = stateful ? states[place]! : KNOWN;
  if (state === OPEN) return NaN;
  if (state !== KNOWN) return state;
  const value = values[place]!;
  if (errors[place] !== 0 || value < 0 || !Number.isInteger(value)) return NaN;
  return (unit === 1 ? value : Math.floor(value / unit)) * (stateful ? STATES : 1);
}
