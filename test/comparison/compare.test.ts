import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, prepare, type Assessor } from '../../src/assessment/assess.js';
import type { Assessment } from '../../src/assessment/document.js';
import { monthText } from '../../src/calendar/month.js';
import { compare } from '../../src/comparison/compare.js';
import type { Comparison } from '../../src/comparison/shapes.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { belgium } from '../../src/packs/be.js';
import { households, monthsOf } from '../../src/testing/households.js';
import { SEED } from '../fixtures/runs.js';
import { packOf } from '../fixtures/packs.js';

const FULL = { levers: 'none', trace: 'full' } as const;
const be = belgium as Pack<HouseholdInput>;
const harbour = packOf('harbour');
const isle = packOf('isle');

/** Assessors are made once a month. */
function assessing(pack: Pack<HouseholdInput>): (household: HouseholdInput & { month: string }) => Assessment | null {
  const made = new Map<string, Assessor<HouseholdInput>>();
  return (household) => {
    const month = household.month as `${number}-${number}`;
    let one = made.get(month);
    if (one === undefined) made.set(month, (one = prepare(pack, { month, ...FULL })));
    try {
      return one.assess(household);
    } catch (error) {
      if (error instanceof RefbudgetError) return null;
      throw error;
    }
  };
}

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Effects in whole cents, added up as integers. */
function effects({ groups }: Comparison): bigint {
  return groups.flatMap(({ lines }) => lines).reduce((sum, { effect }) => sum + cents(effect), 0n);
}

describe('the differences of two results', () => {
  test.each([
    ['harbour', harbour, 700],
    ['be', be, 300],
  ] as const)(
    'add up to the difference of the balances, each with a cause, from one household of %s to the next',
    (_, pack, runs) => {
      const assessed = assessing(pack);
      const some = monthsOf(pack.model).slice(-2);
      const drawn = fc.sample(households(pack, { months: some }), { numRuns: runs + 1, seed: SEED }).map(assessed);
      let compared = 0;
      for (const [i, right] of drawn.entries()) {
        const left = drawn[i - 1];
        if (left == null || right == null) continue;
        const found = compare(pack, left, right);
        expect(effects(found)).toBe(cents(right.balance.amount) - cents(left.balance.amount));
        for (const group of found.groups) {
          expect(group.causes.length).toBeGreaterThan(0);
          expect(group.lines.reduce((sum, { effect }) => sum + cents(effect), 0n)).toBe(cents(group.effect));
        }
        compared++;
      }
      expect(compared).toBeGreaterThan(runs * 0.9);
    },
    120_000,
  );

  test('are none between a result and itself, and turn round with the sides', () => {
    const assessed = assessing(harbour);
    const [one, other] = fc.sample(households(harbour, { months: [harbour.model.pack.covers[1]] }), {
      numRuns: 2,
      seed: SEED,
    });
    const [left, right] = [assessed(one!)!, assessed(other!)!];
    expect(compare(harbour, left, left)).toMatchObject({ groups: [], held: [], balance: { change: '0.00' } });
    expect(effects(compare(harbour, right, left))).toBe(-effects(compare(harbour, left, right)));
  });

  test('have the same reasons from either side, unless a bill stands in on one side alone', () => {
    const drawn = fc
      .sample(households(be, { months: monthsOf(be.model).slice(-3) }), { numRuns: 25, seed: SEED })
      .map(assessing(be));
    let shared = 0;
    for (const [i, right] of drawn.entries()) {
      const left = drawn[i - 1];
      if (left == null || right == null) continue;
      const [there, back] = [reasonsByLine(compare(be, left, right)), reasonsByLine(compare(be, right, left))];
      for (const [line, reasons] of there) {
        if (/^bill |, bill /.test(`${reasons}, ${back.get(line) ?? ''}`)) continue;
        expect(`${line}: ${back.get(line) ?? ''}`).toBe(`${line}: ${reasons}`);
        shared++;
      }
    }
    expect(shared).toBeGreaterThan(500);
  });
});

function reasonsByLine({ groups }: Comparison): ReadonlyMap<string, string> {
  const told = groups.map(({ lines, causes }) => {
    const reasons = causes.map(({ kind, name }) => `${kind} ${name}`).sort();
    return lines.map(({ of, id }) => [`${of} ${id}`, reasons.join(', ')] as const);
  });
  return new Map(told.flat());
}

const FAMILY: HouseholdInput = {
  month: '2026-06',
  persons: [
    { id: 'ann', role: 'head', age: 34, sex: 'female', work: 'employed' },
    { id: 'leo', role: 'child', born: '2022-09-03', sex: 'male', school: 'nursery' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [{ of: 'ann', kind: 'wage', amount: 1800 }],
};

function familyWith(change: Partial<HouseholdInput>): Assessment {
  return assess(be, { ...FAMILY, ...change }, FULL);
}

function causesOf({ groups }: Comparison, line: string): string[] {
  const group = groups.find(({ lines }) => lines.some(({ id }) => id === line));
  return (group?.causes ?? []).map(
    ({ kind, name, left, right }) => `${kind} ${name}: ${left ?? '–'} → ${right ?? '–'}`,
  );
}

describe('the cause of a difference', () => {
  const today = familyWith({});

  test('is the fact that was said otherwise', () => {
    const moved = familyWith({ dwelling: { region: 'wallonia', tenure: 'social-rent' } });
    expect(causesOf(compare(be, today, moved), 'housing.rent')).toEqual([
      'fact dwelling.tenure: private-rent → social-rent',
    ]);
  });

  test('is the price of the month, where nothing else moved', () => {
    const before = familyWith({ month: '2025-11' });
    const causes = causesOf(compare(be, before, today), 'personal-care.woman@ann');
    expect(causes).toContainEqual(expect.stringMatching(/^index cpi\.all: \d/));
    expect(causes.every((cause) => cause.startsWith('index '))).toBe(true);
  });

  test('is the age of a child who has grown, and the condition that turned is named', () => {
    const before = familyWith({ month: '2025-06' });
    const found = compare(be, before, today);
    expect(causesOf(found, 'childhood.childcare@leo')).toEqual(['fact person.age: 2 years → 3 years']);
    const line = found.groups.flatMap(({ lines }) => lines).find(({ id }) => id === 'childhood.childcare@leo');
    expect(line?.turned).toEqual([{ id: 'childhood.childcare@leo', left: 'yes', right: 'no' }]);
    expect(line?.right).toBeNull();
  });

  test('is a person who is on one side only, also for what is counted over persons', () => {
    const alone = familyWith({ persons: FAMILY.persons.slice(0, 1) });
    const found = compare(be, alone, today);
    expect(causesOf(found, 'food.daily@leo')).toEqual(['person leo: – → yes']);
    expect(causesOf(found, 'housing.water')).toEqual(['person leo: – → yes']);
  });

  test('is the bill that stands in on one side', () => {
    const paid = familyWith({ bills: { rent: 500 } });
    expect(causesOf(compare(be, today, paid), 'housing.rent')).toEqual(['bill bill.rent: – → 500.00']);
  });

  test('is the income that was said', () => {
    const more = familyWith({ incomes: [{ of: 'ann', kind: 'wage', amount: 1900 }] });
    expect(causesOf(compare(be, today, more), 'wage@ann')).toEqual(['income person.income.wage: 1800.00 → 1900.00']);
  });

  test('is the item, where the other pack gives it another price', () => {
    const { model } = isle;
    const dearer = JSON.parse(JSON.stringify(model).replaceAll('"59.99"', '"79.99"')) as typeof model;
    const other = { ...isle, model: dearer };
    const [before, after] = [isle, other].map((pack) => assess(pack, { ...ISLAND, month: '2024-06' }, FULL));
    const found = compare(isle, before!, after!, other);
    expect(found.groups).toMatchObject([
      {
        causes: [
          {
            kind: 'item',
            name: 'clothing.adult/coat',
            left: expect.stringMatching(/^59\.99 /) as string,
            right: expect.stringMatching(/^79\.99 /) as string,
          },
        ],
      },
    ]);
  });

  test('is the judgement made by hand', () => {
    const override = { line: 'food.daily@ann', amount: 250, reason: 'diet', by: 'worker' };
    const judged = familyWith({ overrides: [override] });
    expect(causesOf(compare(be, today, judged), 'food.daily@ann')).toEqual(['override food.daily: – → 250.00']);
  });

  test('of a reference behind a bill is told apart: the line is held', () => {
    const bills = { rent: 700 };
    const found = compare(
      be,
      familyWith({ bills }),
      familyWith({ bills, dwelling: { region: 'wallonia', tenure: 'social-rent' } }),
    );
    expect(found.balance.change).toBe('0.00');
    expect(found.held).toEqual([expect.objectContaining({ id: 'housing.rent', bill: 'rent', paid: '700.00' })]);
  });
});

describe('what a policy makes of a difference', () => {
  test('is told line by line, as it was and as it is, and adds up to the difference of the aid need', () => {
    const person = { role: 'head' as const, age: 30 };
    const town = { month: '2024-06', persons: [person], incomes: [], bills: { rent: 640 } };
    const [before, after] = [town, { ...town, bills: { rent: 500 } }].map((household) =>
      assess(isle, household, { ...FULL, policy: 'town' }),
    );
    const { aid } = compare(isle, before!, after!);
    expect(aid?.lines.map(({ id, left, right, effect }) => [id, left, right, effect])).toEqual([
      ['housing.rent', '550.00', '500.00', '-50.00'],
    ]);
    expect(aid?.need.change).toBe('-50.00');
  });
});

describe('what cannot be compared', () => {
  const document = familyWith({});

  test.each([
    ['another pack', { ...document, pack: { ...document.pack, digest: 'sha256:0' } }, 'other-pack'],
    ['another format', { ...document, format: 'refbudget.assessment/9' }, 'other-format'],
    ['no full trace', { ...document, trace: undefined }, 'no-trace'],
  ])('a document of %s', (_, wrong, code) => {
    expect(() => compare(be, document, wrong as unknown as Assessment)).toThrow(RefbudgetError);
    try {
      compare(be, document, wrong as unknown as Assessment);
    } catch (error) {
      expect((error as RefbudgetError).diagnostics.map((one) => one.code)).toEqual([code]);
      expect((error as RefbudgetError).diagnostics[0]?.hint).toMatch(/\.$/);
    }
  });

  test('a pack in another currency, and sums that are not those of the lines', () => {
    const abroad = { ...isle, model: { ...isle.model, pack: { ...isle.model.pack, currency: 'SEK' } } };
    const anna = assess(isle, ISLAND, { ...FULL, month: monthText(isle.model.pack.covers[1]) });
    expect(() => compare(isle, anna, anna, abroad)).toThrow(/SEK/);
    const wrong = { ...anna, balance: { ...anna.balance, amount: '1.00' } };
    expect(() => compare(isle, anna, wrong)).toThrow(/sums/);
  });
});

const ISLAND: HouseholdInput = { persons: [{ role: 'head', age: 30 }], incomes: [] };
