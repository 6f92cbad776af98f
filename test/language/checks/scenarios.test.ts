import { describe, expect, it } from 'vitest';
import { loadLinked } from '../../../src/language/load.js';
import { FACTS, tinyFiles } from '../tiny-pack.js';

const PACK = `${FACTS}source: s
derive: { person.adult: { when: { person.age: 18.. } } }
tables: { rate: { unit: EUR/month, by: [person.sex], rows: [[any, 5]] } }
needs: { food.daily: { for: person, pays: living, index: none, presence: full, amount: rate, label: Food } }
totals: { all: { of: [food.daily], label: All } }
`;

function codesOf(key: string, value = '1'): string[] {
  const scenario = `scenarios: { one-case: { household: { persons: [{ id: a, age: 40, role: head }] }, expect: { '${key}': ${value} } } }\n`;
  const result = loadLinked(tinyFiles(PACK + scenario), { pack: 'x' });
  return (result.ok ? result.warnings : result.errors)
    .filter(({ code }) => code === 'unknown-expectation')
    .map(({ hint }) => hint ?? '');
}

describe('what a scenario expects', () => {
  it.each([
    ['need.month'],
    ['need.year'],
    ['income.month'],
    ['balance.month'],
    ['aid.month'],
    ['aid.gap'],
    ['aid.once'],
    ['aid.months'],
    ['line.food.daily'],
    ['line.food.daily@a'],
    ['line.food.daily@a.reference'],
    ['basket.food'],
    ['total.all'],
    ['person.adult@a'],
    ['person.age@a'],
    ['rate@a'],
    ['rate(female)@a'],
  ])('may be %s', (key) => {
    expect(codesOf(key)).toEqual([]);
  });

  it.each([
    ['income.year', 'need.month, need.year, income.month'],
    ['balance.year', 'need.month, need.year, income.month'],
    ['aid.year', 'Did you mean "aid.gap"?'],
    ['month', ''],
    ['somewhere', ''],
    ['basket.food@a', 'Did you mean "basket.food"?'],
    ['basket.food.reference', ''],
    ['total.all.aid', 'Did you mean "total.all"?'],
    ['line.food.dayly@a', 'Did you mean "line.food.daily"?'],
  ])('is refused where no budget has it: %s', (key, hint) => {
    const [first] = codesOf(key);
    expect(first).toContain(hint);
  });
});
