import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { toText } from '../../src/explain/index.js';
import { householdOf, tiny } from '../reference/tiny.js';

const PACK = tiny(`
facts:
  person.diet: { type: yes-no, ask: Is a diet prescribed? }
  person.bread: { type: yes-no, applies: { person.diet: yes }, ask: Is bread forbidden? }
  person.refund: { type: yes-no, applies: { person.bread: yes }, ask: Is it paid back? }
  dwelling.social: { type: yes-no, assume: no, ask: Is the tariff social? }
  household.club: { type: yes-no, assume: no, ask: Is there a club? }
  person.ill: { type: yes-no, ask: Is anybody ill? }
derive: { household.any-club: { any: person, where: { any: [{ person.ill: yes }, { household.club: yes }] } } }
needs:
  food.bread: { for: person, when: { person.bread: yes }, pays: living, amount: 20 EUR/month, label: Dear bread }
  home.heat: { for: household, pays: fixed, amount: [{ when: { dwelling.social: yes }, is: 60 EUR/month }, { otherwise: 80 EUR/month }], label: Heat }
levers:
  refund: { for: person, has: { person.refund: yes }, when: { person.bread: yes }, assume: { person.refund: yes }, apply: { where: W, by: B }, label: Refund }
  club: { for: household, has: { household.club: yes }, when: { dwelling.social: no }, assume: { household.club: yes }, once: 30, apply: { where: W, by: B }, label: Club }
  social: { for: household, has: { dwelling.social: yes }, when: { household.any-club: yes }, assume: { dwelling.social: yes }, apply: { where: W, by: B }, label: Social tariff }
`);

function printed(household: string): string {
  return toText(assess(PACK, householdOf(household) as HouseholdInput, { month: '2024-06', levers: 'chain' }), PACK, {
    lang: 'en',
  });
}

test('a question that is asked only after another one waits for it; that one is put in its place, once', () => {
  const text = printed('{ persons: [{ id: a, role: head, age: 40 }] }');
  expect(text).toMatch(/STILL TO ASK\n +Is a diet prescribed\? \(a\) \[person\.diet@a\]\n +decides: Dear bread/);
  expect(text).toMatch(/Refund \(a\)\n +· Is a diet prescribed\? \(a\)\n/);
  expect(text).not.toContain('Is bread forbidden?');
  expect(text).not.toContain('Is it paid back?');
});

test('once the first is answered, the next is asked', () => {
  const text = printed('{ persons: [{ id: a, role: head, age: 40, diet: yes }] }');
  expect(text).toContain('Is bread forbidden? (a)');
  expect(text).not.toContain('Is a diet prescribed?');
  expect(text).not.toContain('Is it paid back?');
});

test('a sum paid once has no columns of the month, and what the chain opens is not asked about', () => {
  const text = printed('{ persons: [{ id: a, role: head, age: 40, diet: no }] }');
  expect(text).toMatch(/\n {2}Club\n +once: \+€30\.00\n/);
  expect(text).toMatch(/\n {2}Social tariff +\+€20\.00 /);
  expect(text).not.toContain('Perhaps, to ask first');
});

test('what is assumed to be nothing is told in one list', () => {
  const text = printed('{ persons: [{ id: a, role: head, age: 40, diet: no }] }');
  expect(text).toMatch(/ASSUMED, BECAUSE NOBODY SAID\n {2}No, or nothing: [^\n]*Is the tariff social/);
});

test('a question to all of three or more members names nobody: it is for everybody', () => {
  const person = (id: string, more = '') => `{ id: ${id}, role: other, age: 20${more} }`;
  const members = (more = ''): string =>
    `{ persons: [{ id: a, role: head, age: 40 }, ${person('b')}, ${person('c', more)}] }`;
  expect(printed(members())).toContain('Is a diet prescribed? (everybody) [person.diet]');
  expect(printed(members(', diet: no'))).toContain('Is a diet prescribed? (a, b) [person.diet]');
  expect(printed('{ persons: [{ id: a, role: head, age: 40 }, { id: b, role: child, age: 4 }] }')).toContain('(a, b)');
});
