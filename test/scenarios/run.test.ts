import { describe, expect, test } from 'vitest';
import { loadLinked } from '../../src/language/load.js';
import { coverage } from '../../src/scenarios/coverage/coverage.js';
import type { ScenarioResult } from '../../src/scenarios/result.js';
import { runScenarios } from '../../src/scenarios/run.js';
import { packFiles } from '../fixtures/pack-files.js';

const HOUSEHOLD = `household:
      persons: [{ id: a, role: head, age: 40, diet: no }, { id: t, role: child, age: 5, diet: no }]
      incomes: [{ of: a, kind: wage, amount: 900 }]
      bills: { rent: 640 }`;

function isleWith(scenarios: string): ReturnType<typeof loadLinked> {
  const head = `source: survey
parameters: { food.extra: { unit: EUR/month, values: 10 } }
needs: { food.more: { for: household, pays: living, index: none, amount: food.extra, label: More food } }
scenarios:
`;
  return loadLinked([...packFiles('isle'), { file: 'rules/isle/scenarios.yaml', text: head + scenarios }], {
    pack: 'isle',
  });
}

async function results(scenarios: string): Promise<readonly ScenarioResult[]> {
  const loaded = isleWith(scenarios);
  if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
  return await runScenarios(loaded.value, loaded.value.scenarios);
}

/** Keys that failed, with what was found. */
async function failed(scenarios: string): Promise<readonly string[]> {
  return (await results(scenarios)).filter((one) => !one.passed).map((one) => `${one.key}: ${one.found}`);
}

describe('a scenario', () => {
  test('expects sums, lines in each column, facts, derived names, levers and what fires', async () => {
    const all = await results(`  whole:
    month: 2024-06
    policy: town
    ${HOUSEHOLD}
    expect:
      need.month: 1088.40
      need.year: 13060.78
      income.month: 900
      balance.month: -188.40
      aid.month: 78.72
      basket.food: 298.96
      line.food.daily: 288.96
      line.food.daily@t: 89.58
      line.housing.rent: 640
      line.housing.rent.reference: 600
      line.housing.rent.aid: 550
      lever.social-tariff: no
      person.adult@t: no
      household.children: 1
      person.age@t: 5
      person.benefit@t: no
      fired: [food.together, clothing.adult, food.more]
      not-fired: [food.diet]
      open: []
`);
    expect(all.filter((one) => !one.passed)).toEqual([]);
    expect(all).toHaveLength(19);
  });

  test('fails with what was found and the place of the expectation', async () => {
    const [one] = await results(`  wrong:
    month: 2024-06
    ${HOUSEHOLD}
    expect: { line.food.more: 11 }
`);
    expect(one).toMatchObject({ id: 'wrong', row: null, passed: false, expected: '11', found: '10' });
    expect(one?.place).toMatchObject({ file: 'rules/isle/scenarios.yaml', line: 11 });
  });

  test('is one test a row of vary, with the household as it was between the rows', async () => {
    const rows = await results(`  rows:
    month: 2024-06
    ${HOUSEHOLD}
    vary: { by: [persons.t.age, bills.rent, line.food.daily@t, line.housing.rent], rows: [[6, 700, 150.26, 700], [5, 1, 89.58, 2]] }
`);
    expect(rows.map((one) => [one.row, one.key, one.passed])).toEqual([
      [1, 'line.food.daily@t', true],
      [1, 'line.housing.rent', true],
      [2, 'line.food.daily@t', true],
      [2, 'line.housing.rent', false],
    ]);
  });

  test('may change parameters, which other scenarios do not see', async () => {
    const both = `  reform:
    month: 2024-06
    parameters: { food.extra: 25 }
    ${HOUSEHOLD}
    expect: { line.food.more: 25 }
  today:
    month: 2024-06
    ${HOUSEHOLD}
    expect: { line.food.more: 10 }
`;
    expect(await failed(both)).toEqual([]);
  });

  test('may expect an error, by its code, and fails when there is none or another', async () => {
    const two = (code: string): string => `  two-heads:
    month: 2024-06
    household: { persons: [{ role: head, age: 40 }, { role: head, age: 41 }] }
    expect: { error: ${code} }
`;
    expect(await failed(two('one-head'))).toEqual([]);
    expect(await failed(two('bad-id'))).toEqual([expect.stringContaining('error: one-head') as string]);
    expect(await failed(`  good:\n    month: 2024-06\n    ${HOUSEHOLD}\n    expect: { error: one-head }\n`)).toEqual([
      'error: no error',
    ]);
  });

  test('that expects an error has nothing else: a sum beside it fails', async () => {
    const both = `  both:
    month: 2024-06
    household: { persons: [{ role: head, age: 40 }, { role: head, age: 41 }] }
    expect: { error: one-head, need.month: 3 }
`;
    expect((await results(both)).map(({ key, passed }) => [key, passed])).toEqual([
      ['error', true],
      ['need.month', false],
    ]);
    expect((await results(both))[0]?.found).toBe('one-head');
  });

  test('of which the household is refused says so, where no error is expected', async () => {
    const wrong = `  wrong:
    month: 2024-06
    household: { persons: [{ role: hed, age: 40 }] }
    expect: { need.month: 900 }
`;
    expect((await results(wrong)).map(({ passed, refused }) => [passed, refused])).toContainEqual([false, true]);
    const meant = wrong.replace('need.month: 900', 'error: unknown-value');
    expect((await results(meant)).every(({ refused }) => refused === undefined)).toBe(true);
  });

  test('of figures alone reads any month, also one outside those covered', async () => {
    const values = `  prices:
    values:
      - [2024-03, round(cpi.all / 100; 0.01), 1.30]
      - [2030-01, food.extra * 2, 20]
      - [2024-01, food.extra, 11]
`;
    const all = await results(values);
    expect(all.map((one) => [one.row, one.passed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
  });

  test('of figures alone computes derived names that need no household, behind a table too', async () => {
    const values = `  rates:
    values:
      - [2024-03, food.double, 20]
      - [2024-03, food.scale(2), 23]
      - [2030-01, food.scale(1), 3]
derive: { food.double: { value: food.extra + food.extra }, food.late: { when: { month: 2025-01.. } }, food.both: { value: [{ when: { food.late: yes }, is: 0 }, { otherwise: food.double + 3 }] } }
tables: { food.scale: { unit: EUR/month, status: official, by: [household.children], hit: first, rows: [[0, 1 EUR/month * household.children], [1, 3], [2, food.both], [any, 4]] } }
`;
    expect(await failed(values)).toEqual([]);
  });

  test('with a known difference or a tolerance passes only within it', async () => {
    const known = (difference: string): string => `  known:
    month: 2024-06
    note: printed before a correction
    known-difference: ${difference}
    ${HOUSEHOLD}
    expect: { line.food.more: 8 }
`;
    expect(await failed(known('2'))).toEqual([]);
    expect(await failed(known('1.99'))).toEqual(['line.food.more: 10']);
    const near = `  near:\n    month: 2024-06\n    ${HOUSEHOLD}\n    expect: { line.food.more: 9 ± 1, line.food.daily@t: 89 ± 0.5 }\n`;
    expect(await failed(near)).toEqual([expect.stringContaining('line.food.daily@t') as string]);
  });

  test('that expects nothing open fails when something is', async () => {
    const open = `  open:
    month: 2024-06
    household: { persons: [{ id: a, role: head, age: 40 }], incomes: [] }
    expect: { open: [] }
  asked:
    month: 2024-06
    household: { persons: [{ id: a, role: head, age: 40 }], incomes: [] }
    expect: { open: [food.diet] }
`;
    expect(await failed(open)).toEqual(['open: [food.diet@a]']);
  });
});

test('coverage names what no scenario reaches', async () => {
  const loaded = isleWith(`  one:\n    month: 2024-06\n    ${HOUSEHOLD}\n    expect: { open: [] }\n`);
  if (!loaded.ok) throw new Error('the isle does not load');
  const { missing } = await coverage(loaded.value, loaded.value.scenarios);
  expect(missing).toMatchInlineSnapshot(`
    [
      "food.rate: row 2",
      "energy.rate: row 1",
      "food.together: does not hold",
      "food.diet: holds",
      "bill energy",
      "income child-benefit",
      "social-tariff: may be taken up",
      "policy town",
      "town/rent-ceiling",
    ]
  `);
});

test('coverage knows the definitions of one id apart, also as of another month', async () => {
  const levy = `status: official
parameters:
  food.levy:
    - { unit: EUR/month, valid: ..2024-03, values: 1 }
    - { unit: EUR/month, valid: 2024-04..2024-09, values: 2 }
    - { unit: EUR/month, valid: 2024-10.., values: 4 }
scenarios: { one: { values: [[2024-06, food.levy + at(2024-02; food.levy), 3]] } }
`;
  const loaded = loadLinked([...packFiles('isle'), { file: 'rules/isle/levy.yaml', text: levy }], { pack: 'isle' });
  if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
  const { missing } = await coverage(loaded.value, loaded.value.scenarios);
  expect(missing.filter((name) => name.startsWith('food.levy'))).toEqual(['food.levy (2024-10)']);
});

test('a fact that is said where it is not asked is told, once a scenario, and not for the rows of vary', async () => {
  const scenario = `scenarios:
  grown-up:
    month: 2024-06
    household: { persons: [{ id: a, role: head, age: 44, school: primary }], dwelling: { quay: north } }
    expect: { person.age@a: 44, person.adult@a: yes }
    vary: { by: [persons.a.age, person.age@a], rows: [[45, 45]] }
`;
  const file = { file: 'rules/harbour/one-more.yaml', text: scenario };
  const loaded = loadLinked([...packFiles('harbour'), file], { pack: 'harbour' });
  if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
  const only = loaded.value.scenarios.filter(({ id }) => id === 'grown-up');
  const told = (await runScenarios(loaded.value, only)).map(({ passed, notAsked }) => [passed, notAsked]);
  expect(told).toEqual([
    [true, ['person.school@a']],
    [true, undefined],
    [true, undefined],
  ]);
});
