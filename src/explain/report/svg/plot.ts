import { el, text, type Html } from '../html/element.js';
import type { Plot } from '../chart.js';
import { frame, px, WIDTH } from './frame.js';

/** Where the axes lie: room for numbers at the left, for names of lines above, for the name of the axis below. */
const LEFT = 44;
const RIGHT = WIDTH - 18;
const HIGH = 180;
const LEGEND = 18;
const BELOW = 40;

/** Lines over common axes, with their names above, a line at zero and a mark at the place that matters. */
export function plot(id: string, title: string, description: string, chart: Plot): Html {
  const top = chart.lines.length * LEGEND + 12;
  const bottom = top + HIGH;
  const x = scale(chart.x.ticks, LEFT, RIGHT);
  const y = scale(chart.y.ticks, bottom, top);
  const drawn = [
    ...chart.lines.flatMap((line, at) => legend(line, LEGEND * (at + 1) - 8)),
    ...chart.y.ticks.flatMap(({ at, label }) => [
      el('line', { class: at === 0 ? 'axis' : 'grid', x1: LEFT, x2: RIGHT, y1: px(y(at)), y2: px(y(at)) }),
      words('tick', LEFT - 6, y(at) + 4, label, 'end'),
    ]),
    ...chart.x.ticks.flatMap(({ at, label }) => [
      el('line', { class: 'grid', x1: px(x(at)), x2: px(x(at)), y1: bottom, y2: bottom + 4 }),
      words('tick', x(at), bottom + 17, label, 'middle'),
    ]),
    words('tick', (LEFT + RIGHT) / 2, bottom + BELOW - 6, chart.x.label, 'middle'),
    ...chart.lines.map(({ tone, points }) =>
      el('polyline', { class: `curve ${tone}`, points: points.map(([a, b]) => `${px(x(a))},${px(y(b))}`).join(' ') }),
    ),
    ...(chart.mark === undefined ? [] : mark(chart.mark, x, y(0), top, bottom)),
  ];
  return frame(id, title, description, bottom + BELOW, drawn, 'plot');
}

type Scale = (value: number) => number;

function scale(ticks: Plot['x']['ticks'], from: number, to: number): Scale {
  const [low, high] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Its words stand low, where a balance that rises leaves room, on the side that has more of it. */
function mark({ at, label }: NonNullable<Plot['mark']>, x: Scale, zero: number, top: number, bottom: number): Html[] {
  const place = x(at);
  const right = place < (LEFT + RIGHT) / 2;
  return [
    el('line', { class: 'lead', x1: px(place), x2: px(place), y1: top, y2: bottom }),
    el('circle', { class: 'mark', cx: px(place), cy: px(zero), r: 4 }),
    words('strong', place + (right ? 7 : -7), bottom - 9, label, right ? 'start' : 'end'),
  ];
}

function legend({ label, tone }: Plot['lines'][number], y: number): Html[] {
  return [
    el('line', { class: `curve ${tone}`, x1: 2, x2: 30, y1: y, y2: y }),
    words('label', LEFT - 6, y + 4, label, 'start'),
  ];
}

function words(kind: string, x: number, y: number, label: string, anchor: 'start' | 'middle' | 'end'): Html {
  return el('text', { class: kind, x: px(x), y: px(y), 'text-anchor': anchor }, text(label));
}
