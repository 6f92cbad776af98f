import { SNAP, ULP } from './bounds.js';
import { errorsOf, readExact, rowsIn, statesOf, valuesOf, type Batch } from './batch.js';
import { addStep, constant, numberSlot, once, type Compiler } from './compiler.js';
import { copyRows } from './expressions.js';
import { stepSize, stepsOf } from './kernels/rounding.js';
import { down, numOf, roundBy, up, type Num } from './nums.js';
import { KNOWN, OPEN, type NumberSlot, type Run } from './slots.js';

/** `round(x; step)`, `up(x)`, `down(x)`. */
export function rounded(c: Compiler, how: 'round' | 'up' | 'down', of: NumberSlot, step: string): NumberSlot {
  const stepNum = numOf(c.arena, step);
  const exactly = (value: Num): Num =>
    how === 'round' ? roundBy(c.arena, value, stepNum) : how === 'up' ? up(c.arena, value) : down(c.arena, value);
  if (of.constant !== null) return constant(c, exactly(of.constant), of.status as number, null);
  return once(c, `${how} ${of.id} ${step}`, () => {
    const size = stepSize(step);
    const slot = numberSlot(c, {
      rows: of.rows,
      reads: [of],
      stateful: of.stateful,
      whole: size.times === 1,
      status: of.status,
      exact: (batch, row) => exactly(readExact(batch, of, row)),
    });
    const unit = size.over / size.times;
    const bind = (batch: Batch): Run => {
      const [v, e, s] = [valuesOf(batch, slot), errorsOf(batch, slot), statesOf(batch, slot)];
      const [a, ae, as] = [valuesOf(batch, of), errorsOf(batch, of), statesOf(batch, of)];
      return () => {
        const n = rowsIn(batch, of.rows);
        for (let i = 0; i < n; i++) {
          const x = a[i]!;
          const error = ae[i]!;
          const k = how === 'round' ? stepsOf(x, error, size) : wholeOf(how, x, error);
          v[i] = k === k ? k * unit : x;
          if (k === k) e[i] = size.times === 1 ? 0 : Math.abs(k * unit) * ULP * 2;
          else if (error !== error) e[i] = NaN;
          else settle(batch, i);
        }
        if (of.stateful) copyRows(s, as, n);
      };
    };
    const settle = (batch: Batch, row: number): void => {
      const state = of.stateful ? statesOf(batch, of)[row]! : KNOWN;
      if (state > OPEN) return;
      try {
        const value = exactly(readExact(batch, of, row)).value.toNumber();
        valuesOf(batch, slot)[row] = value;
        errorsOf(batch, slot)[row] = Number.isInteger(value) ? 0 : Math.abs(value) * ULP;
      } catch {
        errorsOf(batch, slot)[row] = NaN;
      }
    };
    addStep(c, { reads: [of], writes: [slot], bind });
    return slot;
  });
}

/** The next whole number upwards or downwards; NaN where the value lies too near one to say. */
function wholeOf(how: 'up' | 'down', value: number, error: number): number {
  if (error === 0 && Number.isInteger(value)) return value;
  const nearest = Math.round(value);
  if (!(Math.abs(value - nearest) > error + SNAP)) return NaN;
  return how === 'up' ? Math.ceil(value) : Math.floor(value);
}
