import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import type { Assessment } from '../../src/assessment/document.js';
import { LANGUAGES, type Language, toHtml, toMarkdown, toText } from '../../src/explain/index.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';
import { householdOf, tiny } from '../reference/tiny.js';

const pack = tiny(`
incomes: { wage: { for: person, counts: all, plausible: 0..<6000, label: Wage } }
needs:
  food.a: { for: person, pays: living, amount: 100 EUR/month, label: Meals }
  home.rent: { for: household, pays: fixed, amount: 600 EUR/month, label: Rent }
policies:
  town:
    status: assumption
    note: x
    label: Town
    adjustments:
      rent: { for: household, on: [home.rent], at-most: 300 + 10% * household.wages, because: Rent counts by what is earned. }
      food: { for: person, when: { person.age: 65.. }, on: [food.a], increase: 5% * person.income.wage, because: x }
    aid: { pays: gap }
derive: { household.wages: { sum: person, of: person.income.wage } }
`);
const options = { month: '2024-06', levers: 'none', policy: 'town', trace: 'full' } as const;
const persons = 'persons: [{ id: ann, role: head, age: 40 }, { id: bob, role: parent, age: 70 }]';
const open = assess(pack, householdOf(persons) as never, options);
const said = assess(pack, householdOf(`${persons}\nincomes: [{ of: ann, kind: wage, amount: 900 }]`) as never, options);

type Tell = (document: Assessment, of: typeof pack, options: { readonly lang: Language }) => string;
const TELL: readonly Tell[] = [toText, toMarkdown, toHtml];

describe('a line that an amount of the policy leaves open', () => {
  test('is listed with what the policy does, with what would settle it, by both evaluators', async () => {
    expect(open.aid?.open).toEqual([
      { id: 'food.a@bob', kind: 'line', missing: ['person.income.wage@bob'], node: 'aid-line/food.a@bob' },
      {
        id: 'home.rent',
        kind: 'line',
        missing: ['person.income.wage@ann', 'person.income.wage@bob'],
        node: 'aid-line/home.rent',
      },
    ]);
    const witness = await assessByReference(pack, householdOf(persons), options);
    expect(witness.aid).toEqual(open.aid);
    expect(open.trace?.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['aid-line/home.rent']));
  });

  test('is not listed once it is said', () => {
    expect(said.aid).not.toHaveProperty('open');
  });

  test.each(LANGUAGES)('is asked for in text, Markdown and HTML in %s', (lang) => {
    const lead = {
      fr: 'pour ce que fait la politique',
      nl: 'voor wat het beleid doet',
      de: 'für das, was die Regelung tut',
      en: 'for what the policy does',
    }[lang];
    for (const tell of TELL) {
      const text = tell(open, pack, { lang }).replace(/\s+/g, ' ');
      expect(text).toContain(lead);
      expect(text).toMatch(/Wage\s?\?? ?\(ann(?:,| \()/);
      expect(text).toContain('Meals; Rent'.replace(';', lang === 'fr' ? ' ;' : ';'));
      expect(tell(said, pack, { lang })).not.toContain(lead);
    }
  });
});
