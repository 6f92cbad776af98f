import { roundTo } from '../decimal/exact.js';
import { errorsOf, readExact, statesOf, valuesOf, type Batch } from './batch.js';
import { noted, type Compiler } from './compiler.js';
import { stepSize, stepsOf, type StepSize } from './kernels/rounding.js';
import { numOf, type Num } from './nums.js';
import { OPEN, type NumberSlot } from './slots.js';

/** The rounding step of lines: as exact number, and as size for doubles. */
export function lineStep(c: Compiler): { readonly num: Num; readonly size: StepSize } {
  return noted(c, 'line step', () => ({
    num: numOf(c.arena, c.model.pack.rounding),
    size: stepSize(c.model.pack.rounding),
  }));
}

/** How many steps an exact value is, rounded half away from zero. */
export function exactSteps(c: Compiler, value: Num): number {
  if (value.steps === value.steps) return value.steps;
  const { num } = lineStep(c);
  value.steps = roundTo(value.value, num.value).div(num.value).toNumber();
  return value.steps;
}

/** How many steps a double with its bound is; too near a tie, the exact value is asked for. */
export function stepsIn(c: Compiler, value: number, error: number, exact: () => Num): number {
  const { size } = lineStep(c);
  const steps = stepsOf(value, error, size.times, size.over);
  return steps === steps ? steps : exactSteps(c, exact());
}

/** A row of a number in steps. */
export function stepsAt(c: Compiler, batch: Batch, slot: NumberSlot, row: number): number {
  if (slot.stateful && statesOf(batch, slot)[row]! > OPEN) return 0;
  return stepsIn(c, valuesOf(batch, slot)[row]!, errorsOf(batch, slot)[row]!, () => readExact(batch, slot, row));
}
