import { el, text, type Html } from '../html/element.js';

/** Width in which charts are drawn; they are shown at about this size, so that their text keeps its own. */
export const WIDTH = 360;

/** Height of a row, where its bar begins in it, and the bar's height. */
export const ROW = 35;
export const TOP = 19;
export const BAR = 9;

/** A chart with its name and what it shows for those who cannot see it. `id` is unique on the page. */
export function frame(
  id: string,
  title: string,
  description: string,
  height: number,
  children: readonly Html[],
  kind = '',
): Html {
  const labelled = `${id}-title ${id}-text`;
  return el(
    'svg',
    {
      class: kind === '' ? 'chart' : `chart ${kind}`,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-labelledby': labelled,
    },
    el('title', { id: `${id}-title` }, text(title)),
    el('desc', { id: `${id}-text` }, text(description)),
    ...children,
  );
}

/** The words of a row, above its bar: its label at the left, its amount at the right. */
export function rowWords(row: number, label: string, amount: string, strong = false): Html[] {
  const weight = strong ? ' strong' : '';
  const y = row * ROW + TOP - 5;
  return [
    el('text', { class: `label${weight}`, x: 0, y }, text(fitted(label, amount))),
    el('text', { class: `amount${weight}`, x: WIDTH, y, 'text-anchor': 'end' }, text(amount)),
  ];
}

/** Average width of a letter at the size of the labels. */
const LETTER = 6.6;

/** Where the words of a row end at the left and begin at the right, and the height they take: lines keep out of it. */
export function roomBetween(row: number, label: string, amount: string): Room {
  const width = (words: string): number => widthOf(words) + GAP;
  const bottom = row * ROW + TOP - 1;
  return { left: width(fitted(label, amount)), right: WIDTH - width(amount), top: bottom - 19, bottom };
}

/** Between the words of a row and a line that passes beside them. */
const GAP = 9;

/** No narrower than the words are drawn: a short word of wide letters (`Wohnen`) is wider than the average. */
function widthOf(words: string): number {
  const wide = words.match(/[WMwm]/g)?.length ?? 0;
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  return Array.from(words).length * LETTER + wide * 4 + capitals * 2;
}

export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label cut to the room its amount leaves; the table beside the chart has it whole. */
function fitted(label: string, amount: string): string {
  const room = Math.floor((WIDTH - 16) / LETTER) - amount.length;
  const letters = Array.from(label);
  return letters.length <= room
    ? label
    : `${letters
        .slice(0, Math.max(1, room - 1))
        .join('')
        .trimEnd()}…`;
}

/** A length in the drawing, short and the same everywhere. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
