import type { Batch } from '../../src/compiled/machine/batch.js';
import type { Code, Kernel } from '../../src/compiled/machine/code.js';

/** A number as a double with its bound. */
export type Bounded = readonly [value: number, bound: number];

/** The code of one kernel on columns that are given; what is not given is not there. */
export function codeOn(operands: readonly number[], given: Partial<Code>): Code {
  return {
    batch: {} as Batch,
    values: new Float64Array(0),
    errors: new Float64Array(0),
    states: new Uint8Array(0),
    truths: new Uint8Array(0),
    words: new Uint16Array(0),
    household: Int32Array.of(0),
    isMember: Uint8Array.of(1),
    rows: Int32Array.of(1, 1),
    operands: Int32Array.from(operands),
    doubles: new Float64Array(0),
    tables: [],
    lists: [],
    calls: [],
    kernels: [],
    starts: new Int32Array(0),
    ...given,
  };
}

/**
 * Runs one kernel on columns of one row: numbers stand at 0, 1, 2 … in the order given, truths likewise; doubles are what
 * the operands name. Tells the number at 0.
 */
export function onOneRow(
  kernel: Kernel,
  operands: readonly number[],
  numbers: readonly Bounded[],
  { truths = [], doubles = [] }: { readonly truths?: readonly number[]; readonly doubles?: readonly number[] } = {},
): Bounded {
  const code = codeOn(operands, {
    values: Float64Array.from(numbers, ([value]) => value),
    errors: Float64Array.from(numbers, ([, bound]) => bound),
    states: new Uint8Array(numbers.length),
    truths: Uint8Array.from(truths),
    doubles: Float64Array.from(doubles),
  });
  kernel(code, 0);
  return [code.values[0]!, code.errors[0]!];
}
