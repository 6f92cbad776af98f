import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.js';
import { argumentHtml } from '../../src/explain/argument/text/argument-html.js';
import { argumentMarkdown } from '../../src/explain/argument/text/argument-markdown.js';
import { argumentText } from '../../src/explain/argument/text/argument-text.js';
import { why, whyNot } from '../../src/explain/argument/why.js';
import { calledByAge, type Person } from '../../src/explain/words/persons.js';
import { voiceOf } from '../../src/explain/words/voice.js';
import { belgium, type BelgianHousehold } from '../../src/packs/be.js';

const household = parse(readFileSync('examples/cases/04-fatima-and-karim.yaml', 'utf8')) as BelgianHousehold;
const assessment = assess(belgium, household, { trace: 'full' });
const argumentsOf = [
  why(belgium, assessment, 'balance'),
  why(belgium, assessment, 'clothing'),
  whyNot(belgium, assessment, 'supplement-wallonia'),
];
const IDS = /fatima|karim|amina|sami|noor/i;

test.each(['fr', 'nl', 'de', 'en'] as const)(
  'a family reads no id of a person in %s: ages stand in their place',
  (lang) => {
    for (const argument of argumentsOf)
      for (const full of [false, true]) {
        const options = { lang, full, audience: 'family' } as const;
        for (const tell of [argumentText, argumentMarkdown, argumentHtml]) {
          expect(tell(argument, belgium, options)).not.toMatch(IDS);
          expect(tell(argument, belgium, { ...options, audience: 'worker' })).toMatch(IDS);
        }
      }
  },
);

test('two of one age are told apart by their roles, two of one role by their order', () => {
  const twins = {
    ...household,
    persons: [
      { id: 'x1', role: 'head', age: 40 },
      { id: 'x2', role: 'partner', age: 40 },
      { id: 'x3', role: 'child', age: 5 },
      { id: 'x4', role: 'child', age: 5 },
      { id: 'x5', role: 'child', age: 9 },
    ],
    incomes: [],
    overrides: [],
  } as const satisfies BelgianHousehold;
  const argument = why(belgium, assess(belgium, twins, { trace: 'full' }), 'clothing');
  const text = argumentText(argument, belgium, { lang: 'en', audience: 'family' }).replace(/\s+/g, ' ');
  for (const name of ['(head of the household)', '(child of 9)', '(first child of 5)', '(second child of 5)'])
    expect(text).toContain(name);
});

const people: readonly Person[] = [
  { id: 'ann', role: 'head', months: 38 * 12 },
  { id: 'bob', role: 'child', months: 19 * 12 },
  { id: 'tom', role: 'child', months: 14 * 12 },
  { id: 'lea', role: 'child', months: 10 * 12 },
  { id: 'zoe', role: 'child', months: 5 },
];

test.each([
  ['fr', 'adulte de 38 ans', 'enfants de 14 et 10 ans', 'enfant de 10 ans et enfant de 5 mois', 'l’adulte de 38 ans'],
  [
    'nl',
    'volwassene van 38 jaar',
    'kinderen van 14 en 10 jaar',
    'kind van 10 jaar en kind van 5 maanden',
    'de volwassene van 38 jaar',
  ],
  [
    'de',
    'Person von 38 Jahren',
    'Kinder von 14 und 10 Jahren',
    'Kind von 10 Jahren und Kind von 5 Monaten',
    'die Person von 38 Jahren',
  ],
  ['en', 'adult of 38', 'children of 14 and 10', 'child of 10 and child of 5 months', 'the adult of 38'],
] as const)('persons are called by their ages in %s, several of a kind together', (lang, one, two, mixed, full) => {
  const called = calledByAge(voiceOf(belgium, lang, '2025-10'), people);
  const who = (persons: string): string => called.who(persons).replaceAll('\u00a0', ' ');
  expect(who('ann')).toBe(one);
  expect(who('tom, lea')).toBe(two);
  expect(who('lea, zoe')).toBe(mixed);
  expect(who(called.who('tom, lea'))).toBe(two);
  expect(called.full('ann').replaceAll('\u00a0', ' ')).toBe(full);
});

test('twins are told as both where both are meant', () => {
  const twins = people.map((one) => (one.id === 'lea' ? { ...one, months: 14 * 12 } : one));
  const called = calledByAge(voiceOf(belgium, 'en', '2025-10'), twins);
  expect(called.who('tom')).toBe('first child of 14');
  expect(called.who('ann, bob, lea').replaceAll('\u00a0', ' ')).toBe('adults of 38 and 19 and second child of 14');
  expect(called.who('tom, lea')).toBe('children of 14');
});
