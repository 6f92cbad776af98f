import { expect, test } from 'vitest';
import { loadLinked } from '../../../src/language/load.js';
import { coverage } from '../../../src/scenarios/coverage/coverage.js';
import { packFiles } from '../../fixtures/pack-files.js';

const TABLES = `source: survey
tables:
  food.pots: { unit: EUR/month, by: [household.children], beyond: last-step, rows: [[[0, 1, 2], [10, 14, 17]]] }
  food.pans:
    unit: EUR/month
    by: [household.children]
    beyond: same
    editions: { 2024-01: { rows: [[0, 3], [1, 4]] }, 2024-06: { uprate: { by: 2% } } }
needs:
  food.kitchen: { for: household, pays: reserve, index: none, amount: food.pots + food.pans, label: Kitchen }
scenarios:
`;

/** What no scenario of these families reaches in the two tables: a grown-up with so many children, in a month. */
async function missing(families: readonly (readonly [string, number])[]): Promise<readonly string[]> {
  const scenarios = families.map(([month, children], at) => {
    const persons = ['{ role: head, age: 40 }', ...Array<string>(children).fill('{ role: child, age: 5 }')];
    return `  s${at}: { month: ${month}, household: { persons: [${persons.join(', ')}] }, expect: { household.children: ${children} } }\n`;
  });
  const file = { file: 'rules/isle/kitchen.yaml', text: TABLES + scenarios.join('') };
  const loaded = loadLinked([...packFiles('isle'), file], { pack: 'isle' });
  if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
  const { missing: names } = await coverage(loaded.value, loaded.value.scenarios);
  return names.filter((name) => /^food\.p/.test(name));
}

test('each row that a row with lists stands for counts, and what goes on beyond the last counts once', async () => {
  expect(await missing([['2024-01', 1]])).toEqual([
    'food.pots: row 1',
    'food.pots: row 3',
    'food.pots: beyond its rows',
    'food.pans from 2024-01: row 1',
    'food.pans from 2024-01: beyond its rows',
    'food.pans from 2024-06: row 1',
    'food.pans from 2024-06: row 2',
    'food.pans from 2024-06: beyond its rows',
  ]);
});

test('any step beyond the last row reaches what goes on there; uprated rows are rows of their own', async () => {
  const months = ['2024-01', '2024-06'];
  const all = months.flatMap((month) => [0, 1, 2, 5].map((children) => [month, children] as const));
  expect(await missing(all)).toEqual([]);
});

test('a row that gives nothing but none is a guard: to reach it is an error, so nobody must', async () => {
  const text = `source: survey
tables:
  food.dog: { unit: EUR/month, by: [household.children], hit: first, rows: [[..1, 3], [2.., none], [any, none]] }
needs:
  food.pet: { for: household, pays: living, index: none, amount: food.dog, label: A dog }
`;
  const loaded = loadLinked([...packFiles('isle'), { file: 'rules/isle/kitchen.yaml', text }], { pack: 'isle' });
  if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
  const { missing: names } = await coverage(loaded.value, []);
  expect(names.filter((name) => name.startsWith('food.dog'))).toEqual(['food.dog: row 1']);
});
