import { expect, it } from 'vitest';
import { assessTiny, nodeOf } from '../tiny.js';

const SECTIONS = `
series: { cpi: { base: 2020, source: act, months: { 2024-01: 100, 2024-06: 105 } } }
needs:
  food.a: { for: person, pays: living, tags: [basic], amount: 10.005 EUR/month }
  home.b: { for: household, pays: fixed, tags: [basic], amount: 20 EUR/month }
  home.c: { for: household, pays: fixed, optional: yes, tags: [basic, extra], amount: 30 EUR/month }
  home.d: { for: household, pays: fixed, amount: 10% * total.meals + 5 EUR/month }
bills: { b: { for: household, replaces: [home.b] } }
totals:
  basic: { of: { tag: basic } }
  meals: { of: [food.a] }
  paid: { of: { basket: home }, column: need }
  extra: { of: { tag: extra } }
figures:
  hour: { unit: EUR/hour, value: round(need / 176 hour/month; 0.01) }
  share: { unit: factor, value: food.a / max(total.basic; 1 EUR/month) }
notices:
  old: { when: { person.age: 65.. }, text: Ask for a pension. }
  cold: { when: { household.members: 2.. }, text: Heat. }
derive: { household.members: { count: person } }
`;
const TWO = 'persons: [{ id: a, role: head, age: 40 }, { id: b, role: partner, age: 70 }]\nbills: { b: 25 }';

it('sums rounded lines in either column; optional lines only where nothing else is named', async () => {
  const a = await assessTiny(SECTIONS, TWO);
  expect(a.figures.map((one) => [one.id, one.value])).toEqual([
    ['basic', '40.02'],
    ['meals', '20.02'],
    ['paid', '32.00'],
    ['extra', '30.00'],
    ['hour', '0.3'],
    ['share@a', '0.250124937531234382808596'],
    ['share@b', '0.250124937531234382808596'],
  ]);
  expect(nodeOf(a, 'total/paid')).toMatchObject({ in: ['line/home.b', 'line/home.d'] });
  expect(nodeOf(a, 'figure/hour')).toMatchObject({
    kind: 'figure',
    value: '0.3',
    unit: 'EUR/hour',
    in: ['total/need'],
  });
});

it('tells notices to whom they fit', async () => {
  expect((await assessTiny(SECTIONS, TWO)).notices).toEqual([
    { id: 'old@b', node: 'when/old@b' },
    { id: 'cold', node: 'when/cold' },
  ]);
});
