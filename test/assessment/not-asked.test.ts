import { expect, test } from 'vitest';
import { notAsked } from '../../src/assessment/not-asked.js';
import { redacted } from '../../src/assessment/redact.js';
import { toText } from '../../src/explain/index.js';
import { assess, type Assessment, type HouseholdInput } from '../../src/index.js';
import { agreeOn } from '../../src/testing/index.js';
import type { TestPack } from '../../src/testing/laws/law.js';
import { packOf } from '../fixtures/packs.js';
import { householdOf, tiny } from '../reference/tiny.js';

const harbour = packOf('harbour');

function assessed(person: object): Assessment {
  const household = { month: '2024-06', persons: [{ role: 'head', ...person }], dwelling: { quay: 'north' } };
  return assess(harbour, household as HouseholdInput, { levers: 'none', trace: 'none' });
}

test('a fact that is said where it is not asked is named, with its person', () => {
  expect(notAsked(assessed({ id: 'ada', age: 44, school: 'primary' }))).toEqual(['person.school@ada']);
  expect(notAsked(assessed({ age: 44, school: 'primary' }))).toEqual(['person.school@p1']);
});

test('what is asked, or said to be unknown, is not', () => {
  expect(notAsked(assessed({ age: 10, school: 'primary' }))).toEqual([]);
  expect(notAsked(assessed({ age: 44, school: 'unknown' }))).toEqual([]);
  expect(notAsked(assessed({ age: 44 }))).toEqual([]);
});

test('both evaluators tell where it stands: of members, of others, of the home and the household', async () => {
  const { model, texts } = tiny(`facts:
  person.hours: { type: whole, applies: { person.age: 18.. }, ask: "Hours?" }
  person.hobby: { type: one-of, values: [go, chess], applies: { person.age: 18.. }, ask: "Hobby?" }
  person.ill: { type: yes-no, sensitive: yes, applies: { person.age: 18.. }, ask: "Ill?" }
  dwelling.tank: { type: yes-no, applies: { household.size: 9.. }, ask: "Tank?" }
  household.loan: { type: amount, unit: EUR, applies: { household.size: 9.. }, ask: "Loan?" }
derive: { household.size: { count: person } }
needs:
  food.a: { for: household, pays: living, amount: 1 EUR/month, label: Food }
`);
  const pack = { model, texts } as TestPack;
  const household = householdOf(`
persons: [{ id: ada, role: head, age: 40, hours: 38 }, { id: bo, role: child, age: 4, hours: 2, ill: no }]
others: [{ id: cy, role: child, age: 5, hobby: chess }]
dwelling: { tank: yes }
household: { loan: 100 }
`) as HouseholdInput;
  const options = { month: '2024-06', levers: 'none', trace: 'full' } as const;
  await agreeOn(pack, household, options);
  const document = assess(pack, household, options);
  expect(document.warnings.map(({ names, path }) => [...names, ...path].join(' '))).toEqual([
    'person.hobby@cy others 0 hobby',
    'person.hours@bo persons 1 hours',
    'person.ill@bo persons 1 ill',
    'household.loan household loan',
    'dwelling.tank dwelling tank',
  ]);
  expect(notAsked(redacted(document, model))).not.toContain('person.ill@bo');
});

test('the printed balance warns of it, with what to do', () => {
  const text = toText(assessed({ id: 'ada', age: 44, school: 'primary' }), harbour, { lang: 'en', width: 200 });
  expect(text).toContain(
    'Which school (ada): this was said, but is not asked here and counts for nothing. Check the age',
  );
});
