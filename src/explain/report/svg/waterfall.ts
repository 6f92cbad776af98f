import { el, type Html } from '../html/element.js';
import type { Tone, Waterfall } from '../chart.js';
import { BAR, frame, px, roomBetween, ROW, rowWords, TOP, WIDTH, type Room } from './frame.js';

/** A row a bar, from top to bottom: each begins where the one before ended, so that the way from income to balance is seen. */
export function waterfall(id: string, title: string, description: string, { bars }: Waterfall): Html {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends, low + 1);
  const x = (value: number): number => ((value - low) / (high - low)) * (WIDTH - 2) + 1;
  const bar = (from: number, to: number, y: number, tone: Tone): Html => {
    const left = Math.min(x(from), x(to));
    const width = Math.max(1.5, Math.abs(x(to) - x(from)));
    return el('rect', { class: `bar ${tone}`, x: px(left), y, width: px(width), height: BAR });
  };
  const rooms = bars.map(({ label, amount }, at) => roomBetween(at, label, amount));
  const drawn = bars.flatMap((one, at) => {
    const top = at * ROW + TOP;
    const parts = covered(one).map(({ from, to, tone }) => bar(from, to, top, tone));
    // A thin line leads from where this bar ends to where the next begins.
    return at < bars.length - 2 ? [...upright('lead', x(one.to), top + BAR, top + ROW, rooms), ...parts] : parts;
  });
  const height = bars.length * ROW + 2;
  const isEnd = (at: number): boolean => at === 0 || at === bars.length - 1;
  const words = bars.flatMap(({ label, amount }, at) => rowWords(at, label, amount, isEnd(at)));
  // where nothing is below zero, all bars begin at the edge, which needs no line
  const axis = low < 0 ? upright('axis', x(0), TOP, height, rooms) : [];
  return frame(id, title, description, height, [...axis, ...drawn, ...words]);
}

type Bar = Pick<Waterfall['bars'][number], 'from' | 'to' | 'tone'>;

/** What no income covers has a colour of its own. */
function covered({ from, to, tone }: Bar): Bar[] {
  if (tone !== 'need' || to >= 0) return [{ from, to, tone }];
  const beyond: Bar = { from: Math.min(from, 0), to, tone: 'beyond' };
  return from > 0 ? [{ from, to: 0, tone }, beyond] : [beyond];
}

/** A line from y1 down to y2, broken where it would run through the words of a row. */
function upright(name: string, x: number, y1: number, y2: number, rooms: readonly Room[]): Html[] {
  const met = rooms.filter(({ left, right, top, bottom }) => (x < left || x > right) && bottom > y1 && top < y2);
  const starts = [y1, ...met.map(({ bottom }) => bottom)];
  const ends = [...met.map(({ top }) => top), y2];
  return starts.flatMap((start, at) => {
    const end = ends[at] ?? y2;
    return end - start < 1 ? [] : [el('line', { class: name, x1: px(x), x2: px(x), y1: start, y2: end })];
  });
}
