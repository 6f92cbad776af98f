import { el, type Html } from '../html/element.js';
import type { Bars } from '../chart.js';
import { BAR, frame, px, ROW, rowWords, TOP, WIDTH } from './frame.js';

/** A bar each; a mark stands where the reference is, if it is another amount. */
export function bars(id: string, title: string, description: string, { bars: list }: Bars): Html {
  const high = Math.max(1, ...list.flatMap(({ value, mark }) => [value, mark]));
  const x = (value: number): number => (Math.max(0, value) / high) * (WIDTH - 4);
  const rows = list.flatMap(({ label, amount, value, mark }, at) => {
    const y = at * ROW + TOP;
    const bar = el('rect', { class: 'bar need', x: 0, y, width: px(Math.max(1.5, x(value))), height: BAR });
    const reference = el('rect', { class: 'mark', x: px(x(mark)), y: y - 2, width: 2.5, height: BAR + 5 });
    return [bar, ...(mark === value ? [] : [reference]), ...rowWords(at, label, amount)];
  });
  return frame(id, title, description, list.length * ROW + 2, rows);
}
