import { SLACK, SNAP, ULP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';
import { isAnywhere } from './truth.js';

/** Rounding to steps: what one step is, as times / over (0.01 is 100 / 1, ten is 1 / 10). */
export interface StepSize {
  readonly times: number;
  readonly over: number;
}

/** The step of a plain decimal: 0.01 → 100 / 1; 10 → 1 / 10; 0.05 → 100 / 5. */
export function stepSize(text: string): StepSize {
  const dot = text.indexOf('.');
  const times = dot < 0 ? 1 : 10 ** (text.length - dot - 1);
  return { times, over: Math.round(Number(text) * times) };
}

/**
 * The nearest number of steps (`times` / `over` to one), half away from zero; NaN where the value lies too near a tie to
 * say, or has no bound.
 */
export function stepsOf(value: number, error: number, times: number, over: number): number {
  const scaled = (value * times) / over;
  const bound = ((error * times) / over) * SLACK * SLACK + Math.abs(scaled) * ULP * 2 + (error === 0 ? 0 : SNAP);
  const far = Math.abs(scaled);
  const count = Math.floor(far + 0.5);
  // exact tie of an exact value: away from zero is what floor(x + 0.5) gives
  if (error === 0 && over === 1 && Number.isInteger(scaled)) return scaled;
  if (!(Math.abs(far - Math.floor(far) - 0.5) > bound) || !(far < 2 ** 50)) return NaN;
  return value < 0 ? -count : count;
}

/**
 * Steps of the rows that are there (truth 2), 0 for the others and for values nobody knows (states above 2); NaN where
 * only the exact value can say: then the call is made.
 * Operands: result, which rows are there, number, its states, doubles of the step (times, over), call, rows.
 */
export function countedKernel(code: Code, at: number): void {
  const { values, errors, states, truths, operands, doubles, rows } = code;
  const t = operands[at]!;
  const there = operands[at + 1]!;
  const a = operands[at + 2]!;
  const s = operands[at + 3]!;
  const step = operands[at + 4]!;
  const n = rows[operands[at + 6]!]!;
  // most kinds of income nobody of a batch has
  if (!isAnywhere(truths, there, n)) {
    values.fill(0, t, t + n);
    return;
  }
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const error = errors[a + i]!;
    if (truths[there + i] !== 2 || (s >= 0 && states[s + i]! > 2) || (x === 0 && error === 0)) {
      values[t + i] = 0;
      continue;
    }
    const steps = stepsOf(x, error, doubles[step]!, doubles[step + 1]!);
    values[t + i] = steps;
    if (steps !== steps) doubtful++;
  }
  if (doubtful > 0) code.calls[operands[at + 5]!]!();
}

/** Marks a row whose rounding only the exact value can say. */
export const UNSETTLED = -1;

/** Rounded to steps; operands: result, number, doubles of the step (times, over), call, rows. */
export function roundKernel(code: Code, at: number): void {
  const { values, errors, operands, doubles, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const step = operands[at + 2]!;
  const n = rows[operands[at + 4]!]!;
  const times = doubles[step]!;
  const over = doubles[step + 1]!;
  const unit = over / times;
  let unsettled = 0;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const error = errors[a + i]!;
    const steps = stepsOf(x, error, times, over);
    if (steps === steps) {
      values[t + i] = steps * unit;
      errors[t + i] = times === 1 ? 0 : Math.abs(steps * unit) * ULP * 2;
    } else {
      values[t + i] = x;
      if (error === error) {
        errors[t + i] = UNSETTLED;
        unsettled++;
      } else errors[t + i] = NaN;
    }
  }
  if (unsettled > 0) code.calls[operands[at + 3]!]!();
}

/** The next whole number upwards (1) or downwards (-1); operands: result, number, direction, call, rows. */
export function wholeKernel(code: Code, at: number): void {
  const { values, errors, operands, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const upwards = operands[at + 2] === 1;
  const n = rows[operands[at + 4]!]!;
  let unsettled = 0;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const error = errors[a + i]!;
    const isWhole = error === 0 && Number.isInteger(x);
    if (isWhole || Math.abs(x - Math.round(x)) > error + SNAP) {
      values[t + i] = upwards ? Math.ceil(x) : Math.floor(x);
      errors[t + i] = 0;
    } else {
      values[t + i] = x;
      if (error === error) {
        errors[t + i] = UNSETTLED;
        unsettled++;
      } else errors[t + i] = NaN;
    }
  }
  if (unsettled > 0) code.calls[operands[at + 3]!]!();
}
