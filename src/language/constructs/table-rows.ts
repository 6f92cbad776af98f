import type { Expression } from '../../model/expression.js';
import type { Cell, Row } from '../../model/numbers.js';
import { looksLikeBand } from '../values/band.js';
import { readBand, readListed } from '../values/listed.js';
import { noteDown, type Reader } from '../context.js';
import { originAround, originUnder } from '../values/provenance.js';
import { hasShape } from '../shapes/shape-errors.js';
import { carried, onlyYes, strict } from '../shapes/shape.js';
import type { Key } from './table-keys.js';
import { oneValue } from '../values/test-value.js';
import { isList, isMap, isScalar, placeOf, type Raw, type RawList } from '../reading/tree.js';
import { FACTOR, type Unit } from '../values/unit.js';
import { linkValue } from '../values/value.js';

/** What every row of a table must look like. */
export interface RowShape {
  readonly by: readonly Key[];
  readonly gives: number;
  readonly resultUnit: Unit;
  /** Words that may be results. */
  readonly words: readonly string[];
  /** Place path of the table or edition. */
  readonly path: string;
  readonly paired: boolean;
}

const rowMap = strict({ ...carried, law: onlyYes.optional() });

/** Links rows: a cell for each key, the results, and last, if needed, a map. Null after a finding. */
export function linkRows(raw: RawList, shape: RowShape, outer: Reader): readonly Row[] | null {
  const reader: Reader = { ...outer, origin: outer.origin === null ? null : originAround(outer.origin, raw) };
  const out: Row[] = [];
  let sound = true;
  for (const row of raw) {
    const linked = isList(row) ? linkRow(row, shape, reader) : null;
    if (!isList(row))
      reader.context.report.error('wrong-value', placeOf(row), 'a row is a list', 'Write [18.., 6.90].');
    if (linked === null) {
      sound = false;
      continue;
    }
    for (const one of linked) {
      reader.context.places[`${shape.path}/rows/${out.length}`] = placeOf(row);
      out.push(one);
    }
  }
  return sound ? out : null;
}

function linkRow(row: RawList, shape: RowShape, outer: Reader): readonly Row[] | null {
  const { report } = outer.context;
  const last = row[row.length - 1];
  const map = last !== undefined && isMap(last) && !('value' in last) ? last : null;
  const cells = map === null ? row : row.slice(0, -1);
  const count = shape.by.length + shape.gives;
  if (cells.length !== count) {
    const what = `${shape.by.length} cells and ${shape.gives} ${shape.gives === 1 ? 'result' : 'results'}`;
    report.error(
      'row-length',
      placeOf(row),
      `a row has ${what}, this one ${cells.length} entries`,
      'Write one cell for each `by`, then the result.',
    );
    return null;
  }
  if (map !== null && !hasShape(rowMap, map, 'a row', report)) return null;
  if (map !== null) noteDown(outer.context, outer.path, map);
  const origin = outer.origin === null || map === null ? outer.origin : originUnder(outer.origin, map);
  const reader: Reader = { ...outer, origin };
  const keys = cells.slice(0, shape.by.length);
  const results = cells.slice(shape.by.length);
  const lists = results.filter((result) => isList(result) && !isCases(result)) as RawList[];
  if (lists.length > 0) return linkPaired(row, keys, results, lists, shape, reader);
  return expand(keys, results, shape, reader);
}

function isCases(result: Raw): boolean {
  return isList(result) && result.some((entry) => isMap(entry) && ('when' in entry || 'otherwise' in entry));
}

/** A list of results pairs with the one list of cells of that length. */
function linkPaired(
  row: RawList,
  keys: RawList,
  results: RawList,
  lists: readonly RawList[],
  shape: RowShape,
  reader: Reader,
): readonly Row[] | null {
  const length = lists[0]?.length ?? 0;
  const fitting = keys.filter((key) => isList(key) && key.length === length);
  if (fitting.length !== 1 || lists.some((list) => list.length !== length)) {
    reader.context.report.error(
      'paired-lists',
      placeOf(row),
      `${length} results pair with exactly one list of ${length} cells`,
      'Write one cell as a list of the same length.',
    );
    return null;
  }
  const out: Row[] = [];
  for (let at = 0; at < length; at++) {
    const oneKeys = keys.map((key) => (key === fitting[0] ? ((key as RawList)[at] as Raw) : key));
    const oneResults = results.map((result) =>
      isList(result) && lists.includes(result) ? (result[at] as Raw) : result,
    );
    const rows = expand(oneKeys, oneResults, shape, reader);
    if (rows === null) return null;
    out.push(...rows);
  }
  return out;
}

/** A row, or several where a cell lists ages or months that do not follow one another. */
function expand(keys: RawList, results: RawList, shape: RowShape, reader: Reader): readonly Row[] | null {
  const cells = keys.map((cell, at) => linkCell(cell, shape.by[at] as Key, reader));
  const values = results.map((result) => linkResult(result, shape, reader));
  if (cells.includes(null) || values.includes(undefined)) return null;
  let rows: Row[] = [{ cells: [], results: values as (Expression | null)[] }];
  for (const choices of cells as (readonly Cell[])[]) {
    rows = rows.flatMap((row) => choices.map((cell) => ({ ...row, cells: [...row.cells, cell] })));
  }
  return rows;
}

/** One cell; several stand for rows of their own. Null after a finding. */
function linkCell(raw: Raw, key: Key, reader: Reader): readonly Cell[] | null {
  const { report } = reader.context;
  if (isMap(raw)) {
    report.error('wrong-value', placeOf(raw), 'a cell is a value, a band or a list', 'Write 18.., yes, [a, b] or any.');
    return null;
  }
  if (isScalar(raw) && raw.text === 'any') return [{ kind: 'any' }];
  if (isScalar(raw) && looksLikeBand(raw.text)) {
    const band = readBand(raw, key.type, 'Write a word, a list of words, or any.', reader);
    return band === null ? null : [{ kind: 'band', ...band }];
  }
  const entries = isScalar(raw) ? [raw] : raw.filter(isScalar);
  const unit = unitOfKey(key, reader);
  const listed = readListed(entries, (entry) => oneValue({ ...key, unit }, nameOfKey(key), entry, reader));
  if (listed === null || (isList(raw) && entries.length < raw.length)) return null;
  const { values, bands, unknown } = listed;
  if (unknown !== null) {
    const { ref } = key;
    reader.context.reads.push({ reader: reader.path, ref, place: unknown.place, as: 'key', acceptsUnknown: true });
  }
  const cells: Cell[] = bands.map((band) => ({ kind: 'band', ...band }));
  if (values.length > 0 || unknown !== null) cells.push({ kind: 'one-of', values, unknown: unknown !== null });
  return cells;
}

function unitOfKey(key: Key, reader: Reader): Unit {
  return 'id' in key.ref ? (reader.context.signature(key.ref.id)?.unit ?? FACTOR) : FACTOR;
}

function nameOfKey(key: Key): string {
  return 'id' in key.ref ? key.ref.id : key.ref.of;
}

/** null = `none`; undefined after a finding. */
function linkResult(raw: Raw, shape: RowShape, reader: Reader): Expression | null | undefined {
  if (isScalar(raw) && raw.text === 'none') return null;
  const word = isScalar(raw) && shape.words.includes(raw.text);
  const wanted = word
    ? ({ kind: 'words', words: shape.words } as const)
    : ({ kind: 'unit', unit: shape.resultUnit } as const);
  return linkValue(raw, reader, wanted)?.expression ?? undefined;
}
