import { monthText } from '../calendar/month.js';
import type { Fact } from '../model/facts.js';
import type { Model } from '../model/model.js';
import type { Pack, Text } from '../model/pack.js';
import type { Scope } from '../model/value.js';
import { factSchema, type JsonSchema } from './fact-schema.js';
import { ROLES } from './roles.js';

/** Asked in a shape of their own, or never asked. */
const BUILT_IN = new Set(['person.age', 'person.role', 'person.presence', 'person.born', 'dwelling.share', 'month']);
const SHARE = {
  anyOf: [
    { type: 'number', minimum: 0, maximum: 1 },
    { type: 'string', pattern: '^(?:0|[1-9]\\d*)(?:\\.\\d+)?%?$' },
  ],
};
const ID = '^[A-Za-z][A-Za-z0-9-]*$';
const TEXT = { type: 'string' };

/**
 * JSON Schema (draft 7) of the households that a pack reads: names, questions (in the pack's first language, or another of its
 * languages), units, ranges and words. A form can be drawn from it; an editor checks a file with it. What depends on the month
 * (`applies`, `valid`) is not in it.
 */
export function householdSchema(pack: Pack, language: string = pack.model.pack.languages[0] ?? ''): object {
  const { model } = pack;
  const words = pack.texts[language] ?? {};
  const facts = (scope: Scope): Record<string, JsonSchema> => factsOf(model, scope, words);
  const dwelling = {
    share: { description: 'Members of the budget in all who live here.', ...SHARE },
    ...facts('dwelling'),
  };
  return frame(`A household, as pack ${model.pack.id} reads it`, model.pack.covers.map(monthText).join(' to '), {
    person: personSchema(model, facts('person')),
    dwelling: closed(dwelling, requiredIn(model, 'dwelling')),
    household: closed(facts('household'), requiredIn(model, 'household')),
    income: incomeSchema(model, words),
    bills: closed(billsOf(model, words)),
    amount: amountSchema(model.pack.currency),
  });
}

/** JSON Schema of a household of any pack: its frame is checked, its facts, kinds of income and bills are free. */
export function anyHouseholdSchema(): object {
  const { oneOf, required, properties } = personSchema(null, {});
  return frame('A household of any pack', 'the month assessed', {
    person: { type: 'object', required, properties, oneOf },
    dwelling: { type: 'object' },
    household: { type: 'object' },
    income: incomeSchema(null, {}),
    bills: { type: 'object' },
    amount: { type: ['number', 'string'] },
  });
}

type Parts = Readonly<Record<'person' | 'dwelling' | 'household' | 'income' | 'bills' | 'amount', JsonSchema>>;

function frame(title: string, months: string, parts: Parts): object {
  const { person, dwelling, household, income, bills, amount } = parts;
  const persons = { type: 'array', items: { $ref: '#/definitions/person' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    type: 'object',
    required: ['persons', ...(['dwelling', 'household'] as const).filter((scope) => 'required' in parts[scope])],
    additionalProperties: false,
    properties: {
      month: { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$', description: months },
      persons: { ...persons, minItems: 1 },
      others: persons,
      dwelling,
      household,
      incomes: { type: 'array', items: income },
      'incomes-complete': { enum: ['yes', 'no'] },
      bills,
      overrides: { type: 'array', items: overrideSchema() },
      about: {},
    },
    definitions: { person, amount },
  };
}

function closed(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', additionalProperties: false, ...(required.length === 0 ? {} : { required }), properties };
}

function factsOf(model: Model, scope: Scope, words: Readonly<Record<string, Text>>): Record<string, JsonSchema> {
  const groups = new Map<string, Fact[]>();
  for (const fact of model.facts) {
    if (fact.scope !== scope || BUILT_IN.has(fact.id)) continue;
    groups.set(fact.id, [...(groups.get(fact.id) ?? []), fact]);
  }
  return Object.fromEntries(
    [...groups].map(([id, definitions]) => [shortName(id), factSchema(definitions, words[id])]),
  );
}

/** Facts of a scope that must be known whatever else is said. */
function requiredIn({ facts }: Model, scope: Scope): string[] {
  const required = facts.filter(
    (fact) => fact.scope === scope && fact.required && !BUILT_IN.has(fact.id) && fact.applies === null,
  );
  return [...new Set(required.map(({ id }) => shortName(id)))];
}

function personSchema(model: Model | null, facts: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const properties = {
    id: { type: 'string', pattern: ID },
    role: { enum: ROLES },
    age: {
      description: 'Completed years.',
      anyOf: [
        { type: 'integer', minimum: 0, maximum: 120 },
        { type: 'string', pattern: '^\\d{1,3}$' },
      ],
    },
    born: { description: 'In place of the age.', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    presence: { description: 'Share of the time at home.', ...SHARE },
    ...facts,
  };
  return {
    ...closed(properties, ['role', ...(model === null ? [] : requiredIn(model, 'person'))]),
    oneOf: [{ required: ['age'] }, { required: ['born'] }],
  };
}

function amountSchema(currency: string): JsonSchema {
  const pattern = `^(?:0|[1-9]\\d*)(?:\\.\\d+)?(?: ${currency}(?:/(?:day|week|month|year))?)?$`;
  return {
    description: `A month, or with a unit: 320 ${currency}/year.`,
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern },
    ],
  };
}

function incomeSchema(model: Model | null, words: Readonly<Record<string, Text>>): JsonSchema {
  const kinds = [...new Set(model?.incomes.map(({ id }) => id))];
  const labels = Object.fromEntries(
    kinds.flatMap((id) => (words[id]?.label === undefined ? [] : [[id, words[id].label]])),
  );
  return closed(
    {
      of: { type: 'string', pattern: ID },
      kind: model === null ? TEXT : { enum: kinds, 'x-labels': labels },
      amount: { $ref: '#/definitions/amount' },
      times: { description: 'Payments a year.', anyOf: [{ type: 'number', exclusiveMinimum: 0, maximum: 366 }, TEXT] },
    },
    ['kind', 'amount'],
  );
}

function billsOf(model: Model, words: Readonly<Record<string, Text>>): Record<string, JsonSchema> {
  const amount = { anyOf: [{ $ref: '#/definitions/amount' }, { const: 'unknown' }] };
  const entries = model.bills.map((bill): [string, JsonSchema] => {
    const title = { title: words[bill.id]?.label ?? bill.id };
    if (bill.for === 'household') return [bill.id, { ...title, ...amount }];
    return [bill.id, { ...title, anyOf: [{ type: 'object', additionalProperties: amount }, { const: 'unknown' }] }];
  });
  return Object.fromEntries(entries);
}

function overrideSchema(): JsonSchema {
  return {
    ...closed(
      {
        line: TEXT,
        name: TEXT,
        amount: { $ref: '#/definitions/amount' },
        is: { type: ['string', 'number'] },
        reason: TEXT,
        by: TEXT,
      },
      ['reason', 'by'],
    ),
    oneOf: [{ required: ['line', 'amount'] }, { required: ['name', 'is'] }],
  };
}

function shortName(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}
