import { describe, expect, test } from 'vitest';
import { toHtml, toMarkdown, toText, why, whyNot } from '../../src/explain/index.js';
import { assess, type HouseholdInput } from '../../src/index.js';
import { loadPack } from '../../src/language/load.js';
import { tinyFiles } from '../language/tiny-pack.js';

const loaded = loadPack(
  tinyFiles(`source: s
facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  household.car: { type: yes-no, assume: no, ask: Is a car needed? }
  household.card: { type: yes-no, assume: no, ask: Is the card held? }
incomes:
  wage: { for: person, counts: all, plausible: 0..<6000 }
needs:
  food.bus: { for: household, pays: living, index: none, when: { household.car: no }, amount: 30 EUR/month }
  food.car: { for: household, pays: living, index: none, optional: yes, when: { household.car: yes }, amount: 200 EUR/month }
  food.card: { for: household, pays: living, index: none, when: { household.card: no }, amount: 12 EUR/month }
levers:
  card:
    for: household
    has: { household.card: yes }
    when: { household.incomes-of-all: { below: 1000 } }
    assume: { household.card: yes }
    apply: { where: Town hall, by: any time }
derive:
  household.incomes-of-all: { sum: person, of: person.income.wage }
`),
  { pack: 'x' },
);
if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
const pack = loaded.value;

const household = {
  month: '2024-06',
  persons: [{ id: 'ann', role: 'head', age: 30 }],
  incomes: [{ of: 'ann', kind: 'wage', amount: '1100' }],
} as unknown as HouseholdInput;
const assessment = assess(pack, household, { trace: 'full' });

describe('a single change', () => {
  test('of an optional line says what counting the line would do to the balance', () => {
    const { changes } = whyNot(pack, assessment, 'food.car').roots[0]!;
    // Without the bus the balance is better by 30; the car itself is in no balance.
    expect(assessment.balance.amount).toBe('1058.00');
    expect(changes).toMatchObject([
      { name: 'household.car', to: 'yes', balance: '1088.00', optional: { amount: '200.00', balance: '888.00' } },
    ]);
    const text = toText(whyNot(pack, assessment, 'food.car'), pack, { lang: 'en', width: 200 });
    expect(text).toMatch(
      /optional: that balance does not count it\. With its .*200\.00 a month it would be .*888\.00\./,
    );
  });

  test('stands in Markdown below the answer, in a nested list', () => {
    const text = toMarkdown(whyNot(pack, assessment, 'food.car'), pack, { lang: 'en' });
    expect(text).toMatch(/^# Why not: .*\n\nJune 2024\n\n\*\*.*does not apply/);
    expect(text).toContain('\n- One condition is not met:\n  - ✗ Is a car needed? no');
    expect(text.endsWith('.\n')).toBe(true);
  });

  test('of any other line speaks of one balance', () => {
    const other = assess(pack, { ...household, household: { car: 'yes' } }, { trace: 'full' });
    expect(whyNot(pack, other, 'food.bus').roots[0]!.changes).toMatchObject([{ to: 'no', optional: null }]);
  });

  test('is none where a lever waits for an income that nobody said: that is asked', () => {
    const { incomes: _, ...silent } = household;
    const open = assess(pack, silent as HouseholdInput, { trace: 'full' });
    const { against, changes } = whyNot(pack, open, 'card').roots[0]!;
    expect(against.flatMap(({ questions }) => questions)).toEqual(['person.income.wage@ann']);
    expect(changes).toEqual([]);
  });

  test('that makes a lever apply is an income lower by what is above the limit', () => {
    const { changes } = whyNot(pack, assessment, 'card').roots[0]!;
    expect(changes).toMatchObject([
      { name: 'person.income.wage', person: 'ann', from: '1100.00 EUR/month', to: '999.99 EUR/month' },
    ]);
  });
});

describe('an argument', () => {
  const argument = whyNot(pack, assessment, 'food.car');

  test('is a page with a section an answer, in HTML', () => {
    const html = toHtml(argument, pack, { lang: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/<h3[^>]*>food\.car.*does not apply/);
    expect(html).toContain('An illustration for a conversation, not a decision.');
    expect(html).not.toContain('<details');
  });

  test('unfolds its derivation in HTML and nests it in Markdown', () => {
    const balance = why(pack, assessment, 'balance');
    expect(toHtml(balance, pack, { lang: 'en', full: true })).toMatch(/<details><summary>[^<]*food\.bus/);
    expect(toMarkdown(balance, pack, { lang: 'en', full: true })).toMatch(/^- .*\n {2}- .*food\.bus.*\n {4}- amount/m);
  });
});

describe('what nobody can do otherwise', () => {
  const grown = loadPack(
    tinyFiles(`source: s
facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  person.sex: { type: one-of, values: [female, male], assume: female, changeable: no, ask: Woman or man? }
  person.ill: { type: yes-no, changeable: no, ask: Is this person ill? }
presence: full
needs:
  food.phone: { for: person, pays: living, index: none, when: { person.age: 12..17 }, amount: 5 EUR/month }
  food.tights: { for: person, pays: living, index: none, when: { person.sex: female }, amount: 2 EUR/month }
  food.pills: { for: person, pays: living, index: none, when: { person.ill: yes }, amount: 9 EUR/month }
`),
    { pack: 'x' },
  );
  if (!grown.ok) throw new Error(grown.errors.map((one) => one.message).join('\n'));
  const persons = [
    { id: 'ann', role: 'head', age: 30, sex: 'male', ill: 'no' },
    { id: 'bea', role: 'child', born: '2012-07-15' },
    { id: 'cas', role: 'child', age: 10, sex: 'male' },
  ];
  const home = assess(
    grown.value,
    { month: '2024-06', persons, incomes: [] },
    {
      trace: 'full',
    },
  );
  const changesOf = (name: string) =>
    whyNot(grown.value, home, name).roots.map(({ person, changes }) => ({ person, changes }));
  const textOf = (name: string) => toText(whyNot(grown.value, home, name), grown.value, { lang: 'en', width: 200 });

  test('is an age: the month in which it comes is told where the day of birth is known, and none for who is older', () => {
    expect(changesOf('food.phone')).toMatchObject([
      { person: 'ann', changes: [] },
      { person: 'bea', changes: [{ name: 'person.age', to: '12 years', waits: { month: '2024-08' } }] },
      { person: 'cas', changes: [{ name: 'person.age', to: '12 years', waits: { month: null } }] },
    ]);
    expect(textOf('food.phone')).toContain('It begins at the age of 12 years: in August 2024.');
    expect(textOf('food.phone')).not.toContain('balance would be');
  });

  test('is what the pack says is not changeable: it is told as a test, never as a change', () => {
    expect(changesOf('food.tights').flatMap(({ changes }) => changes)).toEqual([]);
    expect(textOf('food.tights')).toMatch(/✗ .*male \(needed: female\)/);
  });

  test('may still be answered by who was not asked', () => {
    expect(changesOf('food.pills')).toMatchObject([
      { person: 'ann', changes: [] },
      { person: 'bea', changes: [{ name: 'person.ill', from: null, to: 'yes', waits: null }] },
      { person: 'cas', changes: [{ name: 'person.ill', from: null, to: 'yes', waits: null }] },
    ]);
  });

  test('must hold in the month in which it is said to begin', () => {
    const { waits } = changesOf('food.phone')[1]!.changes[0]!;
    const input = { month: waits!.month!, persons, incomes: [] } as unknown as HouseholdInput;
    const lines = (month: string) => assess(grown.value, { ...input, month }).needs.lines.map(({ id }) => id);
    expect(lines(waits!.month!)).toContain('food.phone@bea');
    expect(lines('2024-07')).not.toContain('food.phone@bea');
  });
});
