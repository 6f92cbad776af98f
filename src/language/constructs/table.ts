import type { Hit, Table } from '../../model/numbers.js';
import type { Scope, ValueType } from '../../model/value.js';
import { noteDown, readerOf, type Context, type Reader, type TableSignature } from '../context.js';
import { declaredUnit } from '../values/currency.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import {
  anything,
  common,
  id as idShape,
  idList,
  mapOf,
  onlyYes,
  rows,
  strict,
  text,
  unit,
  wordList,
  words,
} from '../shapes/shape.js';
import { checkValueWords } from './fact-words.js';
import { beyondRows } from './table-beyond.js';
import { edition, linkEditions, type Edition } from './table-editions.js';
import { HITS, hitFits, linkKeys } from './table-keys.js';
import type { RowShape } from './table-rows.js';
import { FACTOR, isFactor, unitText, type Unit } from '../values/unit.js';

/** `tables: { tec.pass: { by: […], rows: […] } }`. Exactly one of `rows`, `editions`, `file`. */
export const tableSchema = strict({
  ...common,
  unit: unit.optional(),
  values: wordList.optional(),
  by: idList,
  gives: idList.optional(),
  hit: words(...HITS).optional(),
  beyond: idShape.optional(),
  law: onlyYes.optional(),
  'may-lower': onlyYes.optional(),
  rows: rows.optional(),
  editions: mapOf(edition).optional(),
  file: text.optional(),
  uprate: anything.optional(),
});

/** Links a table: its keys, and its rows with `beyond`, paired lists and `uprate` written out. Null after a finding. */
export function linkTable(
  definition: Definition,
  context: Context,
): { table: Table; signature: TableSignature } | null {
  const { id, body, path } = definition;
  const { report } = context;
  if (!hasShape(tableSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const kinds = ['rows', 'editions', 'file'].filter((key) => key in body);
  if (kinds.length !== 1 || 'uprate' in body) {
    report.error(
      'exactly-one',
      definition.place,
      `${id} needs exactly one of rows, editions, file`,
      'uprate stands in an edition.',
    );
    return null;
  }
  const origin = originUnder(definition.file.origin, body);
  const reader = readerOf(context, definition, 'infer', origin);
  const by = linkKeys(body.by, reader);
  const itsUnit = body.unit === undefined ? FACTOR : declaredUnit(body.unit, context);
  if (body.values !== undefined) checkValueWords(id, body.values, context);
  if (by === null || itsUnit === null) return null;
  const hit: Hit = HITS.find((word) => word === body.hit?.text) ?? 'unique';
  if (!hitFits(definition, hit, by, itsUnit, context)) return null;
  const keyScope = reader.found.person;
  const rowReader: Reader = { ...reader, found: { person: false } };
  const shape: RowShape = {
    by,
    gives: body.gives?.length ?? 1,
    resultUnit: hit === 'slices' ? FACTOR : itsUnit,
    words: body.values?.map((word) => word.text) ?? (body.unit === undefined ? ['yes', 'no'] : []),
    path,
    paired: true,
  };
  const editions = linkEditions(definition, shape, rowReader, origin);
  if (editions === null) return null;
  const finished = body.beyond === undefined ? editions : beyondRows(editions, by, body.beyond, rowReader);
  if (finished === null) return null;
  const scope: Scope = keyScope || rowReader.found.person ? 'person' : 'household';
  const gives = body.gives?.map((name) => name.text) ?? [''];
  const type = resultType(finished, itsUnit, body.values !== undefined);
  return {
    table: {
      id,
      valid: definition.valid,
      scope,
      type,
      unit: unitText(itsUnit),
      by: by.map((key) => key.ref),
      keys: by.map((key) => key.type),
      gives,
      hit,
      mayLower: body['may-lower'] !== undefined,
      editions: finished,
    },
    signature: {
      type,
      unit: itsUnit,
      values: body.values?.map((word) => word.text) ?? [],
      scope: keyScope || rowReader.found.person ? 'person' : by.length > 0 ? 'household' : null,
      by,
      gives,
      rowScope: rowReader.found.person ? 'person' : null,
      hasValueAt: (month) => finished.some(({ from }) => from === null || from <= month),
    },
  };
}

function resultType(editions: readonly Edition[], itsUnit: Unit, ownWords: boolean): ValueType {
  if (ownWords) return 'one-of';
  if (!isFactor(itsUnit)) return 'amount';
  const results = editions.flatMap((edition) => edition.rows.flatMap((row) => row.results));
  const found = results.filter((result) => result !== null);
  if (found.length > 0 && found.every((result) => result.kind === 'word')) return 'yes-no';
  return found.every((result) => result.kind === 'number' && !result.value.includes('.')) ? 'whole' : 'number';
}
