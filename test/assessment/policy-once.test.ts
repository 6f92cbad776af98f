import { expect, test } from 'vitest';
import { assess, type HouseholdInput } from '../../src/index.js';
import { loadPack } from '../../src/language/load.js';
import { tinyFiles } from '../language/tiny-pack.js';

const loaded = loadPack(
  tinyFiles(`source: s
facts: { person.age: { required: yes, assume-months: 6, ask: How old? } }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
needs: { food.daily: { for: person, pays: living, index: none, presence: full, amount: 50 EUR/month } }
policies:
  free: { aid: { pays: gap, once: 100 EUR } }
  tied: { aid: { pays: gap, once: [{ when: { gap: { above: 0 } }, is: 100 EUR }, { otherwise: 0 }] } }
`),
  { pack: 'x' },
);
if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
const pack = loaded.value;

function once(policy: string, wage: number): string | undefined {
  const incomes = [{ of: 'a', kind: 'wage', amount: String(wage) }];
  const household = { month: '2024-06', persons: [{ id: 'a', role: 'head', age: 40 }], incomes };
  return assess(pack, household as unknown as HouseholdInput, { policy }).aid?.once;
}

test('what a policy gives once does not depend on the gap of the month', () => {
  expect([once('free', 0), once('free', 50), once('free', 90)]).toEqual(['100.00', '100.00', '100.00']);
});

test('a policy that wants a gap says so by cases', () => {
  expect([once('tied', 0), once('tied', 49.99), once('tied', 50)]).toEqual(['100.00', '100.00', '0.00']);
});
