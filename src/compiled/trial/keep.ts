import type { Batch } from '../machine/batch.js';
import { forgetExact } from '../machine/exact-values.js';
import type { LeverSlots } from '../levers/slots.js';
import type { Num } from '../machine/nums.js';
import type { Program } from '../program.js';
import type { Slot } from '../machine/slots.js';
import type { Step } from '../machine/step.js';

/** Columns that a run may change, by kind; hit sets of tables are words. */
export interface Touched {
  readonly numbers: readonly number[];
  readonly truths: readonly number[];
  readonly words: readonly number[];
}

/** What columns held, to be put back. */
interface Kept {
  readonly touched: Touched;
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly states: Uint8Array;
  readonly truths: Uint8Array;
  readonly words: Uint16Array;
  readonly billNums: readonly (Num | undefined)[][];
  readonly said: readonly (readonly (string | Num | undefined)[])[];
  /** Number columns that the levers set. */
  readonly set: readonly number[];
}

/** Columns that some levers and steps write. */
export function touchedBy(program: Program, levers: readonly LeverSlots[], steps: readonly Step[]): Touched {
  const slots = new Set<Slot>(steps.flatMap((step) => step.writes));
  for (const { raw, listed } of levers.flatMap((lever) => lever.targets)) {
    slots.add(raw);
    if (listed !== null) slots.add(listed);
  }
  const written = [...slots];
  const columns = (kind: Slot['kind']): number[] =>
    written.filter((slot) => slot.kind === kind && slot.column >= 0).map((slot) => slot.column);
  const hitSets = columns('index').map((column) => program.compiler.wordColumns + column);
  return { numbers: columns('number'), truths: columns('truth'), words: [...columns('word'), ...hitSets] };
}

/** Keeps what the levers may change, of one household's batch. */
export function keep(batch: Batch, levers: readonly LeverSlots[], touched: Touched): Kept {
  const { memory, stride } = batch;
  const set = levers.flatMap(({ targets }) => targets.map(({ raw }) => raw).filter((raw) => raw.kind === 'number'));
  const columns = [...new Set(set.map(({ column }) => column))];
  return {
    touched,
    values: taken(memory.values, touched.numbers, stride, Float64Array),
    errors: taken(memory.errors, touched.numbers, stride, Float64Array),
    states: taken(memory.states, touched.numbers, stride, Uint8Array),
    truths: taken(memory.truths, touched.truths, stride, Uint8Array),
    words: taken(memory.words, touched.words, stride, Uint16Array),
    billNums: batch.billNums.map((column) => column.slice()),
    said: columns.map((column) => batch.said[column]?.slice() ?? []),
    set: columns,
  };
}

export function putBack(batch: Batch, kept: Kept): void {
  const { memory, stride } = batch;
  const { touched } = kept;
  putInto(memory.values, touched.numbers, stride, kept.values);
  putInto(memory.errors, touched.numbers, stride, kept.errors);
  putInto(memory.states, touched.numbers, stride, kept.states);
  putInto(memory.truths, touched.truths, stride, kept.truths);
  putInto(memory.words, touched.words, stride, kept.words);
  kept.billNums.forEach((column, i) => {
    batch.billNums[i] = column.slice();
  });
  kept.set.forEach((column, i) => {
    batch.said[column] = kept.said[i]!.slice();
  });
  batch.before = null;
  batch.setBills.clear();
  forgetExact(batch);
}

type Column = Float64Array | Uint8Array | Uint16Array;

function taken<T extends Column>(from: T, columns: readonly number[], stride: number, make: new (n: number) => T): T {
  const kept = new make(columns.length * stride);
  for (let c = 0, to = 0; c < columns.length; c++) {
    const start = columns[c]! * stride;
    for (let i = start; i < start + stride; i++, to++) kept[to] = from[i]!;
  }
  return kept;
}

function putInto<T extends Column>(into: T, columns: readonly number[], stride: number, kept: T): void {
  for (let c = 0, at = 0; c < columns.length; c++) {
    const start = columns[c]! * stride;
    for (let i = start; i < start + stride; i++, at++) into[i] = kept[at]!;
  }
}
