import type { Batch } from './batch.js';
import type { NumberSlot, Rows, Run, Slot } from './slots.js';
import type { Kernel } from './code.js';

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
