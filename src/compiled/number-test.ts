import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { addStep, truthSlot, type Compiler } from './compiler.js';
import { NEAR, wholeKernel } from './kernels/truth.js';
import type { Num } from './nums.js';
import { NO, UNDECIDED, YES, type NumberSlot, type TruthSlot } from './slots.js';

/** A test on one number whose near rows the exact reader decides. */
export function numberTest(
  c: Compiler,
  value: NumberSlot,
  turned: boolean,
  kernel: (t: Uint8Array, v: Float64Array, e: Float64Array, s: Uint8Array, n: number) => number,
  decide: (exact: Num) => boolean,
  ofWhole: ((value: number) => boolean) | null,
): TruthSlot {
  const slot = truthSlot(c, {
    rows: value.rows,
    reads: [value],
    mayBeUndecided: value.stateful,
    probe: (batch, row) => void readExact(batch, value, row),
  });
  const settle = (batch: Batch, row: number): number => (decide(readExact(batch, value, row)) !== turned ? YES : NO);
  // ages and counts: whole, small and always known
  const table = value.whole && !value.stateful && ofWhole !== null ? wholeTable(ofWhole, turned) : null;
  addStep(c, {
    reads: [value],
    writes: [slot],
    bind: (batch) => {
      const t = truthsOf(batch, slot);
      const [v, e, s] = [valuesOf(batch, value), errorsOf(batch, value), statesOf(batch, value)];
      return () => {
        const n = rowsIn(batch, value.rows);
        if (table !== null && wholeKernel(t, v, table, n)) return;
        if (kernel(t, v, e, s, n) > 0) settleNear(batch, t, n, settle);
      };
    },
  });
  return slot;
}

/** Rows too near to say are decided exactly; one whose value cannot be had stays undecided and is remembered. */
export function settleNear(
  batch: Batch,
  t: Uint8Array,
  n: number,
  settle: (batch: Batch, row: number) => number,
): void {
  for (let i = 0; i < n; i++) {
    if (t[i] !== NEAR) continue;
    try {
      t[i] = settle(batch, i);
    } catch {
      t[i] = UNDECIDED;
      batch.failed = true;
    }
  }
}

function wholeTable(holds: (value: number) => boolean, turned: boolean): Uint8Array {
  const table = new Uint8Array(SMALL);
  for (let i = 0; i < SMALL; i++) table[i] = holds(i) !== turned ? YES : NO;
  return table;
}

/** Ages in months and counts lie below this. */
const SMALL = 2048;
