import { el, type Html } from '../html/element.js';
import { px } from './frame.js';

const WIDE = 120;
const HIGH = 24;
/** Room for the stroke and for the dot at the end. */
const EDGE = 4;

/**
 * A line without words, from its smallest value to its largest; all alike lie in the middle. It repeats numbers of its table,
 * so it is hidden from those who listen.
 */
export function smallLine(values: readonly number[]): Html {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number): number =>
    high === low ? HIGH / 2 : HIGH - EDGE - ((value - low) / (high - low)) * (HIGH - 2 * EDGE);
  const x = (at: number): number =>
    values.length === 1 ? WIDE - EDGE : EDGE + (at / (values.length - 1)) * (WIDE - 2 * EDGE);
  const places = values.map((value, at) => [px(x(at)), px(y(value))] as const);
  const [cx = '', cy = ''] = places.at(-1) ?? [];
  return el(
    'svg',
    { class: 'small-line', viewBox: `0 0 ${WIDE} ${HIGH}`, 'aria-hidden': 'true' },
    el('polyline', { points: places.map((place) => place.join(',')).join(' ') }),
    el('circle', { cx, cy, r: 2.6 }),
  );
}
