import { describe, expect, test } from 'vitest';
import { toHtml, toText, why } from '../../src/explain/index.js';
import { assess, type HouseholdInput } from '../../src/index.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

const HOUSEHOLD = {
  month: '2024-06',
  persons: [
    { id: 'ada', role: 'head', age: 64, sex: 'female', activity: 'working' },
    { id: 'bo', role: 'child', age: 5 },
    { id: 'ci', role: 'child', age: 6 },
    { id: 'do', role: 'child', age: 7 },
  ],
  household: { savings: '30000' },
  dwelling: { quay: 'north', damp: 'no' },
  incomes: [],
};

function textOf(change: object, trace: 'full' | 'none' = 'full', lang: 'en' | 'fr' = 'en'): string {
  const household = { ...HOUSEHOLD, ...change } as unknown as HouseholdInput;
  return toText(assess(harbour, household, { levers: 'none', trace }), harbour, { lang, width: 200 });
}

describe('the variables of a text', () => {
  test('count is the number that the condition of the notice tests', () => {
    expect(textOf({})).toContain('3 children live here.');
    expect(textOf({ persons: HOUSEHOLD.persons.slice(0, 3) })).not.toContain('live here.');
  });

  test('person and sex are those of the person whom the notice is about', () => {
    expect(textOf({})).toContain('ada turns 65 soon: she can ask for a pension.');
    const ada = { id: 'ada', role: 'head', age: 64, activity: 'working' };
    expect(textOf({ persons: [{ ...ada, sex: 'male' }] })).toContain('ada turns 65 soon: he can');
    expect(textOf({ persons: [ada] })).toContain('ada turns 65 soon: they can');
  });

  test('a reason agrees with the person, in the answer to why and on the page', () => {
    const told = (sex: object): string[] => {
      const ada = { id: 'ada', role: 'head', age: 64, activity: 'working', arrived: '2024-03-01', ...sex };
      const household = { ...HOUSEHOLD, persons: [ada] } as unknown as HouseholdInput;
      const assessment = assess(harbour, household, { levers: 'none', trace: 'full' });
      const argument = why(harbour, assessment, 'food.daily@ada');
      return [
        toText(argument, harbour, { lang: 'en', width: 200 }),
        toText(argument, harbour, { lang: 'en', width: 200, full: true }),
        toHtml(assessment, harbour, { lang: 'en' }),
      ];
    };
    for (const text of told({ sex: 'female' })) expect(text).toContain('She has just come; what');
    for (const text of told({ sex: 'male' })) expect(text).toContain('He has just come; what');
    // What is assumed of somebody is not said of them.
    for (const text of told({})) expect(text).toContain('They have just come; what');
  });

  test('month is the month of the budget, in words', () => {
    expect(textOf({})).toContain('In June 2024 the savings are above the limit');
  });

  test('amount is what an adjustment adds, also where it still waits for an answer', () => {
    expect(textOf({})).toMatch(/decides: A prescribed diet costs HBC\s35 more/);
  });

  test('a text whose number is not in the document is not told, rather than told wrongly', () => {
    const text = textOf({}, 'none');
    expect(text).not.toContain('live here.');
    expect(text).toContain('many-children');
    expect(text).not.toContain('{count');
  });
});
