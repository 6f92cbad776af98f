import { describe, expect, it } from 'vitest';
import { FACTS, foundIn, modelOf, shown } from './tiny-pack.js';

const BASE = `${FACTS}source: s
series: { cpi: { months: { 2024-01: 1, 2024-02: 2 } } }
parameters: { fee: { unit: EUR/year, values: 120 }, life: { unit: week, values: 26 } }
tables: { survey: { unit: EUR/week, by: [person.sex], gives: [a, b], rows: [[female, 1, 2], [male, 3, 4]] } }
`;

function codes(need: string): (string | undefined)[] {
  return foundIn(`needs: { ${need} }\n${BASE}`).map((line) => line.split(' ')[0]);
}

describe('a need', () => {
  it('becomes a month from any period, and bare numbers are a month already', () => {
    const needs = modelOf(
      `${BASE}index: none
needs:
  food.a: { for: household, pays: living, amount: fee }
  food.b: { for: household, pays: living, amount: 7 EUR/week }
  food.c: { for: household, pays: living, amount: 5 }
  food.d: { for: household, pays: living, amount: [{ when: { household.pets: 1.. }, is: fee }, { otherwise: 3 EUR/day }] }
`,
    ).needs;
    expect(needs.map(({ amount }) => amount)).toMatchObject([
      { kind: 'convert', times: '1', over: '12' },
      { kind: 'convert', times: '52', over: '12' },
      { kind: 'number', value: '5' },
      { kind: 'cases', cases: [{ is: { kind: 'convert', times: '1' } }], otherwise: { kind: 'convert', times: '365' } },
    ]);
  });

  it('keeps items with lifetimes in months and uses a year', () => {
    const [need] = modelOf(
      `${BASE}presence: full
index: cpi
needs:
  food.a:
    for: person
    pays: reserve
    items:
      coat: { price: 60, quantity: 1, lasts: 2 years, priced: 2024-01 }
      hat: { price: 6 EUR, quantity: household.pets, lasts: life, priced: 2024-02, when: { person.ill: yes } }
      milk: { price: 1, quantity: 2, per: week, priced: 2024-01 }
`,
    ).needs;
    const items = need?.items ?? [];
    expect(items[0]?.lasts).toMatchObject({ kind: 'convert', times: '12', over: '1' });
    expect(items[1]).toMatchObject({ priced: 24289, lasts: { kind: 'convert', times: '12', over: '52' } });
    expect(shown(items[1]?.when ?? null)).toBe('person.ill yes');
    expect(items[2]).toMatchObject({ lasts: null, timesAYear: '52' });
    expect(need).toMatchObject({ presence: 'full', index: 'cpi', basket: 'food' });
  });

  it('shows parts of a table, each a month, while the amount makes the line', () => {
    const [need] = modelOf(
      `${BASE}needs: { food.a: { for: person, pays: living, presence: scales, index: none, parts: survey, amount: 2 * parts } }\n`,
    ).needs;
    expect(need?.parts?.map(({ id, value }) => [id, value.kind])).toEqual([
      ['a', 'convert'],
      ['b', 'convert'],
    ]);
    expect(need?.amount).toMatchObject({ kind: 'multiply', right: { ref: { of: 'sum', id: 'parts' } } });
  });

  it('stands in the order of the baskets, then of the files', () => {
    const { needs } = modelOf(
      `${BASE}index: none\nneeds: { home.z: { for: household, pays: fixed, amount: 2 }, food.y: { for: household, pays: fixed, amount: 2 }, home.a: { for: household, pays: fixed, amount: 2 } }\n`,
    );
    expect(needs.map(({ id }) => id)).toEqual(['food.y', 'home.z', 'home.a']);
  });

  it.each([
    ['garden.x: { for: household, pays: living, index: none, amount: 5 }', 'unknown-basket'],
    ['food.x: { for: person, pays: living, index: none, amount: 5 }', 'missing-key'],
    ['food.x: { for: household, pays: living, amount: 5 }', 'missing-key'],
    ['food.x: { for: household, pays: living, index: cpi, amount: 5 }', 'not-priced'],
    ['food.x: { for: household, pays: living, index: cpj, amount: 5, priced: 2024-01 }', 'unknown-name'],
    ['food.x: { for: household, pays: living, index: none }', 'exactly-one'],
    ['food.x: { for: household, pays: living, index: none, amount: 5 EUR }', 'not-an-amount'],
    ['food.x: { for: household, pays: living, index: none, amount: fee * fee }', 'amount-times-amount'],
    ['food.x: { for: household, pays: living, index: none, amount: person.pay }', 'person-name'],
    ['food.x: { for: household, pays: livin, index: none, amount: 5 }', 'wrong-value'],
    ['food.x: { for: household, pays: living, presence: full, index: none, amount: 5 }', 'unknown-key'],
    ['food.x: { for: household, pays: living, index: none, parts: survay, amount: parts }', 'unknown-name'],
    ['food.x: { for: household, pays: living, index: none, items: { a: { price: 5, quantity: 1 } } }', 'exactly-one'],
    [
      'food.x: { for: household, pays: living, index: cpi, items: { a: { price: 5, quantity: 1, per: year } } }',
      'not-priced',
    ],
    [
      'food.x: { for: household, pays: living, index: none, items: { a: { price: 5, quantity: 1, lasts: 3 } } }',
      'not-a-duration',
    ],
    [
      'food.x: { for: household, pays: living, index: none, items: { a: { price: 5 EUR/month, quantity: 1, per: year } } }',
      'unit-mismatch',
    ],
    [
      'food.x: { for: household, pays: living, index: none, items: { A: { price: 5, quantity: 1, per: year } } }',
      'bad-id',
    ],
  ])('refuses %s', (need, code) => {
    expect(codes(need)).toEqual([code]);
  });
});
