import type { ValueType } from '../../model/value.js';
import type { Context } from '../context.js';
import { readCsv } from '../reading/csv.js';
import type { Definition } from '../reading/definitions.js';
import { isValueWord } from '../reading/ids.js';
import { isList, isMap, isScalar, keyPlace, placeOf, type Scalar } from '../reading/tree.js';
import { hasShape } from '../shapes/shape-errors.js';
import { strict, text } from '../shapes/shape.js';

const valuesFile = strict({ file: text, column: text });

/** The words of a one-of: written out, or a column of a CSV file. */
export function wordsOf(body: Definition['body'], context: Context): readonly string[] {
  const raw = body.values;
  if (isList(raw)) return raw.filter(isScalar).map((word) => word.text);
  if (raw === undefined || !isMap(raw) || !isScalar(raw.file) || !isScalar(raw.column)) return [];
  const csv = readCsv(raw.file, context);
  const column = raw.column.text;
  const at = csv?.columns.findIndex((name) => name.text === column) ?? -1;
  return [...new Set(csv?.rows.flatMap((row) => row[at]?.text ?? []) ?? [])];
}

/** Tells words that are missing, that nothing can have, or that cannot be words. */
export function checkWords(definition: Definition, type: ValueType, values: readonly string[], context: Context): void {
  const { id: name, body, place } = definition;
  const { report } = context;
  const raw = body.values;
  if ((type === 'one-of') !== (raw !== undefined)) {
    const hint = type === 'one-of' ? 'Write values: [a, b].' : 'Take the values away, or write type: one-of.';
    report.error(
      'missing-key',
      raw === undefined ? place : keyPlace(body, 'values'),
      `${name}: ${type === 'one-of' ? 'a one-of lists its values' : `a ${type} has no values`}`,
      hint,
    );
    return;
  }
  if (raw === undefined) return;
  if (isMap(raw) && hasShape(valuesFile, raw, `${name}: values`, report) && values.length === 0) {
    report.error('wrong-value', placeOf(raw), `the file has no column ${raw.column.text}`, 'Name one of its columns.');
  }
  checkValueWords(name, isList(raw) ? raw.filter(isScalar) : [], context);
}

/** Words of a one-of: kebab-case, not reserved, each once. */
export function checkValueWords(name: string, list: readonly Scalar[], context: Context): void {
  const seen = new Set<string>();
  for (const word of list) {
    if (!isValueWord(word.text)) {
      context.report.error(
        'bad-word',
        word.place,
        `${name}: ${word.text} is no value of a fact`,
        'Values are lower-case words joined by hyphens; yes, no, any, none, unknown, otherwise are reserved.',
      );
    }
    if (seen.has(word.text))
      context.report.error('bad-word', word.place, `${name}: ${word.text} stands twice`, 'Write each value once.');
    seen.add(word.text);
  }
}
