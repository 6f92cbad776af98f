import type { Batch } from './batch.js';
import type { Code, Kernel } from './code.js';
import type { Run, Slot } from './slots.js';
import type { Step } from './step.js';
import { NOWHERE, type Writer } from './writer.js';

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
