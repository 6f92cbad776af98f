import { nameOf } from '../../model/node-id.js';
import type { Row } from '../../model/numbers.js';
import type { Reader } from '../context.js';
import { readCsv } from '../reading/csv.js';
import { didYouMean } from '../../model/near.js';
import { linkRows, type RowShape } from './table-rows.js';
import { rememberPosition, type Raw, type Scalar } from '../reading/tree.js';

const ROW_KEYS = ['source', 'status', 'note'];

/**
 * Rows from a CSV whose columns are named as `by` and `gives` (`value` for a table with one result); `source`, `status` and
 * `note` of a row may be columns too. Null after a finding.
 */
export function rowsOfFile(file: Scalar, shape: RowShape, reader: Reader): readonly Row[] | null {
  const csv = readCsv(file, reader.context);
  if (csv === null) return null;
  const { report } = reader.context;
  const definition = reader.context.definitions.find((d) => d.path === reader.path);
  const gives = definition?.body.gives as readonly Scalar[] | undefined;
  const wanted = [...shape.by.map((key) => nameOf(key.ref)), ...(gives?.map((name) => name.text) ?? ['value'])];
  const known = [...wanted, ...ROW_KEYS];
  let sound = true;
  for (const column of csv.columns) {
    if (known.includes(column.text)) continue;
    report.error(
      'csv-columns',
      column.place,
      `${column.text} is no column of this table`,
      didYouMean(column.text, known, `Columns: ${known.join(', ')}.`),
    );
    sound = false;
  }
  const at = wanted.map((name) => csv.columns.findIndex((column) => column.text === name));
  at.forEach((index, i) => {
    if (index >= 0) return;
    report.error(
      'csv-columns',
      csv.columns[0]?.place ?? file.place,
      `the column ${wanted[i] ?? ''} is missing`,
      `Columns: ${wanted.join(', ')}.`,
    );
    sound = false;
  });
  if (!sound) return null;
  const rows = csv.rows.map((row): Raw => {
    const place = row[0]?.place ?? file.place;
    const list: Raw[] = at.map((index) => row[index] as Scalar);
    const map: Record<string, Raw> = {};
    csv.columns.forEach((column, i) => {
      const cell = row[i];
      if (ROW_KEYS.includes(column.text) && cell !== undefined && cell.text !== '') map[column.text] = cell;
    });
    if (Object.keys(map).length > 0) {
      rememberPosition(map, place);
      list.push(map);
    }
    rememberPosition(list, place);
    return list;
  });
  return linkRows(rows, shape, reader);
}
