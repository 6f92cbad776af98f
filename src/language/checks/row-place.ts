import { monthText } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import type { MonthIndex } from '../../model/value.js';
import type { DefinitionInfo, Linked } from '../linked.js';
import type { Finder } from './found.js';

/** A row as somebody wrote it; rows that pairs and `beyond` write out belong to the row they come from. */
export interface WrittenRow {
  /** Counted from 1. */
  readonly number: number;
  readonly place: Place;
}

/** Where an edition stands; else the table. */
export function editionPlace(find: Finder, info: DefinitionInfo, month: MonthIndex | null): Place {
  return find.at(editionPath(info, month));
}

/** For each row of the model the written row behind it. */
export function writtenRows(
  { places }: Linked,
  find: Finder,
  info: DefinitionInfo,
  month: MonthIndex | null,
  count: number,
): readonly WrittenRow[] {
  const path = editionPath(info, month);
  const rows: WrittenRow[] = [];
  for (let row = 0; row < count; row++) {
    const before = rows[row - 1];
    const place = places[`${path}/rows/${row}`];
    if (before !== undefined && (place === undefined || same(place, before.place))) rows.push(before);
    else rows.push({ number: (before?.number ?? 0) + 1, place: place ?? find.at(path) });
  }
  return rows;
}

function same(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column && a.file === b.file;
}

function editionPath(info: DefinitionInfo, month: MonthIndex | null): string {
  return month === null ? info.path : `${info.path}/editions/${monthText(month)}`;
}
