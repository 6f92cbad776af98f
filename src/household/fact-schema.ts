import type { Fact, Span } from '../model/facts.js';
import type { Text } from '../model/pack.js';
import { DIGITS } from './scalars.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const OLDEST = 120;
const WHOLE = '(?:0|[1-9]\\d*)(?:\\.0+)?';

/** A day, as far as a pattern can tell. */
export const DATE: JsonSchema = { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' };

/** Completed years. */
export const YEARS: readonly JsonSchema[] = [
  { type: 'integer', minimum: 0, maximum: OLDEST },
  { type: 'string', pattern: '^(?:[1-9]?\\d|1[01]\\d|120)(?:\\.0+)?$' },
];

const SHARE_TEXT = { type: 'string', pattern: `^${DIGITS}(?:\\s*%)?$` };

/** "50%" or 0.5. */
export const SHARE: readonly JsonSchema[] = [{ type: 'number', minimum: 0, maximum: 1 }, SHARE_TEXT];

/** JSON Schema of one answer: its question, and what may be answered. Several definitions (each with its months) allow all they allow. */
export function factSchema(definitions: readonly Fact[], text: Text | undefined): JsonSchema {
  const fact = definitions[definitions.length - 1]!;
  const required = definitions.every((definition) => definition.required);
  const labels = labelsOf(text);
  return {
    title: text?.label ?? fact.id.slice(fact.id.indexOf('.') + 1),
    ...(text?.ask === undefined ? {} : { description: text.ask }),
    ...answerSchema(fact, definitions, required),
    ...(labels === null ? {} : { 'x-labels': labels }),
    ...(fact.unit === null ? {} : { 'x-unit': fact.unit }),
    ...(fact.plausible === null ? {} : { 'x-plausible': fact.plausible }),
    ...(fact.sensitive ? { 'x-sensitive': true } : {}),
  };
}

function answerSchema(fact: Fact, definitions: readonly Fact[], required: boolean): JsonSchema {
  const silence = required ? [] : ['unknown'];
  switch (fact.type) {
    case 'yes-no':
      return { enum: ['yes', 'no', ...silence] };
    case 'one-of':
      return { enum: [...new Set(definitions.flatMap(({ values }) => values)), ...silence] };
    case 'date':
    case 'month':
      return anyOf([DATE], silence);
    case 'age':
      return anyOf(YEARS, silence);
    case 'whole':
      return anyOf(
        [
          { type: 'integer', ...bounds(fact.range, true) },
          { type: 'string', pattern: `^-?${WHOLE}${unitPattern(fact.unit)}$` },
        ],
        silence,
      );
    case 'share':
      return anyOf(
        fact.range === null ? SHARE : [{ type: 'number', ...bounds(fact.range, false) }, SHARE_TEXT],
        silence,
      );
    case 'number':
    case 'amount':
      return anyOf(
        [
          { type: 'number', ...bounds(fact.range, false) },
          { type: 'string', pattern: `^-?${DIGITS}${unitPattern(fact.unit)}$` },
        ],
        silence,
      );
  }
}

/** What may be answered, and the words for no answer. */
export function anyOf(schemas: readonly JsonSchema[], silence: readonly string[]): JsonSchema {
  return { anyOf: [...schemas, ...silence.map((word) => ({ const: word }))] };
}

function unitPattern(unit: string | null): string {
  return unit === null ? '' : `(?:\\s* ${unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})?`;
}

function bounds(range: Span | null, whole: boolean): JsonSchema {
  if (range === null) return {};
  const from = range.from === null ? {} : { minimum: Number(range.from) };
  if (range.below === null) return from;
  return { ...from, ...(whole ? { maximum: Number(range.below) - 1 } : { exclusiveMaximum: Number(range.below) }) };
}

/** The words of the values of a `one-of`, where the pack has them. */
function labelsOf(text: Text | undefined): Readonly<Record<string, string>> | null {
  const labels = Object.entries(text?.parts ?? {}).flatMap(([path, part]) =>
    path.startsWith('values/') && part.label !== undefined ? [[path.slice('values/'.length), part.label] as const] : [],
  );
  return labels.length === 0 ? null : Object.fromEntries(labels);
}
