import type { Household } from '../household/household.js';
import type { Num } from './nums.js';
import type { NumberSlot, Rows, Run, Slot, Step, TruthSlot, WordSlot } from './slots.js';

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

/** Columns for some households; all of them in one memory, so that a whole run can be kept and put back. */
export interface Batch {
  readonly capacity: number;
  readonly households: readonly Household[];
  count: number;
  persons: number;
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
  readonly memory: Uint8Array;
  readonly values: readonly Float64Array[];
  readonly errors: readonly Float64Array[];
  readonly states: readonly Uint8Array[];
  readonly truths: readonly Uint8Array[];
  readonly words: readonly Uint16Array[];
  readonly indices: readonly Uint16Array[];
  /** Per number column: what was said, as text or as the number a lever sets. */
  readonly said: (string | Num | undefined)[][];
  /** Per number column and row: exact values already read in this run. */
  memo: (Num | undefined)[][];
  /** Columns of `memo` that are not empty. */
  readonly memoed: (Num | undefined)[][];
  /** By slot id: judgements on derived names. */
  patches: Map<number, Patch[]>;
  /** By line number: judgements on lines. */
  linePatches: Map<number, LinePatch[]>;
  /** Per bill: exact month really paid, where a lever's run moved it. */
  billNums: (Num | undefined)[][];
  /** Per bill: sums of references of the run before, while a lever is tried. */
  before: Float64Array[] | null;
  /** Bills a lever sets itself. */
  setBills: Set<number>;
  /** A test met a value that cannot be had; used values are looked at again. */
  failed: boolean;
  /** Steps tied to these columns, and lists of them that were run. */
  readonly bound: Map<Step, Run>;
  readonly runs: Map<readonly Step[], readonly Run[]>;
}

export interface Layout {
  readonly numbers: readonly { readonly slot: NumberSlot }[];
  readonly truths: number;
  readonly words: number;
  readonly indices: number;
}

/** Makes the columns for so many rows. */
export function makeBatch(layout: Layout, bills: number, households: number, capacity: number): Batch {
  const room = Math.max(capacity, households);
  const padded = Math.ceil(room / 8) * 8;
  const { numbers, truths, words, indices } = layout;
  const bytes = padded * (16 * numbers.length + numbers.length + truths + 2 * (words + indices));
  const buffer = new ArrayBuffer(bytes);
  let at = 0;
  const doubles = (): Float64Array => {
    const view = new Float64Array(buffer, at, room);
    at += padded * 8;
    return view;
  };
  const shorts = (): Uint16Array => {
    const view = new Uint16Array(buffer, at, room);
    at += padded * 2;
    return view;
  };
  const octets = (): Uint8Array => {
    const view = new Uint8Array(buffer, at, room);
    at += padded;
    return view;
  };
  const values = numbers.map(doubles);
  const errors = numbers.map(doubles);
  const batch: Batch = {
    capacity: room,
    households: [],
    count: 0,
    persons: 0,
    start: new Int32Array(households + 1),
    members: new Int32Array(households),
    household: new Int32Array(room),
    isMember: new Uint8Array(room),
    places: new Int32Array(room),
    memory: new Uint8Array(buffer),
    values,
    errors,
    words: Array.from({ length: words }, shorts),
    indices: Array.from({ length: indices }, shorts),
    states: numbers.map(octets),
    truths: Array.from({ length: truths }, octets),
    said: numbers.map(() => []),
    memo: numbers.map(() => []),
    memoed: [],
    patches: new Map(),
    linePatches: new Map(),
    billNums: Array.from({ length: bills }, () => []),
    before: null,
    setBills: new Set(),
    failed: false,
    bound: new Map(),
    runs: new Map(),
  };
  for (const [column, { slot }] of numbers.entries()) {
    if (slot.constant === null) continue;
    const value = slot.constant.value.toNumber();
    values[column]!.fill(value);
    errors[column]!.fill(Number.isInteger(value) && slot.constant.value.eq(value) ? 0 : Math.abs(value) * 2 ** -52);
  }
  return batch;
}

/** Takes steps in their order; each is tied to the columns when it is first taken. */
export function runSteps(batch: Batch, steps: readonly Step[]): void {
  let runs = batch.runs.get(steps);
  if (runs === undefined) batch.runs.set(steps, (runs = steps.map((step) => boundTo(batch, step))));
  for (let i = 0; i < runs.length; i++) runs[i]!();
}

function boundTo(batch: Batch, step: Step): Run {
  let run = batch.bound.get(step);
  if (run === undefined) batch.bound.set(step, (run = step.bind(batch)));
  return run;
}

export const valuesOf = (batch: Batch, slot: NumberSlot): Float64Array => batch.values[slot.column]!;
export const errorsOf = (batch: Batch, slot: NumberSlot): Float64Array => batch.errors[slot.column]!;
export const statesOf = (batch: Batch, slot: NumberSlot): Uint8Array => batch.states[slot.column]!;
export const truthsOf = (batch: Batch, slot: TruthSlot): Uint8Array => batch.truths[slot.column]!;
export const wordsOf = (batch: Batch, slot: WordSlot): Uint16Array => batch.words[slot.column]!;

export function rowsIn(batch: Batch, rows: Rows): number {
  return rows === 'person' ? batch.persons : batch.count;
}

/** The row of a slot that belongs to a person's row (or to a household's, which is its own). */
export function rowFor(batch: Batch, slot: Slot, rows: Rows, row: number): number {
  return rows === 'person' && slot.rows === 'household' ? batch.household[row]! : row;
}

/** Exact values read before a change no longer hold. */
export function forgetExact(batch: Batch): void {
  for (const column of batch.memoed) column.length = 0;
  batch.memoed.length = 0;
}

/** The exact value of a number in one row, read once a run. */
export function readExact(batch: Batch, slot: NumberSlot, row: number): Num {
  if (slot.constant !== null) return slot.constant;
  if (slot.column < 0) return slot.exact(batch, row);
  const column = batch.memo[slot.column]!;
  const known = column[row];
  if (known !== undefined) return known;
  const exact = slot.exact(batch, row);
  if (column.length === 0) batch.memoed.push(column);
  return (column[row] = exact);
}

export const readState = (batch: Batch, slot: NumberSlot, row: number): number =>
  slot.stateful ? batch.states[slot.column]![row]! : 0;
