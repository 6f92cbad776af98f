import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { FACTS, tinyFiles } from '../tiny-pack.js';

/** `code: the line it points to` of what is wrong in the amount of a need; `person.note` may not be said. */
function refused(amount: string): readonly string[] {
  const files = tinyFiles(`${FACTS}  person.note: { type: whole, range: 0..<10, ask: Note? }
source: s
needs:
  food.daily:
    { for: person, pays: living, index: none, presence: full, label: Food, amount: ${amount} }
`);
  const lines = files[1]!.text.split('\n');
  const result = loadPack(files, { pack: 'x' });
  return (result.ok ? [] : result.errors)
    .filter(({ code }) => code.startsWith('may-'))
    .map(({ code, places: [place] }) => `${code}: ${lines[(place?.line ?? 0) - 1]?.trim() ?? ''}`);
}

describe('a name that may be unknown', () => {
  test.each([
    'person.note * 1 EUR/month',
    '2 EUR/month / max(person.note; 1)',
    'round(person.note * 1 EUR/month; 1)',
    '[{ when: { person.aid: yes }, is: person.note * 1 EUR/month }, { otherwise: 1 EUR/month }]',
    '[{ when: { person.aid: yes }, is: 1 EUR/month }, { otherwise: person.note * 1 EUR/month }]',
    '[{ when: { person.note: 2.. }, is: 1 EUR/month }, { otherwise: 2 EUR/month }]',
  ])('is refused wherever it decides an amount: %s', (amount) => {
    expect(refused(amount).map((one) => one.split(':')[0])).toEqual(['may-be-unknown']);
  });

  test('is taken behind a case that has its silence', () => {
    const known = '[{ when: { person.note: [unknown] }, is: 0 }, { otherwise: person.note * 1 EUR/month }]';
    expect(refused(known)).toEqual([]);
  });
});

test('a name that stands in a test and in a formula is shown in the formula, where that is wrong', () => {
  const wrong = '{ otherwise: 100 EUR/month / household.pets }';
  const amount = `[\n      { when: { household.pets: 5.. }, is: 1 EUR/month },\n      ${wrong}]`;
  expect(refused(amount)).toEqual([`may-divide-by-zero: ${wrong}] }`]);
});
