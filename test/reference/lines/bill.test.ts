import { expect, it } from 'vitest';
import { Exact } from '../../../src/decimal/exact.js';
import { split } from '../../../src/reference/lines/split.js';
import { assess } from '../../../src/assessment/assess.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import { agreeOn } from '../../../src/testing/index.js';
import type { TestPack } from '../../../src/testing/laws/law.js';
import { assessTiny, householdOf, lineOf, nodeOf, tiny } from '../tiny.js';

const NEEDS = `needs:
  home.rent: { for: household, pays: fixed, amount: 100 EUR/month }
  home.heat: { for: household, pays: fixed, amount: 50 EUR/month }
  food.school: { for: person, pays: fixed, when: { person.age: ..17 }, amount: 20 EUR/month }
`;
const HOME =
  'persons: [{ id: a, role: head, age: 40 }, { id: c, role: child, age: 9 }, { id: b, role: child, age: 7 }]\n';
const needs = (a: Awaited<ReturnType<typeof assessTiny>>) =>
  Object.fromEntries(a.needs.lines.map((line) => [line.id, [line.paid, line.need, line.year.need, line.basis]]));

it('replaces the reference by the bill, in month and year', async () => {
  const a = await assessTiny(
    `${NEEDS}bills: { rent: { for: household, replaces: [home.rent] } }`,
    `${HOME}bills: { rent: 320 EUR/year }`,
  );
  expect(needs(a)['home.rent']).toEqual(['26.67', '26.67', '320.00', 'bill']);
  expect(lineOf(a, 'home.rent')).toMatchObject({
    reference: '100.00',
    status: { reference: 'official', need: 'given' },
  });
  expect(nodeOf(a, 'line/home.rent')).toMatchObject({ reference: '100.00', value: '26.67' });
});

it('splits a bill over several lines to the cent, the missing cents to the largest remainders', async () => {
  const bills = 'bills: { all: { for: household, replaces: [home.heat, home.rent, food.school] } }';
  const a = await assessTiny(`${NEEDS}${bills}`, `${HOME}bills: { all: 100.01 }`);
  expect(needs(a)).toEqual({
    'home.rent': ['52.63', '52.63', '631.64', 'bill'],
    'home.heat': ['26.32', '26.32', '315.82', 'bill'],
    'food.school@c': ['10.53', '10.53', '126.33', 'bill'],
    'food.school@b': ['10.53', '10.53', '126.33', 'bill'],
  });
  expect(a.needs.need).toBe('100.01');
  expect(a.needs.year.need).toBe('1200.12');
});

it('splits equally where there is no weight, and never loses a cent', () => {
  const texts = (amount: string, weights: number[], step: string): string[] =>
    split(
      new Exact(amount),
      weights.map((one) => new Exact(one)),
      new Exact(step),
    ).map((one) => one.toFixed());
  expect(texts('0.05', [0, 0, 0], '0.01')).toEqual(['0.02', '0.02', '0.01']);
  expect(texts('99.995', [1, 1, 1], '0.01')).toEqual(['33.34', '33.33', '33.33']);
  expect(texts('95', [1, 2], '10')).toEqual(['30', '70']);
  expect(texts('104.994', [7], '10')).toEqual(['100']);
});

it('takes the larger, the smaller or the reference; a lost bill is still shown', async () => {
  const of = async (take: string, paid: string): Promise<unknown> => {
    const bills = `bills: { rent: { for: household, replaces: [home.rent], take: ${take} } }`;
    return needs(await assessTiny(`${NEEDS}${bills}`, `${HOME}bills: { rent: ${paid} }`))['home.rent'];
  };
  expect(await of('larger', '90')).toEqual(['90.00', '100.00', '1200.00', 'reference']);
  expect(await of('larger', '110')).toEqual(['110.00', '110.00', '1320.00', 'bill']);
  expect(await of('larger', '100')).toEqual(['100.00', '100.00', '1200.00', 'bill']);
  expect(await of('smaller', '110')).toEqual(['110.00', '100.00', '1200.00', 'reference']);
  expect(await of('reference', '110')).toEqual(['110.00', '100.00', '1200.00', 'reference']);
});

it('warns of a bill for which there is no line, and reads an assumed bill in a formula', async () => {
  const a = await assessTiny(
    `${NEEDS}  home.debt: { for: household, pays: fixed, optional: yes, amount: bill.debt }
bills: { school: { for: person, replaces: [food.school] }, debt: { for: household, assume: 0 } }`,
    `${HOME}bills: { school: { a: 10, b: 12 } }`,
  );
  expect(a.warnings).toEqual([{ code: 'bill-not-used', names: ['school@a'], path: ['bills', 'school', 'a'] }]);
  expect(needs(a)['food.school@b']).toEqual(['12.00', '12.00', '144.00', 'bill']);
  expect(a.assumptions).toEqual([{ name: 'bill.debt', value: '0.00', node: 'bill/debt' }]);
});

it('sets a line by a worker’s override, above the bill, and shows what it replaced', async () => {
  const a = await assessTiny(
    `${NEEDS}bills: { rent: { for: household, replaces: [home.rent] } }`,
    `${HOME}bills: { rent: 120 }
overrides: [{ line: home.rent, amount: 1000 EUR/year, reason: agreed, by: worker }, { line: food.school@a, amount: 5, reason: r, by: w }]`,
  );
  expect(lineOf(a, 'home.rent')).toMatchObject({
    need: '83.33',
    year: { need: '1000.00' },
    paid: '120.00',
    basis: 'override',
    override: { computed: '120.00', reason: 'agreed', by: 'worker' },
  });
  expect(a.overrides).toMatchObject([
    { target: 'home.rent', computed: '120.00', is: '83.33' },
    { target: 'food.school@a', computed: null, is: '5.00' },
  ]);
  expect(a.warnings).toEqual([{ code: 'override-not-used', names: ['food.school@a'], path: ['overrides', 1] }]);
});

it('sets a name by a worker’s override', async () => {
  const a = await assessTiny(
    `facts: { household.poor: { type: yes-no, assume: no, ask: Poor? } }
derive: { household.big: { when: { household.size: 4.. } }, household.size: { count: person } }
needs: { home.x: { for: household, pays: fixed, when: { household.big: yes, household.poor: yes }, amount: 1 EUR/month } }`,
    `${HOME}overrides: [{ name: household.big, is: yes, reason: r, by: w }, { name: household.poor, is: yes, reason: r, by: w }]`,
  );
  expect(a.needs.need).toBe('1.00');
  expect(a.overrides.map(({ target, computed, is }) => [target, computed, is])).toEqual([
    ['household.big', 'no', 'yes'],
    ['household.poor', 'no', 'yes'],
  ]);
  expect(nodeOf(a, 'derived/household.big')).toEqual({
    id: 'derived/household.big',
    kind: 'fact',
    origin: 'override',
    value: 'yes',
  });
  expect(a.assumptions).toEqual([]);
});

it('tells that a bill which needs alone read counts nowhere, where none of them has a line', async () => {
  const pack = tiny(`needs:
  home.loan: { for: household, pays: fixed, when: { household.size: 3.. }, amount: bill.loan }
  food.care: { for: person, pays: fixed, when: { person.age: ..17, bill.care: { above: 0 } }, amount: bill.care }
  food.meals: { for: person, pays: living, amount: 50 EUR/month + max(0; bill.meals - 20 EUR/month) }
bills:
  loan: { for: household, assume: 0 }
  care: { for: person, assume: 0 }
  meals: { for: person, assume: 0 }
  debt: { for: household, assume: 0 }
derive:
  household.size: { count: person }
  household.indebted: { when: { bill.debt: { above: 0 } } }
`);
  const family = (bills: string): HouseholdInput =>
    householdOf(`
persons: [{ id: ada, role: head, age: 40 }, { id: bo, role: child, age: 4 }]
bills: ${bills}`) as HouseholdInput;
  const unused = async (bills: string): Promise<readonly string[]> => {
    await agreeOn(pack as TestPack, family(bills), { month: '2024-06' });
    return assess(pack, family(bills), { month: '2024-06' }).warnings.map(
      ({ names, path }) => `${names[0]} ${path.join('/')}`,
    );
  };
  expect(await unused('{ loan: 300, care: { ada: 20, bo: 30 }, meals: { ada: 80 }, debt: 90 }')).toEqual([
    'care@ada bills/care/ada',
    'loan bills/loan',
  ]);
  expect(await unused('{ loan: 0, care: { bo: 30 } }')).toEqual([]);
});
