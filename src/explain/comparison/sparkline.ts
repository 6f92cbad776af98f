const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A small line of bars, one a value, from the smallest to the largest of them; all alike stand in the middle. */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (high - low) / (BARS.length - 1);
  return values.map((value) => BARS[step === 0 ? 3 : Math.round((value - low) / step)]).join('');
}
