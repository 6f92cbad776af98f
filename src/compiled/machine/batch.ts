import type { Household } from '../../household/household.js';
import type { Arena, Num } from './nums.js';
import {
  KNOWN,
  type IndexSlot,
  type NumberSlot,
  type Rows,
  type Slot,
  type TruthSlot,
  type WordSlot,
} from './slots.js';

/** What a worker's judgement puts in place of a derived value. */
export interface Patch {
  readonly row: number;
  readonly word: number;
  readonly num: Num | null;
}

/** A judgement on a line: its month and year. */
export interface LinePatch {
  readonly row: number;
  readonly steps: number;
  readonly month: Num;
  readonly year: Num;
}

/** All columns of a kind, one after another. */
export interface Memory {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly states: Uint8Array;
  readonly truths: Uint8Array;
  /** Codes of words; behind them the hit sets of tables. */
  readonly words: Uint16Array;
}

/** What was said of a number: as text, or the number a lever sets. */
export type Said = string | Num | undefined;

/** Columns for some households; all of a kind in one memory. */
export interface Batch {
  readonly layout: Layout;
  readonly capacity: number;
  /** How far apart columns begin. */
  readonly stride: number;
  readonly households: readonly Household[];
  count: number;
  persons: number;
  /** The same two, for those who have rows as a number: households, persons. */
  readonly rows: Int32Array;
  /** First person row of each household, and the end. */
  readonly start: Int32Array;
  /** Number of members of each household. */
  readonly members: Int32Array;
  /** Household row of each person row. */
  readonly household: Int32Array;
  /** 1 for members, 0 for others. */
  readonly isMember: Uint8Array;
  /** Room for places while a table is looked up. */
  readonly places: Int32Array;
  /** The row a call is about, and what it answers. */
  asked: number;
  answer: number;
  readonly memory: Memory;
  /** Per number column that was ever said: by row what was said, as text or as the number a lever sets. */
  readonly said: (Said[] | undefined)[];
  /** Something was said, or set, of more places than amounts have. */
  fine: boolean;
  /** Columns of `said` that are not empty. */
  readonly saying: number[];
  /** Slots of which something was said since all were silent; null = they never were. */
  heard: Set<Slot> | null;
  /** By place in the memory of values: exact values already read in this run. */
  readonly memo: (Num | undefined)[];
  /** Places of `memo` that are not empty. */
  readonly memoed: number[];
  /** By slot id: judgements on derived names. */
  patches: Map<number, Patch[]>;
  /** By line number: judgements on lines. */
  linePatches: Map<number, LinePatch[]>;
  /** Per bill: exact month really paid, where a lever's run moved it. */
  billNums: (Num | undefined)[][];
  /** Per bill: 1 where some household of the run has it. */
  readonly paidBills: Uint8Array;
  /** Per bill: sums of references of the run before, while a lever is tried. */
  before: Float64Array[] | null;
  /** Bills a lever sets itself. */
  setBills: Set<number>;
  /** A test met a value that cannot be had; used values are looked at again. */
  failed: boolean;
}

export interface Layout {
  readonly arena: Arena;
  readonly numbers: readonly { readonly slot: NumberSlot }[];
  readonly truths: number;
  readonly words: number;
  readonly indices: number;
}

/** Where a row of a column stands in the memory of its kind. */
export const placeOf = ({ stride }: Batch, { column }: Slot, row: number): number => column * stride + row;

export const readValue = (batch: Batch, slot: NumberSlot, row: number): number =>
  batch.memory.values[placeOf(batch, slot, row)]!;
export const readError = (batch: Batch, slot: NumberSlot, row: number): number =>
  batch.memory.errors[placeOf(batch, slot, row)]!;
/** The state of a number; one that is always known keeps none. */
export const readState = (batch: Batch, slot: NumberSlot, row: number): number =>
  slot.stateful ? batch.memory.states[placeOf(batch, slot, row)]! : KNOWN;
export const readTruth = (batch: Batch, slot: TruthSlot, row: number): number =>
  batch.memory.truths[placeOf(batch, slot, row)]!;
export const readWord = (batch: Batch, slot: WordSlot, row: number): number =>
  batch.memory.words[placeOf(batch, slot, row)]!;
/** Number of the hit set of a table; hit sets stand behind the words. */
export const readIndex = (batch: Batch, { column }: IndexSlot, row: number): number =>
  batch.memory.words[(batch.layout.words + column) * batch.stride + row]!;

export function writeValue(batch: Batch, slot: NumberSlot, row: number, value: number): void {
  batch.memory.values[placeOf(batch, slot, row)] = value;
}
export function writeError(batch: Batch, slot: NumberSlot, row: number, error: number): void {
  batch.memory.errors[placeOf(batch, slot, row)] = error;
}
export function writeState(batch: Batch, slot: NumberSlot, row: number, state: number): void {
  batch.memory.states[placeOf(batch, slot, row)] = state;
}
export function writeTruth(batch: Batch, slot: TruthSlot, row: number, holds: number): void {
  batch.memory.truths[placeOf(batch, slot, row)] = holds;
}
export function writeWord(batch: Batch, slot: WordSlot, row: number, word: number): void {
  batch.memory.words[placeOf(batch, slot, row)] = word;
}
export function writeIndex(batch: Batch, { column }: IndexSlot, row: number, set: number): void {
  batch.memory.words[(batch.layout.words + column) * batch.stride + row] = set;
}

/** A column by itself, for what is done row by row; one value is read from the memory. */
const columnOf = <T extends Memory[keyof Memory]>(batch: Batch, of: T, slot: Slot): T =>
  of.subarray(placeOf(batch, slot, 0), placeOf(batch, slot, batch.capacity)) as T;

export const valuesOf = (batch: Batch, slot: NumberSlot): Float64Array => columnOf(batch, batch.memory.values, slot);
export const errorsOf = (batch: Batch, slot: NumberSlot): Float64Array => columnOf(batch, batch.memory.errors, slot);
export const statesOf = (batch: Batch, slot: NumberSlot): Uint8Array => columnOf(batch, batch.memory.states, slot);
export const truthsOf = (batch: Batch, slot: TruthSlot): Uint8Array => columnOf(batch, batch.memory.truths, slot);
export const wordsOf = (batch: Batch, slot: WordSlot): Uint16Array => columnOf(batch, batch.memory.words, slot);

export function rowsIn(batch: Batch, rows: Rows): number {
  return rows === 'person' ? batch.persons : batch.count;
}

/** The row of a slot that belongs to a person's row (or to a household's, which is its own). */
export function rowFor(batch: Batch, slot: Slot, rows: Rows, row: number): number {
  return rows === 'person' && slot.rows === 'household' ? batch.household[row]! : row;
}
