import { describe, expect, it } from 'vitest';
import { loadLinked } from '../../../src/language/load.js';
import { baseFiles } from '../../broken/apply-case.js';

/** What the good pack says of a file that is added to it; translations that the file does not have are no matter here. */
function toldOf(text: string): readonly string[] {
  const result = loadLinked([...baseFiles(), { file: 'rules/town/added.yaml', text }], { pack: 'town' });
  const all = result.ok ? result.warnings : result.errors;
  return all.filter(({ code }) => code !== 'missing-translation').map(({ code, message }) => `${code}: ${message}`);
}

const need = (amount: string): string =>
  `needs: { food.x: { for: household, pays: living, index: none, status: official, label: X, amount: ${amount} } }\n`;
const scenario = (expectation: string): string =>
  `scenarios: { s: { month: 2024-02, household: { persons: [{ role: head, age: 30 }], dwelling: { region: north } }, expect: { ${expectation} } } }\n`;

describe('a file that comes near a mistake and makes none', () => {
  it.each([
    [
      'a case that takes silence leaves no formula without value',
      need('[{ when: { household.pets: [no, unknown] }, is: 3 }, { otherwise: 5 }]') +
        'facts: { household.pets: { type: yes-no, ask: Are there pets? } }\n',
    ],
    [
      'a row keeps 0 off a divisor, whole numbers being one apart',
      `tables: { t: { unit: EUR/month, status: official, by: [household.children], rows: [[0..3, 10 EUR/month / (4 - household.children)], [4.., 5]] } }\n${need('t')}`,
    ],
    [
      'a later definition has an item more, with its own words',
      `needs:
  food.x:
    - { valid: ..2024-06, for: household, pays: living, index: none, status: official, label: X, items: { pot: { label: Pot, price: 3, quantity: 1, lasts: 1 year } } }
    - { valid: 2024-07.., for: household, pays: living, index: none, status: official, label: X, items: { pot: { label: Pot, price: 3, quantity: 1, lasts: 1 year }, lid: { label: Lid, note: New., price: 1, quantity: 1, lasts: 1 year } } }
`,
    ],
    [
      'an expectation reads a table by a value',
      `tables: { t: { unit: EUR/month, status: official, by: [household.children], rows: [[0.., 5]] } }\n${scenario('t(0): 5')}`,
    ],
    [
      'an expectation reads one column of a table',
      `tables: { t: { unit: EUR/month, status: official, by: [household.children], gives: [one, two], rows: [[0.., 5, 6]] } }\n${scenario('t.one: 5')}`,
    ],
  ])('%s', (_, text) => {
    expect(toldOf(text)).toEqual([]);
  });
});
