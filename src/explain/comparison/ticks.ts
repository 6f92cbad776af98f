/** Steps that people count in. */
const STEPS = [1, 2, 5, 10];

/** Round numbers around all values and zero, evenly apart: about `most` steps. */
export function ticks(values: readonly number[], most: number): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values, low + 1);
  const least = (high - low) / most;
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = ten * STEPS.find((one) => one * ten >= least * 0.999)!;
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}
