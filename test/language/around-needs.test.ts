import { describe, expect, it } from 'vitest';
import { FACTS, foundIn, modelOf, shown } from './tiny-pack.js';

const BASE = `${FACTS}source: s
index: none
presence: full
needs:
  food.daily: { for: person, pays: living, tags: [basic], amount: 100 }
  food.pets: { for: household, pays: living, tags: [basic, pets], amount: 20 }
  home.rent: { for: household, pays: fixed, amount: 600 }
  home.plan: { for: household, pays: fixed, optional: yes, tags: [plan], amount: bill.plan }
`;
const MONEY = `bills: { rent: { for: household, replaces: [home.rent] }, plan: { for: household, assume: 0 } }
incomes: { wage: { for: person, tags: [work], counts: all, plausible: 0..<6000 }, grant: { for: household, counts: none, plausible: 0..<100 } }
`;

/** Line 1 is under test. */
function codes(section: string): (string | undefined)[] {
  const more =
    section.startsWith('bills') || section.startsWith('incomes')
      ? MONEY.replace(/^(bills|incomes): .*\n/gm, '')
      : MONEY;
  const base = section.startsWith('bills') ? BASE.replace('amount: bill.plan', 'amount: 3') : BASE;
  return foundIn(`${section}\n${base}${more}`).map((line) => line.split(' ')[0]);
}

describe('an adjustment', () => {
  it('chooses lines by id, or by basket, tag and group of which all must fit', () => {
    const { adjustments } = modelOf(
      `${BASE}${MONEY}adjustments:
  a: { for: household, on: [home.rent, food.pets], scale: 90%, because: A }
  b: { for: household, on: { basket: food, tag: basic }, leave-out: yes, because: B }
  c: { for: person, when: { person.ill: yes }, on: { basket: food, tag: basic, pays: living }, increase: 1, because: C }
`
        .replace('c: { for: person', 'c: { for: household')
        .replace('person.ill: yes', 'household.pets: 1..'),
    );
    expect(adjustments.map(({ on }) => on)).toEqual([
      ['home.rent', 'food.pets'],
      ['food.daily', 'food.pets'],
      ['food.daily', 'food.pets'],
    ]);
  });

  it('has its verbs in the order in which they work, amounts a month', () => {
    const [adjustment] = modelOf(
      `${BASE}${MONEY}adjustments: { a: { for: person, on: [food.daily], at-most: 1200 EUR/year, scale: 80%, at-least: 2, because: A } }\n`,
    ).adjustments;
    expect(adjustment?.effects).toMatchObject([
      { verb: 'scale', by: { value: '0.8' } },
      { verb: 'at-least', by: { value: '2' } },
      { verb: 'at-most', by: { kind: 'convert', times: '1', over: '12' } },
    ]);
  });

  it.each([
    ['adjustments: { a: { for: household, on: [food.dayly], scale: 90% } }', 'unknown-name'],
    ['adjustments: { a: { for: household, on: { tag: basics }, scale: 90% } }', 'nothing-chosen'],
    ['adjustments: { a: { for: household, on: { tags: basic }, scale: 90% } }', 'unknown-key'],
    ['adjustments: { a: { for: household, on: [food.daily] } }', 'exactly-one'],
    ['adjustments: { a: { for: person, on: [home.rent], scale: 90% } }', 'household-line'],
    ['adjustments: { a: { for: household, on: [home.rent], scale: -1 } }', 'negative'],
    ['adjustments: { a: { for: household, on: [home.rent], increase: -5 } }', 'negative'],
    ['adjustments: { a: { for: household, on: [home.rent], scale: 5 EUR/month } }', 'unit-mismatch'],
    ['adjustments: { a: { for: household, on: [home.rent], reduce: 5 } }', 'unknown-key'],
  ])('refuses %s', (section, code) => {
    expect(codes(section)[0]).toBe(code);
  });
});

describe('bills, incomes, totals, figures, notices', () => {
  const model = modelOf(
    `${BASE}${MONEY}totals: { basic: { of: { tag: basic } }, paid: { of: [home.rent], column: need } }
figures: { hourly: { unit: EUR/hour, value: round(need / 176 hour/month; 0.01) }, daily: { value: food.daily }, part: { unit: share, value: need / max(income; 1 EUR/month) } }
notices: { n: { when: { person.ill: yes }, text: Look. } }
`,
  );

  it('keep what lines they mean', () => {
    expect(model.totals).toMatchObject([
      { of: ['food.daily', 'food.pets'], column: 'reference' },
      { of: ['home.rent'], column: 'need' },
    ]);
    expect(model.bills[0]).toMatchObject({ replaces: ['home.rent'], take: 'bill', assume: null, follows: false });
  });

  it('count all, nothing, or a formula over the amount', () => {
    expect(model.incomes.map(({ counts }) => counts)).toMatchObject([
      { ref: { of: 'sum', id: 'amount' } },
      { value: '0' },
    ]);
  });

  it('take the scope of what they read', () => {
    expect(model.figures.map(({ scope, unit }) => [scope, unit])).toEqual([
      ['household', 'EUR/hour'],
      ['person', 'EUR/month'],
      ['household', 'share'],
    ]);
    expect(model.notices[0]?.scope).toBe('person');
  });

  it.each([
    ['bills: { b: { for: household, replaces: [home.rnt] } }', 'unknown-name'],
    ['bills: { b: { for: person, replaces: [home.rent] } }', 'household-line'],
    ['bills: { b: { for: household, take: larger, assume: 0 } }', 'replaces-nothing'],
    ['bills: { b: { for: household, replaces: [home.rent], take: most } }', 'wrong-value'],
    ['derive: { household.x: { value: bill.rent * 2 } }', 'bill-read-and-replaces'],
    ['incomes: { i: { for: person, counts: mount, plausible: 0..<9 } }', 'unknown-name'],
    ['incomes: { i: { for: person, counts: all, plausible: 0..9 } }', 'bad-band'],
    ['incomes: { i: { for: person, counts: all, rare: no } }', 'wrong-value'],
    ['bills: { b: { for: household, replaces: [home.rent], plausible: 0..9 } }', 'bad-band'],
    ['notices: { n: { when: { person.ill: yes }, doubts: no, text: Look. } }', 'wrong-value'],
    ['totals: { t: { of: { basket: fod } } }', 'nothing-chosen'],
    ['figures: { f: { unit: EUR/hour, value: need } }', 'unit-mismatch'],
    ['figures: { f: { unit: share, value: need } }', 'unit-mismatch'],
    ['derive: { household.x: { value: food.pets } }', 'name-not-here'],
    ['derive: { household.x: { value: household.incomes.werk } }', 'unknown-name'],
    ['derive: { household.x: { value: household.income.wage } }', 'unknown-name'],
  ])('refuse %s', (section, code) => {
    expect(codes(section)[0]).toBe(code);
  });
});

describe('levers and policies', () => {
  it('assume facts, incomes and bills, each in its own measure', () => {
    const [lever] = modelOf(
      `${BASE}${MONEY}levers:
  l: { for: household, has: { household.pets: 1.. }, who: { person.role: head }, once: 50 EUR, apply: { where: There, by: then }
       , assume: { person.aid: yes, person.income.wage: 1200 EUR/year, bill.rent: 300, household.pets: 1 } }
`,
    ).levers;
    expect(lever?.assume.map(({ target, value }) => [target.of, value.kind])).toEqual([
      ['fact', 'word'],
      ['income', 'convert'],
      ['bill', 'number'],
      ['fact', 'number'],
    ]);
    expect(shown(lever?.who ?? null)).toBe('person.role head');
  });

  it('set local facts, count optional needs by tag, and keep adjustments of their own', () => {
    const [policy] = modelOf(
      `${BASE}${MONEY}policies:
  town: { counts: [plan], settings: { local.share: 20% }, adjustments: { cap: { for: household, on: [home.rent], at-most: 550, because: X } },
          aid: { pays: min(80% * gap; 200 EUR/month), minimum: 20, months: 6, once: 0 } }
`,
    ).policies;
    expect(policy).toMatchObject({
      counts: ['home.plan'],
      settings: [{ fact: 'local.share', value: { value: '0.2' } }],
      adjustments: [{ id: 'cap', on: ['home.rent'] }],
      aid: { months: 6, minimum: { value: '20' } },
    });
  });

  it.each([
    ['levers: { l: { for: person, assume: { person.age: 3 } } }', 'cannot-assume'],
    ['levers: { l: { for: person, who: { person.ill: yes }, assume: { person.aid: yes } } }', 'unknown-key'],
    ['levers: { l: { for: person, assume: { person.aid: maybe } } }', 'wrong-word'],
    ['levers: { l: { for: person, once: 5 EUR/month, assume: { person.aid: yes } } }', 'unit-mismatch'],
    ['policies: { p: { settings: { household.pets: 2 } } }', 'setting-not-local'],
    ['policies: { p: { counts: [plans] } }', 'nothing-chosen'],
    ['policies: { p: { aid: { pay: gap } } }', 'missing-key'],
    ['derive: { household.x: { value: gap } }', 'name-not-here'],
  ])('refuse %s', (section, code) => {
    expect(codes(section)).toContain(code);
  });
});
