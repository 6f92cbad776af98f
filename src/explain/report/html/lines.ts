import type { Lines, LineGroup, LineRow } from '../view.js';
import { apart, el, join, text, type Html } from './element.js';
import type { Draw } from './draw.js';

/** Lines of the budget by basket: a basket unfolds into its lines, a line into what is behind it. */
export function linesOf({ heads, groups, total }: Lines, draw: Draw, unfold: boolean): Html {
  const rows = groups.map((group) => groupItem(group, heads, draw, unfold));
  const sum =
    total === undefined
      ? []
      : [
          el(
            'p',
            { class: `line total amounts-${heads.length}` },
            ...cells(total.cells[0] ?? '', total.cells.slice(1), heads),
          ),
        ];
  const names = heads.map((head) => el('span', {}, text(head)));
  return join([
    // One column of amounts needs no head: its part says what it is.
    ...(heads.length > 1
      ? [el('p', { class: `line heads amounts-${heads.length}`, 'aria-hidden': 'true' }, el('span', {}), ...names)]
      : []),
    el('ul', { class: `lines amounts-${heads.length}` }, ...rows),
    ...sum,
  ]);
}

function groupItem({ label, amounts, rows }: LineGroup, heads: readonly string[], draw: Draw, unfold: boolean): Html {
  return el(
    'li',
    {},
    el(
      'details',
      { class: 'basket', open: unfold },
      el('summary', { class: 'line' }, ...cells(label, amounts, heads)),
      el('ul', {}, ...rows.map((row) => lineItem(row, heads, draw))),
    ),
  );
}

function lineItem({ label, amounts, why }: LineRow, heads: readonly string[], draw: Draw): Html {
  const line = cells(label, amounts, heads);
  if (why.length === 0) return el('li', {}, el('p', { class: 'line plain' }, ...line));
  const behind = el('div', { class: 'why' }, ...why.map((block) => draw(block, 6)));
  return el('li', {}, el('details', {}, el('summary', { class: 'line' }, ...line), behind));
}

/** A label and its amounts; each amount tells its column to those who listen. */
function cells(label: string, amounts: readonly string[], heads: readonly string[]): Html[] {
  return [
    el('span', { class: 'label' }, apart(label)),
    ...amounts.map((amount, at) =>
      el('span', { class: 'number' }, el('span', { class: 'hidden' }, text(`${heads[at] ?? ''} `)), apart(amount)),
    ),
  ];
}
