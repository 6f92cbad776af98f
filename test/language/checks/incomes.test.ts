import { expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { tinyFiles } from '../tiny-pack.js';

/** Incomes of which the pack must say how much they may be. */
function withoutSpan(gift: string, amount: string): string[] {
  const yaml = `incomes:
  gift: { for: person, ${gift}, label: G }
  wage: { for: person, tags: [work], counts: all, plausible: 0..<5000, label: W }
needs: { food.x: { for: person, presence: full, pays: living, index: none, source: law, amount: ${amount}, label: X } }
`;
  const result = loadPack(tinyFiles(yaml), { pack: 'x' });
  const all = result.ok ? result.warnings : result.errors;
  return all.filter(({ code }) => code === 'income-without-span').map(({ message }) => message);
}

const GIFT = ['income "gift" may be open, and nothing says how much it may be'];

it.each([
  ['counts for nothing and nobody reads', 'counts: none', '3 EUR/month', []],
  ['counts for nothing, and whose tag nobody reads', 'counts: none, tags: [other]', 'person.incomes.work', []],
  ['counts for nothing, where another is read', 'counts: none', 'person.income.wage', []],
  ['counts for nothing and is read', 'counts: none', 'person.income.gift', GIFT],
  ['counts for nothing, and whose tag is read', 'counts: none, tags: [work]', 'person.incomes.work', GIFT],
  ['counts', 'counts: all', '3 EUR/month', GIFT],
  ['counts in part', 'counts: amount / 2', '3 EUR/month', GIFT],
  ['counts and has a span', 'counts: all, plausible: 0..<100', 'person.income.gift', []],
])('an income that %s', (_, gift, amount, said) => {
  expect(withoutSpan(gift, amount)).toEqual(said);
});
