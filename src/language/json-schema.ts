import { z } from 'zod';
import { adjustmentSchema } from './constructs/adjustment.js';
import { billSchema } from './constructs/bill.js';
import { derivedSchema } from './constructs/derived.js';
import { factSchema } from './constructs/fact.js';
import { fileDefaults } from './constructs/file.js';
import { figureSchema } from './constructs/figure.js';
import { incomeSchema } from './constructs/income.js';
import { itemSchema } from './constructs/item.js';
import { leverSchema } from './constructs/lever.js';
import type { Section } from './linked.js';
import { needSchema } from './constructs/need.js';
import { noticeSchema } from './constructs/notice.js';
import { overlaySchema, packSchema } from './constructs/pack.js';
import { parameterSchema } from './constructs/parameter.js';
import { policySchema } from './constructs/policy.js';
import { seriesSchema } from './constructs/series.js';
import { strict } from './shapes/shape.js';
import { DEFINITIONS, shapeAsJson, type JsonSchema } from './shapes/shape-json.js';
import { sourceSchema } from './constructs/source.js';
import { tableSchema } from './constructs/table.js';
import { totalSchema } from './constructs/total.js';

/** The sections whose definitions have one shape; scenarios and families hold households, which each pack asks in its own way. */
const SHAPES: Readonly<Partial<Record<Section, z.ZodType>>> = {
  facts: factSchema,
  derive: derivedSchema,
  parameters: parameterSchema,
  series: seriesSchema,
  tables: tableSchema,
  needs: needSchema,
  bills: billSchema,
  incomes: incomeSchema,
  adjustments: adjustmentSchema,
  totals: totalSchema,
  figures: figureSchema,
  levers: leverSchema,
  policies: policySchema,
  notices: noticeSchema,
  sources: sourceSchema,
};

/** JSON Schema (draft 7) of the YAML files of any pack, made from the schemas that read them; for editors. */
export function packFileSchema(): object {
  const sections = Object.keys(SHAPES).map((section): [string, JsonSchema] => {
    const one = { $ref: `#/definitions/${section}` };
    const anyOf = [one, { type: 'array', minItems: 1, items: one }];
    return [
      section,
      { type: 'object', minProperties: 1, additionalProperties: section === 'sources' ? one : { anyOf } },
    ];
  });
  const shapes = Object.entries(SHAPES).map(([section, shape]): [string, JsonSchema] => [section, shapeAsJson(shape)]);
  const map = { type: 'object', minProperties: 1 };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A file of a pack of reference budgets',
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      pack: shapeAsJson(packSchema),
      overlay: shapeAsJson(overlaySchema),
      change: map,
      remove: { type: 'array', minItems: 1, items: { type: 'string' } },
      ...(shapeAsJson(strict(fileDefaults))['properties'] as JsonSchema),
      ...Object.fromEntries(sections),
      scenarios: map,
      families: map,
      texts: map,
      draft: { const: 'yes' },
    },
    definitions: {
      ...DEFINITIONS,
      ...Object.fromEntries(shapes.map(([section, json]) => [section, refined(section, json)])),
      items: shapeAsJson(itemSchema),
    },
  };
}

/** What stands inside a definition and is read by itself. */
const INSIDE: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  needs: { items: mapOf('items') },
  policies: { adjustments: mapOf('adjustments') },
};

function mapOf(definition: string): JsonSchema {
  const one = { $ref: `#/definitions/${definition}` };
  const anyOf = [one, { type: 'array', minItems: 1, items: one }, { const: 'none' }];
  return { type: 'object', minProperties: 1, additionalProperties: { anyOf } };
}

function refined(section: string, json: JsonSchema): JsonSchema {
  const inside = INSIDE[section];
  return inside === undefined ? json : { ...json, properties: { ...(json['properties'] as JsonSchema), ...inside } };
}
