import { SLACK, SNAP, ULP } from '../bounds.js';

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
 * The nearest number of steps, half away from zero; NaN where the value lies too near a tie to say, or has no bound.
 */
export function stepsOf(value: number, error: number, size: StepSize): number {
  const scaled = (value * size.times) / size.over;
  const bound =
    ((error * size.times) / size.over) * SLACK * SLACK + Math.abs(scaled) * ULP * 2 + (error === 0 ? 0 : SNAP);
  const far = Math.abs(scaled);
  const count = Math.floor(far + 0.5);
  // exact tie of an exact value: away from zero is what floor(x + 0.5) gives
  if (error === 0 && size.over === 1 && Number.isInteger(scaled)) return scaled;
  if (!(Math.abs(far - Math.floor(far) - 0.5) > bound) || !(far < 2 ** 50)) return NaN;
  return value < 0 ? -count : count;
}

/**
 * Steps of the rows that are there (truth 2), 0 for the others and for values nobody knows (states above 2); NaN where
 * only the exact value can say. Returns how many rows those are.
 */
export function countedKernel(
  v: Float64Array,
  there: Uint8Array,
  a: Float64Array,
  ae: Float64Array,
  as: Uint8Array,
  size: StepSize,
  n: number,
): number {
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    if (there[i] !== 2 || as[i]! > 2 || (a[i] === 0 && ae[i] === 0)) {
      v[i] = 0;
      continue;
    }
    const steps = stepsOf(a[i]!, ae[i]!, size);
    v[i] = steps;
    if (steps !== steps) doubtful++;
  }
  return doubtful;
}
