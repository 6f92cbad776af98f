import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { FACTS, tinyFiles } from '../tiny-pack.js';

const PACK = `${FACTS}source: s
derive:
  household.children: { count: person, where: { person.age: ..17 } }
  person.eats: { value: [{ when: { person.ill: yes }, is: 1, because: '{person}: {sex, select, female {she} other {he}}' }, { otherwise: 2 }] }
needs: { food.daily: { for: person, pays: living, index: none, presence: full, amount: 5 EUR/month, label: Food } }
`;

/** `code | hint` of what is found about variables in texts. */
function found(yaml: string): string[] {
  const result = loadPack(tinyFiles(PACK + yaml), { pack: 'x' });
  const all = result.ok ? result.warnings : result.errors;
  return all.filter(({ code }) => code.startsWith('text-')).map(({ code, hint }) => `${code} | ${hint ?? ''}`);
}

const notice = (when: string, text: string): string => `notices: { n: { when: ${when}, text: '${text}' } }\n`;
const adjustment = (verb: string, because: string, whose = 'person'): string =>
  `adjustments: { a: { for: ${whose}, on: [food.daily], ${verb}, because: '${because}' } }\n`;

describe('variables of texts', () => {
  it.each([
    ['the month', notice('{ household.pets: 1.. }', 'Since {month}.')],
    ['a whole number that is tested', notice('{ household.children: 3.. }', '{count} children.')],
    [
      'the person of a notice and the sex',
      notice('{ person.ill: yes }', '{person}: {sex, select, female {she} other {he}}.'),
    ],
    [
      'the sex in the reason of a person’s adjustment',
      adjustment('increase: 5', '{sex, select, female {she} other {he}}'),
    ],
    ['the sex in the reason of a person’s case', ''],
    ['the amount of an adjustment', adjustment('increase: 420 EUR/year', '{amount} more for {person}.')],
  ])('are filled: %s', (_, yaml) => {
    expect(found(yaml)).toEqual([]);
  });

  it.each([
    ['a count where no whole number is tested', notice('{ person.ill: yes }', '{count}'), '{count} is the first whole'],
    ['a person of a household', notice('{ household.pets: 1.. }', '{person}'), '{person} stands in texts about one'],
    ['an amount of a notice', notice('{ household.pets: 1.. }', '{amount}'), '{amount} is what an adjustment adds'],
    ['an amount of a factor', adjustment('scale: 90%', '{amount}'), '{amount} is what an adjustment adds'],
    ['an amount by formula', adjustment('increase: person.pay', '{amount}'), '{amount} is what an adjustment adds'],
    [
      'a person of a household adjustment',
      adjustment('increase: 5', '{person}', 'household'),
      'Here it may be {month}',
    ],
    [
      'a sex of a household adjustment',
      adjustment('increase: 5', '{sex}', 'household'),
      '{sex} stands in texts about one',
    ],
    ['a label', 'totals: { all: { of: [food.daily], label: "In {month}" } }\n', 'Only the text of a notice'],
  ])('are refused: %s', (_, yaml, hint) => {
    const [first = '', ...others] = found(yaml);
    expect(first).toContain('text-variable | ');
    expect(first).toContain(hint);
    expect(others).toEqual([]);
  });
});
