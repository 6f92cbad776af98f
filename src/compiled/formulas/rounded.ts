import { faultIn } from '../../model/diagnostic.js';
import { ULP } from '../machine/bounds.js';
import {
  type Batch,
  errorsOf,
  readError,
  readExact,
  readState,
  readValue,
  rowsIn,
  valuesOf,
} from '../machine/batch.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { constant, numberSlot, once } from '../compiler/new-slots.js';
import { copyStatesKernel } from '../kernels/copy.js';
import { roundKernel, stepSize, UNSETTLED, wholeKernel, type StepSize } from '../kernels/rounding.js';
import { rowsOperand } from '../machine/writer.js';
import { doubleOf, down, multiply, numOf, roundBy, up, whole, type Num } from '../machine/nums.js';
import { KNOWN, OPEN, type NumberSlot } from '../machine/slots.js';

/** `round(x; step)`, `up(x)`, `down(x)`. */
export function rounded(c: Compiler, how: 'round' | 'up' | 'down', of: NumberSlot, step: string): NumberSlot {
  const stepNum = numOf(c.arena, step);
  const exactly = (value: Num): Num =>
    how === 'round' ? roundBy(c.arena, value, stepNum) : how === 'up' ? up(c.arena, value) : down(c.arena, value);
  if (of.constant !== null) return constant(c, exactly(of.constant), of.status as number, null);
  return once(c, `${how} ${of.id} ${step}`, () => {
    const size = stepSize(step);
    const slot: NumberSlot = numberSlot(c, {
      rows: of.rows,
      reads: [of],
      stateful: of.stateful,
      whole: size.times === 1,
      status: of.status,
      follows: [of],
      exact: (batch, row) => {
        const steps = how === 'round' ? settledSteps(batch, slot, size, row) : NaN;
        return steps === steps ? multiply(c.arena, whole(c.arena, steps), stepNum) : exactly(readExact(batch, of, row));
      },
    });
    addStep(c, {
      reads: [of],
      writes: [slot],
      write: (to) => {
        const [t, a, n] = [to.column(slot), to.column(of), rowsOperand(of.rows)];
        const settle = to.call(() => settleRows(to.batch, slot, of, exactly));
        if (how === 'round') to.op(roundKernel, t, a, to.doubles(size.times, size.over), settle, n);
        else to.op(wholeKernel, t, a, how === 'up' ? 1 : -1, settle, n);
        if (of.stateful) to.op(copyStatesKernel, t, to.column(of), n);
      },
    });
    return slot;
  });
}

/** More steps than this a double does not tell apart once they are turned into an amount and back. */
const MANY = 2 ** 40;

/** How many steps a row was rounded to: they say its exact value. NaN where the exact reader has to say or tell what went wrong. */
function settledSteps(batch: Batch, slot: NumberSlot, { times, over }: StepSize, row: number): number {
  if (!slot.filled || batch.failed || readState(batch, slot, row) !== KNOWN) return NaN;
  // UNSETTLED is below 0, and NaN is no bound
  if (!(readError(batch, slot, row) >= 0)) return NaN;
  const steps = Math.round((readValue(batch, slot, row) * times) / over);
  return Math.abs(steps) < MANY ? steps : NaN;
}

/** Rows that only the exact value can settle; one whose value cannot be had gets the bound NaN. */
function settleRows(batch: Batch, slot: NumberSlot, of: NumberSlot, exactly: (value: Num) => Num): void {
  const [v, e] = [valuesOf(batch, slot), errorsOf(batch, slot)];
  const n = rowsIn(batch, slot.rows);
  for (let row = 0; row < n; row++) {
    if (e[row] !== UNSETTLED) continue;
    e[row] = 0;
    if (of.stateful && readState(batch, of, row) > OPEN) continue;
    try {
      const value = doubleOf(exactly(readExact(batch, of, row)));
      v[row] = value;
      e[row] = Number.isInteger(value) ? 0 : Math.abs(value) * ULP;
    } catch (error) {
      faultIn(error);
      e[row] = NaN;
    }
  }
}
