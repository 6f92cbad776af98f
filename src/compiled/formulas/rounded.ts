import { faultIn } from '../../model/diagnostic.js';
import { ULP } from '../machine/bounds.js';
import { type Batch, errorsOf, readState, rowsIn, valuesOf } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { constant, numberSlot, once } from '../compiler/new-slots.js';
import { copyStatesKernel } from '../kernels/copy.js';
import { roundKernel, stepSize, UNSETTLED, wholeKernel } from '../kernels/rounding.js';
import { rowsOperand } from '../machine/writer.js';
import { placesOf } from '../machine/decimal-places.js';
import { doubleOf, down, numOf, roundBy, up, type Num } from '../machine/nums.js';
import { OPEN, type NumberSlot } from '../machine/slots.js';

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
      places: placesOf(stepNum.value),
      status: of.status,
      follows: [of],
      exact: (batch, row) => exactly(readExact(batch, of, row)),
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
