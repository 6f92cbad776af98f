import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

const TEXT: JsonSchema = { type: ['string', 'number'] };
const NUMBER: JsonSchema = { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?%?$' }] };
const CASE: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    when: { $ref: '#/definitions/condition' },
    is: { $ref: '#/definitions/value' },
    otherwise: { $ref: '#/definitions/value' },
    because: TEXT,
    note: TEXT,
    source: TEXT,
    status: { enum: ['official', 'published', 'press', 'assumption'] },
    draft: { const: 'yes' },
  },
};

/** What the leaves of the files look like to an editor, by the `shape` of their meta. */
const LEAVES: Readonly<Record<string, JsonSchema>> = {
  text: TEXT,
  id: TEXT,
  unit: { type: 'string' },
  month: { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}(?:-\\d{2})?$' },
  months: { type: 'string', pattern: '^(?:\\d{4}-\\d{2})?(?:\\.\\.(?:\\d{4}-\\d{2})?)?$' },
  whole: { type: 'integer', minimum: 0 },
  decimal: { type: 'number' },
  number: NUMBER,
  band: { type: 'string', pattern: '\\.\\.' },
  version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
  value: { $ref: '#/definitions/value' },
  condition: { $ref: '#/definitions/condition' },
  rows: { type: 'array', minItems: 1, items: { type: 'array', minItems: 2 } },
  ids: { type: 'array', minItems: 1, items: TEXT },
  'word-list': { type: 'array', minItems: 1, items: TEXT },
  anything: {},
};

/** What every schema of the pack files refers to. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  value: {
    description: 'A number with or without unit, a formula, a number with keys of its own, or cases.',
    anyOf: [TEXT, { type: 'array', minItems: 1, items: CASE }, { type: 'object', required: ['value'] }],
  },
  condition: { description: 'A map of tests; all of them must hold.', type: 'object', minProperties: 1 },
};

/** A word that looks like a number is a number to an editor. */
function asWritten(word: unknown): readonly unknown[] {
  return typeof word === 'string' && /^\d+$/.test(word) ? [word, Number(word)] : [word];
}

/** A zod schema of the files as JSON Schema (draft 7), for editors. */
export function shapeAsJson(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const meta = jsonSchema as JsonSchema;
      const { shape, words } = meta;
      if (typeof shape !== 'string') return;
      for (const key of ['shape', 'words', 'expects']) Reflect.deleteProperty(meta, key);
      if (shape === 'words' && Array.isArray(words)) Object.assign(meta, { enum: words.flatMap(asWritten) });
      else Object.assign(meta, LEAVES[shape] ?? {});
    },
  }) as JsonSchema;
  delete json['$schema'];
  return json;
}
