import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.js';
import { argumentHtml } from '../../src/explain/argument/text/argument-html.js';
import { argumentMarkdown } from '../../src/explain/argument/text/argument-markdown.js';
import { argumentText } from '../../src/explain/argument/text/argument-text.js';
import { why, whyNot } from '../../src/explain/argument/why.js';
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

test('two of one age are told apart by their roles, two of one role by number', () => {
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
  for (const name of ['(head of the household, 40 years)', '(9 years)', 'person 3', 'person 4'])
    expect(text).toContain(name);
});
