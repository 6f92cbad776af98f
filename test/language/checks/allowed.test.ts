import { describe, expect, it } from 'vitest';
import { loadLinked } from '../../../src/language/load.js';
import { baseFiles } from '../../broken/apply-case.js';

/** Errors of the good pack with one more file. */
function errorsWith(text: string): readonly string[] {
  const result = loadLinked([...baseFiles(), { file: 'rules/town/more.yaml', text }], { pack: 'town' });
  return result.ok ? [] : result.errors.map(({ code, message }) => `${code}: ${message}`);
}

const household = (formula: string): string => `status: official\nderive:\n  household.x: { value: ${formula} }\n`;

describe('a division is let through', () => {
  it.each([
    ['when max keeps 0 off', household('rent.rate / max(household.children; 1)')],
    ['when a number above 0 is added', household('rent.rate / (household.children + 1)')],
    [
      'when its case tests it above 0',
      household(
        '[{ when: { household.children: { above: 0 } }, is: rent.rate / household.children }, { otherwise: 0 }]',
      ),
    ],
    [
      'when its case tests a band from 1',
      household('[{ when: { household.children: 1.. }, is: rent.rate / household.children }, { otherwise: 0 }]'),
    ],
    [
      'when a case before it takes the 0',
      household('[{ when: { household.children: 0 }, is: 0 }, { otherwise: rent.rate / household.children }]'),
    ],
    [
      'when a derived yes tells that there are some',
      `derive:\n  household.family: { when: { household.children: 1.. } }\n  household.x: { value: [{ when: { household.family: yes }, is: rent.rate / household.children }, { otherwise: 0 }] }\n`,
    ],
    [
      'when somebody is always counted',
      `derive:\n  dwelling.persons: { count: resident }\n  household.x: { value: rent.rate / dwelling.persons }\n`,
    ],
    [
      'when the need itself exists only then',
      `needs:\n  food.x: { for: household, pays: living, index: none, when: { household.children: 2.. }, amount: 30 EUR/month / household.children, status: official }\n`,
    ],
    ['of what may be 0 by what may not', household('household.children / 12')],
  ])('%s', (_, text) => expect(errorsWith(text)).toEqual([]));

  it('and refused when the test is of something else', () => {
    const text = household(
      '[{ when: { dwelling.region: north }, is: rent.rate / household.children }, { otherwise: 0 }]',
    );
    expect(errorsWith(text).join()).toContain('may-divide-by-zero');
  });

  it('and refused when the sum may come out at 0', () => {
    expect(errorsWith(household('rent.rate / (1 - household.children)')).join()).toContain('may-divide-by-zero');
  });
});

describe('what may be unknown is let through', () => {
  const pets = 'status: official\nfacts:\n  household.pets: { type: whole, range: 0..9 }\n';

  it.each([
    ['in a condition', `${pets}derive:\n  household.x: { when: { household.pets: 1.. } }\n`],
    [
      'in a case that tests it',
      `${pets}derive:\n  household.x: { value: [{ when: { household.pets: 1.. }, is: household.pets * 2 }, { otherwise: 0 }] }\n`,
    ],
    [
      'after a case that takes silence',
      `${pets}derive:\n  household.x: { value: [{ when: { household.pets: [0, unknown] }, is: 0 }, { otherwise: household.pets * 2 }] }\n`,
    ],
    [
      'in a table with a row for it',
      `${pets}tables:\n  cost: { unit: EUR/month, by: [household.pets], rows: [[[0, unknown], 0], [1.., 9]] }\nneeds:\n  food.x: { for: household, pays: living, index: none, amount: cost }\n`,
    ],
  ])('%s', (_, text) => expect(errorsWith(text)).toEqual([]));

  it('and refused in a case that tests something else', () => {
    const text = `${pets}derive:\n  household.x: { value: [{ when: { dwelling.region: north }, is: household.pets * 2 }, { otherwise: 0 }] }\n`;
    expect(errorsWith(text).join()).toContain('may-be-unknown');
  });
});

describe('a table is complete', () => {
  const costOf = (by: string, rows: string): string =>
    `status: official\nfacts:\n  person.school: { type: one-of, values: [low, high], applies: { person.age: 6..17 }, assume: low }\ntables:\n  cost: { unit: EUR/month, by: [${by}], rows: ${rows} }\nneeds:\n  food.x: { for: person, pays: living, presence: full, index: none, amount: cost }\n`;

  it.each([
    [
      'over the ages at which a fact applies',
      costOf('person.age, person.school', '[[..5, any, 0], [6..17, low, 3], [6..17, high, 4], [18.., any, 0]]'),
    ],
    [
      'over a derived fact and what it is derived from',
      costOf('person.adult, person.age', '[[no, ..17, 3], [yes, 18.., 4]]'),
    ],
    ['over months of birth', costOf('person.born', '[[..2019-12, 3], [2020-01.., 4]]')],
    ['over the months covered', costOf('month', '[[2024-01..2024-06, 3], [2024-07..2024-12, 4]]')],
    ['over months of a baby', costOf('person.age', '[[..5 months, 3], [6..11 months, 4], [1.., 5]]')],
  ])('%s', (_, text) => expect(errorsWith(text)).toEqual([]));

  it.each([
    ['a month of birth', costOf('person.born', '[[..2019-12, 3], [2020-02.., 4]]')],
    ['the last month covered', costOf('month', '[[2024-01..2024-06, 3], [2024-07..2024-11, 4]]')],
    [
      'a word at an age at which the fact applies',
      costOf('person.age, person.school', '[[..5, any, 0], [6..17, low, 3], [18.., any, 0]]'),
    ],
  ])('and not without %s', (_, text) => expect(errorsWith(text).join()).toContain('table-gap'));
});

describe('layers', () => {
  it('let a policy read a local setting and a lever a judgement, as the good pack does', () => {
    expect(errorsWith('sources:\n  s: { title: S }\n')).toEqual([]);
  });

  it('let a value that begins later be read by what begins as late', () => {
    const text = `status: official\nparameters:\n  fee: { valid: 2024-03.., unit: EUR/month, values: { 2024-03: 4 } }\nneeds:\n  food.x: { for: household, pays: living, index: none, amount: fee }\n`;
    expect(errorsWith(text)).toEqual([]);
  });
});
