import type { Test } from '../model/condition.js';
import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { addStep, making, once, truthSlot, type Compiler } from './compiler.js';
import { numberIn, rowsOf } from './lift.js';
import type { Context } from './context.js';
import { numberOf } from './expressions.js';
import { boundKernel, NEAR, turnKernel } from './kernels/truth.js';
import { nameNumber } from './names.js';
import { compare } from './nums.js';
import { NO, NONE, UNDECIDED, YES, type TruthSlot } from './slots.js';
import { settleNear } from './number-test.js';

const OPS = { from: 0, to: 1, above: 2, below: 3 } as const;

/** Against numbers or formulas; all bounds must hold. */
export function compareTest(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'compare') throw new Error('no comparison');
  const named = nameNumber(c, test.ref, ctx, 'years');
  making(c, test.ref, nameNumber(c, test.ref, ctx, 'months'));
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
      const state = statesOf(batch, value)[row]!;
      for (const limit of limits) {
        const one =
          state === NONE
            ? NO
            : state > NONE || statesOf(batch, limit.slot)[row]! > NONE
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
      bind: (batch) => {
        const t = truthsOf(batch, slot);
        const [v, e, s] = [valuesOf(batch, value), errorsOf(batch, value), statesOf(batch, value)];
        const b = limits.map((limit) => valuesOf(batch, limit.slot));
        const be = limits.map((limit) => errorsOf(batch, limit.slot));
        const bs = limits.map((limit) => statesOf(batch, limit.slot));
        return () => {
          const n = rowsIn(batch, rows);
          let near = 0;
          for (let i = 0; i < limits.length; i++)
            near += boundKernel(t, v, e, s, b[i]!, be[i]!, bs[i]!, limits[i]!.op, i === 0, n);
          if (near === 0) {
            if (turned) turnKernel(t, n);
            return;
          }
          if (turned) for (let i = 0; i < n; i++) if (t[i] !== NEAR) t[i] = YES - t[i]!;
          settleNear(batch, t, n, settle);
        };
      },
    });
    return slot;
  });
}

function met(op: number, order: number): boolean {
  return op === 0 ? order >= 0 : op === 1 ? order <= 0 : op === 2 ? order > 0 : order < 0;
}
