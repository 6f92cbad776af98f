import { z } from 'zod';
import { decimalText, numberText } from '../values/literal.js';
import { isList, isMap, isScalar, type Raw, type RawList, type RawMap, type Scalar } from '../reading/tree.js';
import { monthIndex } from '../../calendar/month.js';

/**
 * Schemas check the shape of what was written and change nothing: after a check the same tree, with its places, is read on.
 * Each leaf says under `meta.shape` what it takes, for messages and for the editors' JSON Schemas.
 */
export interface ShapeMeta {
  readonly shape: string;
  /** What is expected, in words: "yes or no". */
  readonly expects: string;
  readonly words?: readonly string[];
}

function leaf<T>(meta: ShapeMeta, test: (raw: unknown) => boolean): z.ZodType<T, T> {
  return z.custom<T>(test, { params: meta }).meta({ ...meta });
}

/** One of some words. */
export function words(...list: readonly string[]): z.ZodType<Scalar, Scalar> {
  const expects = list.length === 1 ? `the word ${list[0]}` : `one of ${list.join(', ')}`;
  return leaf({ shape: 'words', expects, words: list }, (raw) => isScalar(raw) && list.includes(raw.text));
}

const scalarWhere = (shape: string, expects: string, test: (text: string) => boolean): z.ZodType<Scalar, Scalar> =>
  leaf({ shape, expects }, (raw) => isScalar(raw) && test(raw.text));

export const flag = words('yes', 'no');
export const onlyYes = words('yes');
export const text = scalarWhere('text', 'a text', (value) => value.trim() !== '');
export const id = scalarWhere('id', 'an id', (value) => value !== '');
export const month = scalarWhere('month', 'a month like 2024-06', (value) => monthIndex(value) !== null);
export const date = scalarWhere('date', 'a date like 2024-06-01', (value) => /^\d{4}-\d{2}(-\d{2})?$/.test(value));
export const months = scalarWhere('months', 'a band of months like 2025-11.., ..2025-10 or 2024-01..2024-12', (value) =>
  isBandOfMonths(value),
);
export const wholeNumber = scalarWhere('whole', 'a whole number', (value) => /^\d{1,6}$/.test(value));
export const decimal = scalarWhere('decimal', 'a number', (value) => decimalText(value) !== null);
export const number = scalarWhere('number', 'a number or a share', (value) => numberText(value) !== null);
export const band = scalarWhere('band', 'a band like 0..6, 0..<1000 or 18..', (value) => value.includes('..'));
export const unit = scalarWhere('unit', 'a unit like EUR/month, kWh or factor', (value) => value !== '');
export const version = scalarWhere('version', 'a version like 1.0.0', (value) => /^\d+\.\d+\.\d+$/.test(value));

/** A number, a formula, a map with `value`, or a list of cases. Read by `value.ts`. */
export const value = leaf<Raw>({ shape: 'value', expects: 'a value, a formula, or cases' }, (raw) => raw !== undefined);
/** A map of tests. Read by `condition.ts`. */
export const condition = leaf<RawMap>({ shape: 'condition', expects: 'a map of tests' }, isMap);
/** Anything; read where it stands. */
export const anything = leaf<Raw>({ shape: 'anything', expects: 'something' }, (raw) => raw !== undefined);
export const rows = leaf<RawList>({ shape: 'rows', expects: 'a list of rows' }, isList);

export const idList = leaf<readonly Scalar[]>(
  { shape: 'ids', expects: 'a list of ids' },
  (raw) => isList(raw) && raw.every((entry) => isScalar(entry) && entry.text !== ''),
);
export const wordList = leaf<readonly Scalar[]>(
  { shape: 'word-list', expects: 'a list of words' },
  (raw) => isList(raw) && raw.every((entry) => isScalar(entry) && entry.text !== ''),
);

/** A map with no other keys than these. */
export function strict<T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** A map from ids or months to something. */
export function mapOf<T extends z.ZodType>(entry: T): z.ZodRecord<z.ZodString, T> {
  const params: ShapeMeta = { shape: 'map', expects: 'a map' };
  // a scalar is an object of this program, but no map of the file
  return z.record(z.string(), entry).refine(isMap, { params });
}

export const caseWords = strict({
  when: condition.optional(),
  is: value.optional(),
  otherwise: value.optional(),
  because: text.optional(),
  note: text.optional(),
  source: text.optional(),
  status: words('official', 'published', 'press', 'assumption').optional(),
  draft: onlyYes.optional(),
});

/** What any definition or number may carry. */
export const carried = {
  source: text.optional(),
  status: words('official', 'published', 'press', 'assumption').optional(),
  note: text.optional(),
  seen: date.optional(),
  review: month.optional(),
};

/** What any definition may carry besides. */
export const common = { ...carried, valid: months.optional(), label: text.optional(), draft: onlyYes.optional() };

/** A number with keys of its own. */
export const numberMap = strict({ value: anything, ...carried, law: onlyYes.optional() });

/** `2025-11..`, `..2025-10`, `2024-01..2024-12`, `2024-06`. */
export function isBandOfMonths(textOfBand: string): boolean {
  const [from, to, more] = textOfBand.split('..');
  if (more !== undefined || from === undefined) return false;
  if (to === undefined) return monthIndex(from) !== null;
  if (from === '' && to === '') return false;
  const ends = [from, to].map((end) => (end === '' ? undefined : monthIndex(end)));
  if (ends.includes(null)) return false;
  const [first, last] = ends;
  return first === undefined || first === null || last === undefined || last === null || first <= last;
}
