import { expect, test } from 'vitest';
import { countKernel, OVER } from '../../../src/compiled/kernels/aggregate.js';
import { andKernel, orKernel } from '../../../src/compiled/kernels/truth.js';
import { NOWHERE } from '../../../src/compiled/machine/writer.js';
import type { Batch } from '../../../src/compiled/machine/batch.js';
import type { Kernel } from '../../../src/compiled/machine/code.js';
import { codeOn } from '../flat.js';

const [NO, UNDECIDED, YES] = [0, 1, 2];
const TRUTHS = [NO, UNDECIDED, YES];
const pairs = TRUTHS.flatMap((x) => TRUTHS.map((y) => [x, y] as const));

const joined = (kernel: Kernel): number[] => {
  const truths = Uint8Array.from([...pairs.map(() => 7), ...pairs.map(([x]) => x), ...pairs.map(([, y]) => y)]);
  kernel(codeOn([0, 9, 18, 0], { truths, rows: Int32Array.of(9, 9) }), 0);
  return [...truths.subarray(0, 9)];
};

test('and is the smaller of two truths, or the larger, undecided between no and yes', () => {
  expect(joined(andKernel)).toEqual(pairs.map(([x, y]) => Math.min(x, y)));
  expect(joined(orKernel)).toEqual(pairs.map(([x, y]) => Math.max(x, y)));
});

/** Two households: three members and another, one member alone. */
const counted = (over: (typeof OVER)[number], where: readonly number[] | null): [number, number][] => {
  const batch = { start: Int32Array.of(0, 4, 5), members: Int32Array.of(3, 1) } as unknown as Batch;
  const code = codeOn([0, 0, where === null ? NOWHERE : 0, OVER.indexOf(over), 2], {
    batch,
    values: Float64Array.of(9, 9),
    errors: Float64Array.of(9, 9),
    states: Uint8Array.of(9, 9),
    truths: Uint8Array.from(where ?? []),
    rows: Int32Array.of(2, 5),
  });
  countKernel(code, 0);
  expect([...code.errors]).toEqual([0, 0]);
  return [0, 1].map((h) => [code.values[h]!, code.states[h]!]);
};

test('a count goes over the persons it is about, and is open where one of them is undecided', () => {
  expect(counted('person', null)).toEqual([
    [3, 0],
    [1, 0],
  ]);
  expect(counted('resident', null)).toEqual([
    [4, 0],
    [1, 0],
  ]);
  expect(counted('other', null)).toEqual([
    [1, 0],
    [0, 0],
  ]);
  expect(counted('person', [YES, NO, YES, UNDECIDED, NO])).toEqual([
    [2, 0],
    [0, 0],
  ]);
  expect(counted('resident', [YES, NO, YES, UNDECIDED, YES])).toEqual([
    [0, 2],
    [1, 0],
  ]);
});
