import type { Test } from '../../model/condition.js';
import { type Batch, readState } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, making, type Compiler } from '../compiler/compiler.js';
import { once, truthSlot } from '../compiler/new-slots.js';
import { numberIn, rowsOf } from '../compiler/lift.js';
import type { Context } from '../compiler/context.js';
import { numberOf } from './expressions.js';
import { boundKernel, settleKernel } from '../kernels/compare.js';
import { rowsOperand } from '../machine/writer.js';
import { compare } from '../machine/nums.js';
import { NO, NONE, UNDECIDED, YES, type TruthSlot } from '../machine/slots.js';
import { settleNear } from './number-test.js';

const OPS = { from: 0, to: 1, above: 2, below: 3 } as const;

/** Against numbers or formulas; all bounds must hold. */
export function compareTest(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'compare') throw new Error('no comparison');
  const named = c.names.number(c, test.ref, ctx, 'years');
  making(c, test.ref, c.names.number(c, test.ref, ctx, 'months'));
  const bounds = check.bounds.map(({ is, bound }) => ({ op: OPS[is], slot: numberOf(c, bound, ctx) }));
  const rows = rowsOf([named, ...bounds.map(({ slot }) => slot)]);
  const value = numberIn(c, named, rows);
  const limits = bounds.map(({ op, slot }) => ({ op, slot: numberIn(c, slot, rows) }));
  const key = `compare ${value.id} ${limits.map(({ op, slot }) => `${op}:${slot.id}`).join(',')} ${String(turned)}`;
  return once(c, key, () => {
    const slot = truthSlot(c, {
      rows,
      reads: [value, ...limits.map((limit) => limit.slot)],
      mayBeUndecided: value.stateful || limits.some((limit) => limit.slot.stateful),
      probe: (batch, row) => {
        readExact(batch, value, row);
        for (const limit of limits) readExact(batch, limit.slot, row);
      },
    });
    const settle = (batch: Batch, row: number): number => {
      let holds: number = YES;
      const state = readState(batch, value, row);
      for (const limit of limits) {
        const one =
          state === NONE
            ? NO
            : state > NONE || readState(batch, limit.slot, row) > NONE
              ? UNDECIDED
              : met(limit.op, compare(readExact(batch, value, row), readExact(batch, limit.slot, row)))
                ? YES
                : NO;
        holds = Math.min(holds, one);
      }
      return turned ? YES - holds : holds;
    };
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      write: (to) => {
        const t = to.column(slot);
        limits.forEach((limit, i) => {
          const bound = [to.column(limit.slot), to.states(limit.slot), limit.op, Number(i === 0)];
          to.op(boundKernel, t, to.column(value), to.states(value), ...bound, rowsOperand(rows));
        });
        const near = to.call(() => settleNear(to.batch, slot, settle));
        to.op(settleKernel, t, Number(turned), near, rowsOperand(rows));
      },
    });
    return slot;
  });
}

function met(op: number, order: number): boolean {
  return op === 0 ? order >= 0 : op === 1 ? order <= 0 : op === 2 ? order > 0 : order < 0;
}
