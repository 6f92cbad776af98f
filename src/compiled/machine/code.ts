import type { Batch } from './batch.js';
import type { Run } from './slots.js';

/**
 * One thing a step does with the columns. Its operands stand in `code.operands` from `at` on: where columns begin in the
 * memory of their kind (-1 = none), which rows they have, places of doubles, tables and calls.
 */
export type Kernel = (code: Code, at: number) => void;

/**
 * What steps do with the columns of one batch, laid out flat: kernels one after another, each with its operands. Columns
 * are stretches of a few long arrays, so that nothing is looked up in objects while a household is computed.
 */
export interface Code {
  readonly batch: Batch;
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly states: Uint8Array;
  readonly truths: Uint8Array;
  readonly words: Uint16Array;
  /** Household row of each person row. */
  readonly household: Int32Array;
  /** 1 for members, 0 for others. */
  readonly isMember: Uint8Array;
  /** How many rows there are: households, persons. */
  readonly rows: Int32Array;
  readonly operands: Int32Array;
  readonly doubles: Float64Array;
  readonly tables: readonly (Uint8Array | Int32Array)[];
  /** Numbers that are learnt while households are computed. */
  readonly lists: readonly (readonly number[])[];
  /** What only a closure can say: a row too near a tie, a judgement, a construct that is seldom met. */
  readonly calls: readonly Run[];
  readonly kernels: readonly Kernel[];
  /** Where the operands of each kernel begin. */
  readonly starts: Int32Array;
}

/** Takes kernels from one place to another. */
export function runCode(code: Code, from: number, to: number): void {
  const { kernels, starts } = code;
  for (let i = from; i < to; i++) kernels[i]!(code, starts[i]!);
}
