import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { walkModel } from '../../src/model/walk.js';
import { packOf } from '../fixtures/packs.js';

/** The fictional pack uses every construct of the language; what it does not use is listed here by failing. */
const ROOT = 'test/packs/harbour';

type Json = Record<string, unknown>;
const schema = JSON.parse(readFileSync('schemas/pack.schema.json', 'utf8')) as Json & {
  properties: Json;
  definitions: Record<string, Json>;
};
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^(baskets|rules)\/.*\.yaml$/.test(file),
);
const documents = files.map((file) => parse(readFileSync(join(ROOT, file), 'utf8'), { schema: 'failsafe' }) as Json);

/** All keys that the schema of a section knows, at any depth. */
function keysOf(node: unknown, seen = new Set<unknown>()): Set<string> {
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref') visit(schema.definitions[String(inner).split('/').at(-1)!]);
      if (key === 'properties') for (const name of Object.keys(inner as Json)) keys.add(name);
      visit(inner);
    }
  };
  visit(node);
  return keys;
}

function keysIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((one) => keysIn(one, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      found.add(key);
      keysIn(inner, found);
    }
  }
  return found;
}

/** What any definition may carry; once in the pack is enough. */
const COMMON = [
  'source',
  'status',
  'note',
  'seen',
  'review',
  'valid',
  'law',
  'label',
  'ask',
  'text',
  'because',
  'draft',
  'may-lower',
  'when',
  'is',
  'otherwise',
  'leave-out',
  'increase',
];
const anywhere = keysIn(documents);

describe('every key of the files is used', () => {
  test('at the top of a file', () => {
    const used = new Set(documents.flatMap((document) => Object.keys(document)));
    expect(Object.keys(schema.properties).filter((key) => !used.has(key) && !COMMON.includes(key))).toEqual([]);
  });

  const sections = Object.keys(schema.properties).filter((key) =>
    documents.some((document) => typeof document[key] === 'object'),
  );
  test.each(sections)('in %s', (section) => {
    const used = new Set([
      ...keysIn(documents.flatMap((document) => [document[section], document['change']])),
      ...COMMON.filter((key) => anywhere.has(key)),
    ]);
    expect([...keysOf(schema.properties[section])].filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('every construct of the linked model is used', () => {
  const { model } = packOf('harbour');
  const found = {
    expressions: new Set<string>(),
    names: new Set<string>(),
    checks: new Set<string>(),
    bounds: new Set<string>(),
    turned: new Set<string>(),
  };
  walkModel(model, {
    expression: (expression) => {
      found.expressions.add(expression.kind);
      if (expression.kind === 'name') found.names.add(expression.ref.of);
    },
    test: ({ ref, check, turned }) => {
      found.names.add(ref.of);
      found.checks.add(check.op === 'one-of' && check.unknown ? 'one-of, unknown' : check.op);
      found.turned.add(
        `${check.op}${check.op === 'one-of' && check.unknown ? ', unknown' : ''}${turned ? ', turned' : ''}`,
      );
      if (check.op === 'compare')
        check.bounds.forEach(({ is, bound }) =>
          found.bounds.add(`${is} a ${bound.kind === 'number' ? 'number' : 'name'}`),
        );
    },
  });
  const rules = model.derived.map(({ rule }) => (rule.kind === 'aggregate' ? `${rule.how} ` : `${rule.kind} `).trim());
  const overs = model.derived.flatMap(({ rule }) =>
    rule.kind === 'aggregate' || rule.kind === 'rank' ? [rule.over] : [],
  );
  const used: Readonly<Record<string, readonly [Iterable<string>, readonly string[]]>> = {
    expressions: [
      found.expressions,
      [
        'number',
        'word',
        'name',
        'add',
        'subtract',
        'multiply',
        'divide',
        'min',
        'max',
        'round',
        'up',
        'down',
        'convert',
        'at',
        'cases',
      ],
    ],
    'kinds of names': [
      found.names,
      ['fact', 'derived', 'parameter', 'series', 'table', 'income', 'incomes', 'bill', 'total', 'line', 'sum'],
    ],
    tests: [
      found.turned,
      ['one-of', 'one-of, turned', 'one-of, unknown', 'one-of, unknown, turned', 'band', 'band, turned', 'compare'],
    ],
    bounds: [
      found.bounds,
      ['from a number', 'to a number', 'above a number', 'below a number', 'below a name', 'to a name'],
    ],
    'types of facts': [
      model.facts.filter((fact) => !fact.builtIn).map((fact) => fact.type),
      ['yes-no', 'one-of', 'age', 'whole', 'number', 'share', 'amount', 'date'],
    ],
    scopes: [model.facts.map((fact) => fact.scope), ['person', 'household', 'dwelling', 'local']],
    'derived facts': [rules, ['condition', 'value', 'count', 'any', 'every', 'sum', 'lowest', 'highest', 'rank']],
    'whom aggregates go over': [overs, ['person', 'fellow', 'other', 'resident']],
    'hits of tables': [
      model.tables.map((table) => table.hit),
      ['unique', 'first', 'lowest', 'highest', 'sum', 'slices'],
    ],
    cells: [
      model.tables.flatMap((table) =>
        table.editions.flatMap((edition) =>
          edition.rows.flatMap((row) =>
            row.cells.map((cell) => (cell.kind === 'one-of' && cell.unknown ? 'unknown' : cell.kind)),
          ),
        ),
      ),
      ['any', 'one-of', 'unknown', 'band'],
    ],
    verbs: [
      [...model.adjustments, ...model.policies.flatMap((policy) => policy.adjustments)].flatMap((one) =>
        one.effects.map((effect) => effect.verb),
      ),
      ['leave-out', 'scale', 'increase', 'at-least', 'at-most'],
    ],
    'whose adjustments': [model.adjustments.map((one) => one.for), ['person', 'household']],
    takes: [model.bills.map((bill) => bill.take), ['bill', 'larger', 'smaller', 'reference']],
    'presence of needs': [model.needs.map((need) => String(need.presence)), ['scales', 'full', 'null']],
    'groups of needs': [model.needs.map((need) => need.pays), ['fixed', 'living', 'reserve']],
    'columns of totals': [model.totals.map((total) => total.column), ['reference', 'need']],
    'whose levers': [model.levers.map((lever) => lever.for), ['person', 'household']],
    'what levers change': [
      model.levers.flatMap((lever) => lever.assume.map(({ target }) => target.of)),
      ['fact', 'income', 'bill'],
    ],
    'whose incomes': [model.incomes.map((income) => income.for), ['person', 'household']],
    'whose figures': [model.figures.map((figure) => figure.scope), ['person', 'household']],
  };
  test.each(Object.keys(used))('%s', (what) => {
    const [seen, all] = used[what]!;
    const set = new Set(seen);
    expect(all.filter((construct) => !set.has(construct))).toEqual([]);
  });
});
