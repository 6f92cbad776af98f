import { cells } from '../words/columns.js';

/** A line of a chart: a value for each place along the bottom, and the sign it is drawn with. */
export interface ChartLine {
  readonly sign: string;
  readonly values: readonly number[];
}

export interface Chart {
  /** Later ones are drawn over earlier ones. */
  readonly lines: readonly ChartLine[];
  /** Words under the first, the middle and the last place. */
  readonly bottom: readonly [string, string, string];
  /** A value at the left margin. */
  readonly label: (value: number) => string;
}

const HEIGHT = 15;

/** Lines over a common scale in a block of text, with a line at zero. */
export function chartLines({ lines, bottom, label }: Chart, width: number): string[] {
  const all = [0, ...lines.flatMap(({ values }) => values)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = high === low ? 1 : (high - low) / (HEIGHT - 1);
  const rowOf = (value: number): number => Math.round((high - value) / step);
  const zero = rowOf(0);
  const labels = new Map([...new Set([0, HEIGHT - 1])].map((row) => [row, label(row === 0 ? high : low)]));
  labels.set(zero, label(0));
  const margin = Math.max(...[...labels.values()].map(cells)) + 1;
  const room = Math.max(lines[0]?.values.length ?? 1, width - margin - 4);
  const grid = Array.from({ length: HEIGHT }, (_, row) =>
    Array.from({ length: room }, (): string => (row === zero ? '┄' : ' ')),
  );
  for (const { sign, values } of lines)
    values.forEach((value, i) => {
      const column = values.length === 1 ? 0 : Math.round((i * (room - 1)) / (values.length - 1));
      grid[rowOf(value)]![column] = sign;
    });
  const drawn = grid.map((row, at) => {
    const text = labels.get(at) ?? '';
    return `  ${' '.repeat(margin - 1 - cells(text))}${text} ${at === zero || text !== '' ? '┤' : '│'}${row.join('')}`.trimEnd();
  });
  return [...drawn, `  ${' '.repeat(margin)}└${'─'.repeat(room)}`, ' '.repeat(margin + 3) + spread(bottom, room)];
}

/** Three words under the ends and the middle. */
function spread([first, middle, last]: Chart['bottom'], room: number): string {
  const before = Math.max(1, Math.round((room - cells(middle)) / 2) - cells(first));
  const after = Math.max(1, room - cells(first) - before - cells(middle) - cells(last));
  return first + ' '.repeat(before) + middle + ' '.repeat(after) + last;
}
