import { monthText } from '../../calendar/month.js';
import type { Table } from '../../model/numbers.js';
import type { Pack } from '../../model/pack.js';
import type { MonthIndex } from '../../model/value.js';
import { nameOfDefinition, point } from './point.js';

type Known = Pick<Pack, 'model' | 'places'>;

/**
 * Every row of every edition of a table; what goes on `beyond` the last one is one more thing to reach, not a hundred.
 * A row that gives `none` alone is a guard: to reach it is an error.
 */
export function rowPoints(known: Known, table: Table): readonly string[] {
  return table.editions.flatMap(({ from, rows }) => {
    const names = rows.flatMap(({ results }, row) =>
      results.every((result) => result === null) ? [] : [rowPoint(known, table, from, row)],
    );
    return [...new Set(names)];
  });
}

/** What a row of the model stands for: a row of the files, each of those that a row with lists stands for, or `beyond`. */
export function rowPoint(known: Known, table: Table, from: MonthIndex | null, row: number): string {
  const name = nameOfDefinition(table, known.model.tables);
  const path = editionPath(known, table, from);
  return known.places[`${path}/rows/${row}`] === undefined ? point.beyond(name, from) : point.row(name, from, row);
}

/** Key of an edition in `places`; `id#1` is the second table of an id. */
function editionPath({ model }: Known, table: Table, from: MonthIndex | null): string {
  const which = model.tables.filter(({ id }) => id === table.id).indexOf(table);
  const path = which > 0 ? `${table.id}#${which}` : table.id;
  return from === null ? path : `${path}/editions/${monthText(from)}`;
}
