import type { Row, Table } from '../view.js';
import { smallLine } from '../svg/small-line.js';
import { apart, el, text, type Html } from './element.js';

/** From so many columns on, a row folds into a card on a narrow screen. */
const FOLDS = 4;
/** So many columns of short cells stay a table all the same; more than some of them in smaller letters. */
const COMPACT = 6;
const TIGHT = 4;

/**
 * A table. One that folds has its roles written out, since a browser forgets them with the layout, and each cell carries
 * the head of its column.
 */
export function tableOf(table: Table): Html {
  const { caption, heads, rows } = table;
  const { role, folds } = layoutOf(table);
  const blank = heads.every((head) => head === '');
  return el(
    'table',
    { role: role('table'), class: classOf(table, folds) },
    el('caption', { class: 'hidden' }, text(caption)),
    ...(blank
      ? []
      : [
          el(
            'thead',
            { role: role('rowgroup') },
            el(
              'tr',
              { role: role('row') },
              ...heads.map((head, at) => headCell(table, head, at)),
              ...(table.drawn === undefined ? [] : [headCell(table, table.drawn, 0)]),
            ),
          ),
        ]),
    el('tbody', { role: role('rowgroup') }, ...rows.map((row) => rowOf(table, row))),
  );
}

function classOf({ heads, compact }: Table, folds: boolean): string | undefined {
  if (folds || compact !== true) return folds ? 'folds' : undefined;
  return heads.length > TIGHT ? 'compact tight' : 'compact';
}

function layoutOf({ heads, compact }: Table): { folds: boolean; role: (name: string) => string | undefined } {
  const folds = heads.length >= FOLDS && !(compact === true && heads.length <= COMPACT);
  return { folds, role: (name) => (folds ? name : undefined) };
}

function headCell(table: Table, head: string, at: number): Html {
  const { role } = layoutOf(table);
  // A head without words is a cell: a header that says nothing would be read out.
  if (head === '') return el('td', { role: role('cell') });
  const kind = at === 0 || table.words?.includes(at) === true ? undefined : 'number';
  return el('th', { scope: 'col', role: role('columnheader'), class: kind }, text(head));
}

function rowOf(table: Table, { cells, tone, total, url, line }: Row): Html {
  const { role, folds } = layoutOf(table);
  const [first = '', ...others] = cells;
  const classes = [tone, total === true ? 'total' : undefined].filter((one) => one !== undefined).join(' ');
  const label = url === undefined ? apart(first) : el('a', { href: url, rel: 'noreferrer' }, apart(first));
  return el(
    'tr',
    { role: role('row'), class: classes === '' ? undefined : classes },
    el('th', { scope: 'row', role: role('rowheader') }, label),
    ...others.map((cell, at) => {
      const kind = table.words?.includes(at + 1) === true ? undefined : 'number';
      return el(
        'td',
        { role: role('cell'), class: kind, 'data-head': folds ? table.heads[at + 1] : undefined },
        apart(cell),
      );
    }),
    ...(line === undefined ? [] : [el('td', { role: role('cell'), class: 'way' }, smallLine(line))]),
  );
}
