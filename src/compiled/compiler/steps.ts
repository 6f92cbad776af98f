import { roundTo } from '../../decimal/exact.js';
import { type Batch, readError, readState, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import type { Compiler, LineStep } from './compiler.js';
import { stepSize, stepsOf } from '../kernels/rounding.js';
import { numOf, type Num } from '../machine/nums.js';
import { OPEN, type NumberSlot } from '../machine/slots.js';

/** The rounding step of lines: as exact number, and as size for doubles. */
export function lineStep(c: Compiler): LineStep {
  const { rounding } = c.model.pack;
  return (c.lineStep ??= { num: numOf(c.arena, rounding), size: stepSize(rounding) });
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
  if (slot.stateful && readState(batch, slot, row) > OPEN) return 0;
  return stepsIn(c, readValue(batch, slot, row), readError(batch, slot, row), () => readExact(batch, slot, row));
}
