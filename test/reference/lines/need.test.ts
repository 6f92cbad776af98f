import { expect, it } from 'vitest';
import { RefbudgetError } from '../../../src/model/diagnostic.js';
import { assessTiny, lineOf, nodeOf } from '../tiny.js';

const ONE = 'persons: [{ id: a, role: head, age: 40 }]';
const steps = (node: unknown): unknown[] =>
  (node as { steps: { step: string; by?: string; value: string }[] }).steps.map((one) => [one.step, one.by, one.value]);

it('goes amount → index → months → presence → adjustments → one rounding', async () => {
  const a = await assessTiny(
    `series: { cpi: { base: 2020, source: act, months: { 2024-01: 100, 2024-06: 110 } } }
needs:
  food.daily: { for: person, pays: living, presence: scales, index: cpi, priced: 2024-01, months: 11, amount: 10.01 EUR/month }
adjustments:
  cap: { for: person, on: [food.daily], at-most: 7 EUR/month, scale: 2, because: x }
  more: { for: household, on: [food.daily], increase: 1 EUR/month, at-least: 3 EUR/month, because: x }`,
    'persons: [{ id: a, role: head, age: 40, presence: 50% }]',
  );
  expect(steps(nodeOf(a, 'line/food.daily@a'))).toEqual([
    ['amount', undefined, '10.01'],
    ['index', '1.1', '11.011'],
    ['months', '0.916666666666666666666667', '10.093416666666666666666667'],
    ['presence', '0.5', '5.046708333333333333333333'],
    ['scale', '2', '10.093416666666666666666667'],
    ['increase', '1', '11.093416666666666666666667'],
    ['at-least', '3', '11.093416666666666666666667'],
    ['at-most', '7', '7'],
    ['round', '0.01', '7.00'],
  ]);
  expect(lineOf(a, 'food.daily@a').year.reference).toBe('84.00');
});

it('indexes each item from its own month, and says when a series stands still', async () => {
  const a = await assessTiny(
    `series: { cpi: { base: 2020, source: act, months: { 2023-01: 80, 2024-01: 100, 2024-03: 120 } } }
needs:
  home.things:
    for: household
    pays: reserve
    index: cpi
    items:
      old: { price: 24, quantity: 1, lasts: 2 years, priced: 2023-01 }
      new: { price: 1.50, quantity: 3, per: week, priced: 2024-01 }`,
    ONE,
  );
  expect(lineOf(a, 'home.things').items?.map((one) => [one.id, one.month, one.price, one.lasts])).toEqual([
    ['old', '1.5', '24', '24 months'],
    ['new', '23.4', '1.50', '52 a year'],
  ]);
  expect(lineOf(a, 'home.things').reference).toBe('24.90');
  expect(steps(nodeOf(a, 'line/home.things'))[1]).toEqual(['index', undefined, '24.9']);
  expect(a.quality).toMatchObject({ seriesBeyondEnd: ['cpi'], oldestPrice: '2023-01' });
});

it('leaves an item out whose condition does not hold, and asks where it is undecided', async () => {
  const sections = `facts: { person.cold: { type: yes-no, ask: Cold? } }
needs:
  home.warm: { for: person, pays: reserve, items: { cap: { price: 12, quantity: 1, lasts: 1 year, when: { person.cold: yes } }, sock: { price: 6, quantity: 1, lasts: 1 year } } }`;
  const of = async (said: string) => assessTiny(sections, ONE.replace('40', `40, cold: ${said}`));
  expect(lineOf(await of('yes'), 'home.warm@a').reference).toBe('1.50');
  expect(lineOf(await of('no'), 'home.warm@a').reference).toBe('0.50');
  const unknown = await of('unknown');
  expect(lineOf(unknown, 'home.warm@a').reference).toBe('0.50');
  expect(unknown.open).toEqual([
    { id: 'home.warm/cap@a', kind: 'item', missing: ['person.cold@a'], node: 'when/home.warm/cap@a' },
  ]);
});

it('shows named parts inside the line, and lets the amount read their sum', async () => {
  const a = await assessTiny(
    `derive: { dwelling.persons: { count: resident } }
tables: { p: { unit: EUR/month, by: [dwelling.persons], gives: [gas, water], rows: [[1, 10, 5.005], [2.., 20, 9]] } }
needs: { home.both: { for: household, pays: fixed, parts: p, amount: parts * 50% } }`,
    ONE,
  );
  expect(lineOf(a, 'home.both')).toMatchObject({
    reference: '7.50',
    parts: [
      { id: 'gas', month: '10' },
      { id: 'water', month: '5.005' },
    ],
  });
  expect((nodeOf(a, 'line/home.both') as unknown as { steps: unknown[] }).steps[0]).toMatchObject({
    in: ['table/p.gas', 'table/p.water'],
  });
});

it('subtracts credits, keeps optional lines out of every sum, and tells what was left out', async () => {
  const a = await assessTiny(
    `needs:
  food.a: { for: person, pays: living, amount: 100 EUR/month }
  home.back: { for: household, pays: fixed, credit: yes, amount: 30 EUR/month }
  home.extra: { for: household, pays: fixed, optional: yes, amount: 50 EUR/month }
  home.gone: { for: household, pays: fixed, amount: 70 EUR/month }
adjustments: { gone: { for: household, on: [home.gone], leave-out: yes, because: x } }
totals: { all: { of: { basket: home } } }`,
    ONE,
  );
  expect(a.needs).toMatchObject({ need: '70.00', household: '-30.00', persons: { a: '100.00' } });
  expect(a.needs.lines.map((line) => line.id)).toEqual(['food.a@a', 'home.back', 'home.extra']);
  expect(a.figures).toMatchObject([{ id: 'all', value: '-30.00' }]);
  expect(steps(nodeOf(a, 'line/home.gone'))).toEqual([
    ['amount', undefined, '70'],
    ['leave-out', undefined, '0'],
  ]);
  expect(nodeOf(a, 'line/home.gone')).toMatchObject({ value: '0.00' });
});

it('refuses a line below 0, naming it', async () => {
  const sections = `facts: { household.less: { type: amount, unit: EUR/month, assume: 0, ask: Less? } }
needs: { home.x: { for: household, pays: fixed, amount: 10 EUR/month - household.less } }`;
  const error = await assessTiny(sections, `${ONE}\nhousehold: { less: 10.001 }`).catch((e: unknown) => e);
  expect((error as RefbudgetError).diagnostics).toMatchObject([{ code: 'line-below-zero', path: ['home.x'] }]);
});

it('takes the weakest status of the numbers it was computed from; a condition does not weaken', async () => {
  const a = await assessTiny(
    `facts: { household.guess: { type: yes-no, assume: yes, ask: Guess? }, household.pets: { type: whole, assume: 2, ask: Pets? } }
needs:
  home.a: { for: household, pays: fixed, when: { household.guess: yes }, amount: 10 EUR/month }
  home.b: { for: household, pays: fixed, amount: 10 EUR/month * household.pets }
  home.c: { for: household, pays: fixed, amount: 10 EUR/month, status: press }
adjustments: { x: { for: household, on: [home.a], at-most: { value: 50 EUR/month, status: published }, because: x } }`,
    ONE,
  );
  expect(a.needs.lines.map((line) => [line.id, line.status.reference])).toEqual([
    ['home.a', 'published'],
    ['home.b', 'assumption'],
    ['home.c', 'press'],
  ]);
  expect(a.quality.byStatus).toMatchObject({ published: '10.00', assumption: '20.00', press: '10.00' });
  expect(a.assumptions.map((one) => one.name)).toEqual(['household.guess', 'household.pets']);
});
