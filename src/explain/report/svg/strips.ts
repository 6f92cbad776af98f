import { el, type Html } from '../html/element.js';
import type { Measure, Shares } from '../view.js';
import { px } from './frame.js';

/** Bars without words: they repeat what stands beside them, so they are hidden from those who listen. */
function strip(name: string, height: number, children: readonly Html[]): Html {
  const box = { viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return el('svg', { class: `strip ${name}`, ...box }, ...children);
}

/** One amount as a part of the largest. */
export function measureStrip({ value, tone }: Measure, largest: number): Html {
  const width = largest <= 0 ? 0 : (Math.max(0, value) / largest) * 100;
  return strip('measure', 10, [
    el('rect', { class: 'track', x: 0, y: 0, width: 100, height: 10 }),
    el('rect', { class: `bar ${tone}`, x: 0, y: 0, width: px(width), height: 10 }),
  ]);
}

/** Parts of a whole, one after the other. */
export function shareStrip({ parts }: Shares): Html {
  const sum = parts.reduce((total, { value }) => total + Math.max(0, value), 0);
  let x = 0;
  const rects = parts.map(({ value, tone }) => {
    const width = sum === 0 ? 0 : (Math.max(0, value) / sum) * 100;
    const rect = el('rect', { class: `bar ${tone}`, x: px(x), y: 0, width: px(width), height: 10 });
    x += width;
    return rect;
  });
  return strip('shares', 10, rects);
}
