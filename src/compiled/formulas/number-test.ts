import { faultIn } from '../../model/diagnostic.js';
import { type Batch, rowsIn, truthsOf } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { truthSlot } from '../compiler/new-slots.js';
import { NEAR } from '../kernels/truth.js';
import type { Writer } from '../machine/writer.js';
import type { Num } from '../machine/nums.js';
import { NO, UNDECIDED, YES, type NumberSlot, type TruthSlot } from '../machine/slots.js';

/** A test on one number: `write` fills the result, the rows it leaves near are decided exactly by the call `settle` names. */
export function numberTest(
  c: Compiler,
  value: NumberSlot,
  turned: boolean,
  decide: (exact: Num) => boolean,
  write: (to: Writer, result: number, settle: () => number) => void,
): TruthSlot {
  const slot = truthSlot(c, {
    rows: value.rows,
    reads: [value],
    mayBeUndecided: value.stateful,
    probe: (batch, row) => void readExact(batch, value, row),
  });
  const settle = (batch: Batch, row: number): number => (decide(readExact(batch, value, row)) !== turned ? YES : NO);
  addStep(c, {
    reads: [value],
    writes: [slot],
    write: (to) => write(to, to.column(slot), () => to.call(() => settleNear(to.batch, slot, settle))),
  });
  return slot;
}

/** Rows too near to say are decided exactly; one whose value cannot be had stays undecided and is remembered. */
export function settleNear(batch: Batch, slot: TruthSlot, settle: (batch: Batch, row: number) => number): void {
  const t = truthsOf(batch, slot);
  const n = rowsIn(batch, slot.rows);
  for (let i = 0; i < n; i++) {
    if (t[i] !== NEAR) continue;
    try {
      t[i] = settle(batch, i);
    } catch (error) {
      faultIn(error);
      t[i] = UNDECIDED;
      batch.failed = true;
    }
  }
}
