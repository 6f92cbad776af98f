import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.js';
import { toldOnce } from '../../src/explain/argument/text/once.js';
import { AUDIENCES, LANGUAGES, toHtml, toMarkdown, toText, whyNot } from '../../src/explain/index.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { packOf } from '../fixtures/packs.js';

const be = packOf('be');
const household = parse(readFileSync('examples/cases/04-fatima-and-karim.yaml', 'utf8')) as HouseholdInput;
const assessment = assess(be, household);

/** A right of each child, in another region than theirs: four tests fail for the parents, two for the children. */
const argument = whyNot(be, assessment, 'supplement-wallonia');
const readings = argument.roots.flatMap(({ against }) => against.filter(({ person }) => person === null));

const AGES = {
  fr: [/\(adulte de 38 ans\)/, /\(enfants de 14, 10 et 3 ans\)/],
  nl: [/\(volwassene van 38 jaar\)/, /\(kinderen van 14, 10 en 3 jaar\)/],
  de: [/\(Person von 38 Jahren\)/, /\(Kinder von 14, 10 und 3 Jahren\)/],
  en: [/\(adult of 38\)/, /\(children of 14, 10 and 3\)/],
};

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('a right of several persons that the household stops', () => {
  test('has the tests of the household for each of them in its data', () => {
    expect(argument.roots).toHaveLength(5);
    expect(readings.filter(({ name }) => name === 'dwelling.region')).toHaveLength(5);
  });

  test.each(LANGUAGES)('is told with the tests of the household once, those of a person below, in %s', (lang) => {
    for (const audience of AUDIENCES)
      for (const tell of [toText, toMarkdown, toHtml]) {
        const text = tell(argument, be, { lang, audience });
        const region = { fr: 'Région', nl: 'Gewest', de: 'Region', en: 'Region' }[lang];
        // Once as a test, once as what would change it.
        expect(times(text, `${region}${lang === 'fr' ? '\u00a0' : ''}:`)).toBe(2);
        const called =
          audience === 'family' ? AGES[lang] : [/\(fatima\)/, /\(karim\)/, /\(amina, sami\P{L}+\p{L}+ noor\)/u];
        for (const person of called) expect(text.replace(/\s+/g, ' ')).toMatch(person);
      }
  });

  test('says for whom a change of the household would do, and that nothing else stands in their way', () => {
    const text = toText(argument, be, { lang: 'en', audience: 'family' }).replace(/\s+/g, ' ');
    expect(text).toContain('With “Region: Wallonia” it would apply to 2 persons (children of 10 and 3).');
    // They are told it together; the eldest has a larger allowance than Wallonia gives, supplement included.
    expect(times(text, '(children of 14, 10 and 3): conditions not met Nothing else stands in the way.')).toBe(1);
    expect(times(text, 'Nothing else stands in the way.')).toBe(1);
    expect(times(text, '2 more conditions are not met:')).toBe(2);
  });

  test.each(['text', 'markdown', 'html'] as const)('has its derivation told in the same way, in %s', (format) => {
    const tell = { text: toText, markdown: toMarkdown, html: toHtml }[format];
    const full = tell(argument, be, { lang: 'en', full: true });
    // Once as a test, once as what would change it.
    expect(times(full, 'Region:')).toBe(2);
    expect(times(full, 'Nothing else stands in the way.')).toBe(3);
    // A test of a derived name stands where that name is derived, and there alone.
    expect(times(full, 'Role (karim)')).toBe(1);
  });

  test('is told as before where one person alone is asked for', () => {
    const alone = whyNot(be, assessment, 'supplement-wallonia@sami');
    const text = toText(alone, be, { lang: 'en', audience: 'family' }).replace(/\s+/g, ' ');
    expect(text).toContain('2 conditions are not met: ✗ Region: Flanders (needed: Wallonia)');
    expect(text).toContain('With “Region: Wallonia” it would apply. The balance');
  });

  test('does not share what stands in the way of some of them alone', () => {
    const text = toText(whyNot(be, assessment, 'living-wage'), be, { lang: 'en' });
    expect(text).not.toContain('for the whole household');
  });
});

test('what stands below a sentence is told once, and pointed back to where it is long', () => {
  const leaf = (says: string) => ({ says, below: [] });
  const long = [leaf('a'), leaf('b'), leaf('c')];
  const answer = (says: string) => ({
    says,
    below: [{ says: 'not met:', below: [{ says: 'x', below: long }, leaf('y')] }],
  });
  expect(toldOnce([answer('one'), answer('two')], 'above')).toEqual([
    answer('one'),
    { says: 'two', below: [{ says: 'not met:', below: [leaf('x (above)'), leaf('y')] }] },
  ]);
  const short = { says: 'z', below: [{ says: 'not met:', below: [{ says: 'x', below: [leaf('a')] }] }] };
  expect(toldOnce([short, short], 'above')).toEqual([short, short]);
});

test('of the numbers with which it would apply, the nearest is told', () => {
  const child = whyNot(be, assessment, 'living-wage@amina').roots[0]!.changes;
  expect(child.filter(({ name }) => name === 'person.age').map(({ to }) => to)).toEqual(['18 years']);
});

test.each(LANGUAGES)('what a count went over is a line a person in %s', (lang) => {
  const text = toText(whyNot(be, assessment, 'childhood.after-school'), be, { lang });
  const lines = text.split('\n').filter((line) => /· (?:fatima|karim|amina|sami|noor) – /.test(line));
  expect(lines).toHaveLength(5);
  expect(text.replace(/\s+/g, ' ')).toContain(
    {
      fr: 'noor – Chef de ménage ou partenaire : non et Au travail : non',
      nl: 'noor – Gezinshoofd of partner: nee en Aan het werk: nee',
      de: 'noor – Haushaltsvorstand oder Partner: nein und Berufstätig: nein',
      en: 'noor – Head or partner: no and In work: no',
    }[lang],
  );
});
