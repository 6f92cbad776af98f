import type { Batch } from './batch.js';
import type { NumberSlot, Rows, Run, Slot } from './slots.js';
import type { Step } from './step.js';
import type { Code, Kernel } from './code.js';

/** Where a step writes what it does. */
export interface Writer {
  readonly batch: Batch;
  /** Adds a kernel with its operands. */
  readonly op: (kernel: Kernel, ...operands: number[]) => void;
  /** Where a column begins in the memory of its kind; `NOWHERE` for null. */
  readonly column: (slot: Slot | null) => number;
  /** Where the states of a number begin; `NOWHERE` where it is always known. */
  readonly states: (slot: NumberSlot | null) => number;
  /** Adds something only a closure can do. */
  readonly run: (run: Run) => void;
  /** The operand that names doubles (the first of them), a table, a list, a call. */
  readonly doubles: (...values: number[]) => number;
  readonly table: (values: Uint8Array | Int32Array) => number;
  readonly list: (values: readonly number[]) => number;
  readonly call: (run: Run) => number;
}

/** A column that is not there. */
export const NOWHERE = -1;

export const rowsOperand = (rows: Rows): number => (rows === 'person' ? 1 : 0);

function columnIn(batch: Batch, slot: Slot | null): number {
  if (slot === null) return NOWHERE;
  if (slot.column < 0) throw new Error(`slot ${slot.id} has no column`);
  // hit sets of tables stand behind the words
  return (slot.kind === 'index' ? batch.layout.words + slot.column : slot.column) * batch.stride;
}

/** Kernel of what only a closure can do. */
function call(code: Code, at: number): void {
  code.calls[code.operands[at]!]!();
}

/** What some steps do with the columns of a batch; `ends` are the places after each step. */
export function codeOf(batch: Batch, steps: readonly Step[]): { readonly code: Code; readonly ends: Int32Array } {
  const kernels: Kernel[] = [];
  const starts: number[] = [];
  const operands: number[] = [];
  const doubles: number[] = [];
  const tables: (Uint8Array | Int32Array)[] = [];
  const lists: (readonly number[])[] = [];
  const calls: Run[] = [];
  const op: Writer['op'] = (kernel, ...own) => {
    kernels.push(kernel);
    starts.push(operands.length);
    for (let i = 0; i < own.length; i++) operands.push(own[i]!);
  };
  const writer: Writer = {
    batch,
    op,
    run: (run) => op(call, calls.push(run) - 1),
    column: (slot) => columnIn(batch, slot),
    states: (slot) => (slot?.stateful === true ? columnIn(batch, slot) : NOWHERE),
    doubles: (...values) => doubles.push(...values) - values.length,
    table: (values) => tables.push(values) - 1,
    list: (values) => lists.push(values) - 1,
    call: (run) => calls.push(run) - 1,
  };
  const ends = new Int32Array(steps.length);
  steps.forEach((step, i) => {
    step.write(writer);
    ends[i] = kernels.length;
  });
  const { memory, household, isMember, rows } = batch;
  const code: Code = {
    batch,
    ...memory,
    household,
    isMember,
    rows,
    operands: Int32Array.from(operands),
    doubles: Float64Array.from(doubles),
    tables,
    lists,
    calls,
    kernels,
    starts: Int32Array.from(starts),
  };
  return { code, ends };
}
