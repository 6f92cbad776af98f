import { describe, expect, it } from 'vitest';
import { doubledPrices } from '../../src/testing/doubled.js';
import { FACTS, modelOf } from './tiny-pack.js';

/** Values of the numbers of a pack that are amounts of money, in the order in which they are written. */
function amounts(yaml: string): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, money, value: number } = value as { kind?: unknown; money?: unknown; value?: unknown };
    if (kind === 'number' && money === true) found.push(String(number));
    Object.values(value).forEach(look);
  };
  const { derived, parameters, tables, needs, bills, adjustments, levers, policies } = modelOf(
    `source: s\nindex: none\npresence: full\n${FACTS}${yaml}`,
  );
  look([derived, parameters, tables, needs, bills, adjustments]);
  look([levers, policies]);
  return found;
}

const formula = (text: string): string[] => amounts(`derive: { value-of: { value: "${text}" } }\n`);
const need = (body: string): string => `needs: { food.x: { for: household, pays: living, ${body} } }\n`;

describe('a number in a formula is an amount of money', () => {
  it.each([
    ['5 EUR/month + 3', ['5', '3']],
    ['person.pay - 20', ['20']],
    ['min(person.pay; 100; 2 * 30)', ['100', '2']],
    ['0.25 EUR/kWh * dwelling.power', ['0.25']],
    ['round(2 EUR + 3.5; 0.1)', ['2', '3.5']],
  ])('with its own unit or that of its sum: %s', (text, expected) => {
    expect(formula(text)).toEqual(expected);
  });

  it.each(['person.pay * 2', 'person.pay / 3', 'household.pets + 1', '3 hour/month', '4 * 5', '10% + 1'])(
    'never as a factor, a count or an amount of something else: %s',
    (text) => {
      expect(formula(text)).toEqual([]);
    },
  );

  it('in cases that take the unit of one of them', () => {
    const cases = '[{ when: { household.pets: 1.. }, is: 5 EUR/month }, { otherwise: 7 }]';
    expect(amounts(`derive: { value-of: { value: ${cases} } }\n`)).toEqual(['5', '7']);
  });
});

describe('a plain number is an amount of money where one must stand', () => {
  it.each([
    ['a need', need('amount: 12.50 * 4'), ['12.50']],
    ['an item', need('items: { a: { price: 9, quantity: 2, lasts: 3 years } }'), ['9']],
    [
      'a parameter',
      'parameters: { p: { unit: EUR/month, values: { 2024-01: 5, 2025-01: { value: 6 } } } }\n',
      ['5', '6'],
    ],
    ['a bill', `${need('amount: bill.b')}bills: { b: { for: household, assume: 8 } }\n`, ['8']],
    ['a factor', 'parameters: { p: { unit: factor, values: 5 } }\n', []],
    [
      'an adjustment',
      `${need('amount: 1')}adjustments: { a: { for: household, on: [food.x], scale: 90%, at-least: 2, at-most: 3 } }\n`,
      ['1', '2', '3'],
    ],
    [
      'a lever and an aid',
      `${need('amount: 1')}levers: { l: { for: household, assume: { dwelling.power: 4 }, once: 5 } }
policies: { a: { aid: { pays: 6, minimum: 7, once: 8 } } }\n`,
      ['1', '5', '6', '7', '8'],
    ],
  ])('of %s', (_, yaml, expected) => {
    expect(amounts(yaml)).toEqual(expected);
  });

  it('in a table, and in the rows that an uprate or beyond makes of it', () => {
    const table = (unit: string): string => `tables:
  t: { unit: ${unit}, by: [household.pets], beyond: same, editions: {
    2024-01: { rows: [[0, 10], [1, 20 + 2]] }, 2025-01: { rows: [[0, 30], [1, 40]] } } }
  u: { unit: ${unit}, by: [person.sex], editions: { 2024-01: { rows: [[any, 50]] }, 2025-01: { uprate: { by: 10% } } } }
`;
    expect(amounts(table('EUR/month'))).toEqual(['10', '20', '2', '20', '2', '30', '40', '40', '50', '55']);
    expect(amounts(table('hour/month'))).toEqual([]);
    const step =
      'tables: { t: { unit: EUR/month, by: [household.pets], beyond: last-step, rows: [[0, 10], [1, 15]] } }\n';
    expect(amounts(step).slice(0, 4)).toEqual(['10', '15', '20', '25']);
    expect(amounts(step).slice(-2)).toEqual(['15', '5']);
  });
});

describe('an asked amount', () => {
  it('is assumed in money where its unit is money', () => {
    const { facts } = modelOf(FACTS);
    const assumed = (name: string): unknown => facts.find(({ id }) => id === name)?.assume;
    expect(assumed('person.pay')).toEqual({ kind: 'number', value: '0', money: true });
    expect(assumed('dwelling.power')).toEqual({ kind: 'number', value: '1000' });
  });
});

describe('doubled prices', () => {
  it('double amounts alone', () => {
    const model = doubledPrices(modelOf(`source: s\nindex: none\n${need('amount: 12.50 EUR/month * 4')}`));
    expect(model.needs[0]?.amount).toMatchObject({ left: { value: '25' }, right: { value: '4' } });
  });
});
