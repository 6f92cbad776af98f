import { monthText } from '../calendar/month.js';
import type { Fact } from '../model/facts.js';
import type { Model } from '../model/model.js';
import type { Income } from '../model/needs.js';
import type { Pack, Text } from '../model/pack.js';
import type { Scope } from '../model/value.js';
import { anyOf, DATE, factSchema, SHARE, YEARS, type JsonSchema } from './fact-schema.js';
import { FORBIDDEN_IDS, PERSON_ID } from './persons.js';
import { ROLES } from './roles.js';
import { DIGITS, PERIODS } from './scalars.js';

/** Asked in a shape of their own, or never asked. */
const BUILT_IN = new Set(['person.age', 'person.role', 'person.presence', 'person.born', 'dwelling.share', 'month']);
const ID = PERSON_ID.source;
const TEXT = { type: 'string' };
/** What is read as a text, though it may be a number: YAML takes `by: 12` for one. */
const WORDS = { type: ['string', 'number'] };
/** Words that say something. */
const SAYING = { ...WORDS, pattern: '\\S' };
/** Built in and not required: nobody needs to know it. */
const SHARE_SAID = anyOf(SHARE, ['unknown']);

/**
 * JSON Schema (draft 7) of the households that a pack reads: names, questions (in the pack's first language, or another of its
 * languages), units, ranges and words. A form can be drawn from it; an editor checks a file with it. It refuses what the reader
 * refuses for its shape. Not in it: what depends on the month (`applies`, `valid`), on who is who or on what an override names,
 * ranges of numbers that are written as text. The reader forgives spaces around a text, which are refused here.
 */
export function householdSchema(pack: Pack, language: string = pack.model.pack.languages[0] ?? ''): object {
  const { model } = pack;
  const words = pack.texts[language] ?? {};
  const facts = (scope: Scope): Record<string, JsonSchema> => factsOf(model, scope, words);
  const dwelling = {
    share: { description: 'Members of the budget in all who live here.', ...SHARE_SAID },
    ...facts('dwelling'),
  };
  return frame(`A household, as pack ${model.pack.id} reads it`, model.pack.covers.map(monthText).join(' to '), {
    person: personSchema(facts('person')),
    known: requiredIn(model, 'person'),
    dwelling: closed(dwelling, requiredIn(model, 'dwelling')),
    household: closed(facts('household'), requiredIn(model, 'household')),
    income: incomeSchema(model, words),
    bills: closed(billsOf(model, words)),
    amount: amountSchema(model.pack.currency),
  });
}

/** JSON Schema of a household of any pack: its frame is checked, its facts, kinds of income and bills are free. */
export function anyHouseholdSchema(): object {
  const { oneOf, required, properties } = personSchema({});
  return frame('A household of any pack', 'the month assessed', {
    person: { type: 'object', required, properties, oneOf },
    known: [],
    dwelling: { type: 'object' },
    household: { type: 'object' },
    income: incomeSchema(null, {}),
    bills: { type: 'object' },
    amount: { type: ['number', 'string'] },
  });
}

interface Parts extends Readonly<
  Record<'person' | 'dwelling' | 'household' | 'income' | 'bills' | 'amount', JsonSchema>
> {
  /** What must be known of each member, though not of others. */
  readonly known: readonly string[];
}

function frame(title: string, months: string, parts: Parts): object {
  const { person, known, dwelling, household, income, bills, amount } = parts;
  const one = { $ref: '#/definitions/person' };
  const member = known.length === 0 ? one : { allOf: [one, { required: known }] };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    type: 'object',
    required: ['persons', ...(['dwelling', 'household'] as const).filter((scope) => 'required' in parts[scope])],
    additionalProperties: false,
    properties: {
      month: { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$', description: months },
      persons: { type: 'array', items: member, minItems: 1 },
      others: { type: 'array', items: one },
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
  const entries = [...groups].map(([id, definitions]) => [shortName(id), factSchema(definitions, words[id])] as const);
  const former = [...groups].flatMap(([id, definitions]) =>
    definitions
      .filter(({ renamed }) => renamed?.startsWith(`${scope}.`) === true)
      .map(
        ({ renamed }) =>
          [shortName(renamed ?? ''), { ...factSchema(definitions, words[id]), ...nowCalled(id) }] as const,
      ),
  );
  return Object.fromEntries([...former, ...entries]);
}

/** A former name is taken, and an editor says so. */
const nowCalled = (id: string): JsonSchema => ({ deprecationMessage: `Now called "${shortName(id)}".` });

/** Facts of a scope that must be known whatever else is said. */
function requiredIn({ facts }: Model, scope: Scope): string[] {
  const required = facts.filter(
    (fact) => fact.scope === scope && fact.required && !BUILT_IN.has(fact.id) && fact.applies === null,
  );
  return [...new Set(required.map(({ id }) => shortName(id)))];
}

function personSchema(facts: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const properties = {
    id: { type: 'string', pattern: ID, not: { enum: FORBIDDEN_IDS } },
    role: { enum: ROLES },
    age: { description: 'Completed years.', anyOf: YEARS },
    born: { description: 'In place of the age.', ...DATE },
    presence: { description: 'Share of the time at home.', ...SHARE_SAID },
    ...facts,
  };
  return {
    ...closed(properties, ['role']),
    oneOf: [{ required: ['age'] }, { required: ['born'] }],
  };
}

function amountSchema(currency: string): JsonSchema {
  const pattern = `^${DIGITS}(?:\\s+${currency}(?:/(?:${PERIODS.join('|')}))?)?$`;
  return {
    description: `A month, or with a unit: 320 ${currency}/year.`,
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern },
    ],
  };
}

function incomeSchema(model: Model | null, words: Readonly<Record<string, Text>>): JsonSchema {
  const incomes = model?.incomes ?? [];
  // A pack that counts no income takes none.
  if (model !== null && incomes.length === 0) return { not: {} };
  const kinds = [...new Set(incomes.map(({ id }) => id))];
  const labels = Object.fromEntries(
    kinds.flatMap((id) => (words[id]?.label === undefined ? [] : [[id, words[id].label]])),
  );
  const times = [
    { type: 'number', exclusiveMinimum: 0, maximum: 366 },
    { type: 'string', pattern: `^${DIGITS}$` },
  ];
  const schema = closed(
    {
      of: { type: 'string', pattern: ID },
      kind: model === null ? TEXT : { enum: kinds, 'x-labels': labels },
      amount: { $ref: '#/definitions/amount' },
      times: { description: 'Payments a year.', anyOf: times },
    },
    ['kind', 'amount'],
  );
  return model === null ? schema : { ...schema, allOf: ownersOf(incomes) };
}

/** A person's income says whose it is; the household's own is nobody's. */
function ownersOf(incomes: readonly Income[]): readonly JsonSchema[] {
  const of = { required: ['of'] };
  const kindsFor = (owner: Income['for']): readonly string[] => [
    ...new Set(incomes.filter((income) => income.for === owner).map(({ id }) => id)),
  ];
  const ofKind = (kinds: readonly string[], then: JsonSchema): readonly JsonSchema[] =>
    kinds.length === 0 ? [] : [{ if: { properties: { kind: { enum: kinds } } }, then }];
  return [...ofKind(kindsFor('person'), of), ...ofKind(kindsFor('household'), { not: of })];
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
  const without = (...keys: readonly string[]): JsonSchema => ({
    not: { anyOf: keys.map((key) => ({ required: [key] })) },
  });
  return {
    ...closed(
      {
        line: TEXT,
        name: TEXT,
        amount: { $ref: '#/definitions/amount' },
        is: WORDS,
        reason: SAYING,
        by: SAYING,
      },
      ['reason', 'by'],
    ),
    oneOf: [
      { required: ['line', 'amount'], ...without('name', 'is') },
      { required: ['name', 'is'], ...without('line', 'amount') },
    ],
  };
}

function shortName(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}
