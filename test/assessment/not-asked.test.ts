import { expect, test } from 'vitest';
import { notAsked } from '../../src/assessment/not-asked.js';
import { toText } from '../../src/explain/index.js';
import { assess, type Assessment, type HouseholdInput, withoutInput } from '../../src/index.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

function assessed(person: object): Assessment {
  const household = { month: '2024-06', persons: [{ role: 'head', ...person }], dwelling: { quay: 'north' } };
  return assess(harbour, household as HouseholdInput, { levers: 'none', trace: 'full' });
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

test('a document without its input names nothing', () => {
  expect(notAsked(withoutInput(assessed({ age: 44, school: 'primary' })))).toEqual([]);
});

test('the printed balance warns of it, with what to do', () => {
  const text = toText(assessed({ id: 'ada', age: 44, school: 'primary' }), harbour, { lang: 'en', width: 200 });
  expect(text).toContain(
    'Which school (ada): this was said, but is not asked here and counts for nothing. Check the age',
  );
});
