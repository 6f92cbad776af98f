import { monthIndex, monthText } from '../../calendar/month.js';
import { Exact } from '../../decimal/exact.js';
import type { Series } from '../../model/numbers.js';
import type { Place } from '../../model/pack.js';
import { noteDown, type Context, type Signature } from '../context.js';
import { readCsv } from '../reading/csv.js';
import { decimalText } from '../values/literal.js';
import { noteOf, originUnder, provenanceOf, textOrNull } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, mapOf, onlyYes, strict, text } from '../shapes/shape.js';
import { isScalar, placeOf, type Raw, type Scalar } from '../reading/tree.js';
import { FACTOR } from '../values/unit.js';

/** `series: { cpi.all: { base: 2013, months: { 2024-06: 131.87 } } }`: a monthly index, written out or in a CSV (`month,value`). */
export const seriesSchema = strict({
  ...common,
  base: text.optional(),
  law: onlyYes.optional(),
  months: mapOf(anything).optional(),
  file: text.optional(),
});

/** Links a series. Null after a finding. */
export function linkSeries(definition: Definition, context: Context): { series: Series; signature: Signature } | null {
  const { id, body, path } = definition;
  const { report } = context;
  if (!hasShape(seriesSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  if ((body.months === undefined) === (body.file === undefined)) {
    report.error(
      'exactly-one',
      definition.place,
      `${id} needs exactly one of months, file`,
      'Write months: { 2024-06: 131.87 }.',
    );
    return null;
  }
  const entries = body.file === undefined ? inline(definition, context) : fromFile(body.file, context);
  if (entries === null) return null;
  const found = new Map<number, string>();
  for (const { month, value, place } of entries) {
    const index = monthIndex(month);
    const number = decimalText(value);
    if (index === null || number === null || !new Exact(number).gt(0)) {
      report.error(
        'wrong-value',
        place,
        `${id}: ${month}: ${value} is no month and number above 0`,
        'Write 2024-06: 131.87.',
      );
      return null;
    }
    if (found.has(index))
      report.error('duplicate-key', place, `${id}: ${month} stands twice`, 'Write each month once.');
    found.set(index, number);
    context.places[`${path}/months/${monthText(index)}`] = place;
  }
  const first = Math.min(...found.keys());
  const last = Math.max(...found.keys());
  const months = Array.from({ length: last - first + 1 }, (_, at) => found.get(first + at) ?? null);
  const origin = originUnder(definition.file.origin, body);
  const from = provenanceOf(origin, (source) => context.sources.get(source)?.status ?? null);
  context.numbers.push({ path, place: definition.place, value: id, from, note: noteOf(origin) });
  return {
    series: {
      id,
      valid: definition.valid,
      base: textOrNull(body.base),
      first,
      months,
      from: from ?? { status: 'assumption' },
    },
    signature: { type: 'number', unit: FACTOR, values: [], scope: null, hasValueAt: (month) => found.has(month) },
  };
}

interface Entry {
  readonly month: string;
  readonly value: string;
  readonly place: Place;
}

function inline({ id, body }: Definition, context: Context): Entry[] | null {
  const months = body.months as Record<string, Raw>;
  const entries: Entry[] = [];
  for (const [month, raw] of Object.entries(months)) {
    if (isScalar(raw)) entries.push({ month, value: raw.text, place: raw.place });
    else
      context.report.error('wrong-value', placeOf(raw), `${id}: ${month}: expected a number`, 'Write 2024-06: 131.87.');
  }
  return entries.length === Object.keys(months).length ? entries : null;
}

function fromFile(file: Scalar, context: Context): Entry[] | null {
  const csv = readCsv(file, context);
  if (csv === null) return null;
  const [month, value] = ['month', 'value'].map((name) => csv.columns.findIndex((column) => column.text === name));
  if (month === undefined || value === undefined || month < 0 || value < 0) {
    context.report.error(
      'csv-columns',
      csv.columns[0]?.place ?? file.place,
      'a series in a file has the columns month and value',
      'Name them in the first line.',
    );
    return null;
  }
  return csv.rows.map((row) => ({
    month: row[month]?.text ?? '',
    value: row[value]?.text ?? '',
    place: row[0]?.place ?? file.place,
  }));
}
