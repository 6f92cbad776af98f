import { monthIndex, monthText } from '../../calendar/month.js';
import type { Row } from '../../model/numbers.js';
import type { MonthIndex } from '../../model/value.js';
import { noteDown, type Reader } from '../context.js';
import type { Definition } from '../reading/definitions.js';
import { isList, isMap, keyPlace, placeOf, type Raw, type RawList, type Scalar } from '../reading/tree.js';
import { common, number, onlyYes, rows, strict, text } from '../shapes/shape.js';
import { originUnder, type Origin } from '../values/provenance.js';
import { rowsOfFile } from './table-file.js';
import { linkRows, type RowShape } from './table-rows.js';
import { uprated } from './table-uprate.js';

/** `2025-02: { rows: […] }`: the rows from a month on. Exactly one of `rows`, `uprate`, `file`. */
export const edition = strict({
  rows: rows.optional(),
  uprate: strict({ by: number, round: number.optional() }).optional(),
  file: text.optional(),
  source: common.source,
  status: common.status,
  note: common.note,
  seen: common.seen,
  review: common.review,
  law: onlyYes.optional(),
});

export interface Edition {
  readonly from: MonthIndex | null;
  readonly rows: readonly Row[];
}

/** The editions of a table in the order of their months; without `editions` one, from ever. Null after a finding. */
export function linkEditions(
  definition: Definition,
  shape: RowShape,
  reader: Reader,
  origin: Origin,
): readonly Edition[] | null {
  const { id, body, path } = definition;
  const { report } = reader.context;
  if (body.editions === undefined) {
    const found = linkRowsOf(body, shape, reader, origin, path);
    return found === null ? null : [{ from: null, rows: found }];
  }
  const raw = body.editions as Record<string, Raw>;
  const months = Object.keys(raw).sort();
  const editions: Edition[] = [];
  let sound = true;
  for (const month of months) {
    const entry = raw[month] as Raw;
    const from = monthIndex(month);
    if (from === null || !isMap(entry)) {
      report.error(
        'wrong-value',
        keyPlace(raw, month),
        `${id}: ${month} is no month`,
        'Write the month from which the edition holds: 2025-02.',
      );
      sound = false;
      continue;
    }
    const at = `${path}/editions/${monthText(from)}`;
    reader.context.places[at] = keyPlace(raw, month);
    noteDown(reader.context, path, entry);
    const inner = originUnder(origin, entry);
    const before = editions[editions.length - 1];
    const rowsHere =
      'uprate' in entry
        ? uprated(id, entry, before?.rows ?? null, inner, reader)
        : linkRowsOf(entry, shape, reader, inner, at);
    // uprated rows stand nowhere of their own: they are where the uprating is written
    if ('uprate' in entry)
      rowsHere?.forEach((_, row) => (reader.context.places[`${at}/rows/${row}`] = keyPlace(entry, 'uprate')));
    if (rowsHere === null) sound = false;
    else editions.push({ from, rows: rowsHere });
  }
  return sound ? editions : null;
}

function linkRowsOf(
  holder: Record<string, unknown>,
  shape: RowShape,
  reader: Reader,
  origin: Origin,
  at: string,
): readonly Row[] | null {
  const raw = holder.rows as RawList | undefined;
  const file = holder.file as Scalar | undefined;
  const { report } = reader.context;
  if ((raw === undefined) === (file === undefined) || (raw !== undefined && !isList(raw))) {
    report.error(
      'exactly-one',
      placeOf(holder as unknown as Raw),
      'an edition has exactly one of rows, uprate, file',
      'Write rows: [[…], […]].',
    );
    return null;
  }
  if (raw !== undefined) return linkRows(raw, { ...shape, path: at }, { ...reader, origin });
  return rowsOfFile(file as Scalar, { ...shape, path: at }, { ...reader, origin });
}
