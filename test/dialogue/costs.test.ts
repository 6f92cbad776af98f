import { describe, expect, test } from 'vitest';
import { nextQuestions } from '../../src/dialogue/next-questions.js';
import { packOf } from '../fixtures/packs.js';

const be = packOf('be');
const costs = (household: object): readonly string[] =>
  nextQuestions(be, household as never, { month: '2026-06' }).costs;
const renting = {
  persons: [
    { id: 'ann', role: 'head', age: 34 },
    { id: 'leo', role: 'child', age: 2, childcare: 'yes' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
};

describe('costs that nobody named', () => {
  test('are worth a question with the rent first, before what only some households have', () => {
    expect(costs(renting)[0]).toBe('rent');
    expect(costs(renting)).toContain('common-charges');
  });

  test('are not asked once they are named, also as nothing', () => {
    const named = costs({ ...renting, bills: { rent: 700, 'common-charges': 0 } });
    expect(named).not.toContain('rent');
    expect(named).not.toContain('common-charges');
  });

  test('of a person are asked for this person', () => {
    expect(costs({ ...renting, bills: { rent: 700 } })).toContain('childcare@leo');
  });

  test('are asked where they may be much more than is usual: what care costs a pensioner, who owns the home', () => {
    const retired = {
      persons: [{ id: 'jan', role: 'head', age: 78 }],
      dwelling: { region: 'flanders', tenure: 'owner' },
    };
    expect(costs(retired)).toEqual(expect.arrayContaining(['medical@jan', 'upkeep']));
    expect(costs(retired)).not.toContain('mutual-fund@jan');
    const named = costs({ ...retired, bills: { medical: { jan: 260 } } });
    expect(named).not.toContain('medical@jan');
  });
});
