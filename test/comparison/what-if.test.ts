import { describe, expect, test } from 'vitest';
import { monthsBetween, series } from '../../src/comparison/series.js';
import { whatIf } from '../../src/comparison/what-if/what-if.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { belgium } from '../../src/packs/be.js';
import { packOf } from '../fixtures/packs.js';

const be = belgium as Pack<HouseholdInput>;
const isle = packOf('isle');

const FAMILY: HouseholdInput = {
  month: '2026-06',
  persons: [
    { id: 'ann', role: 'head', age: 34, sex: 'female', work: 'employed' },
    { id: 'leo', role: 'child', born: '2022-09-03', sex: 'male', school: 'nursery' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [
    { of: 'ann', kind: 'wage', amount: 900 },
    { of: 'ann', kind: 'wage', amount: 400 },
  ],
  bills: { rent: 700, school: { leo: '120 EUR/year' } },
};

const changeOf = (...changes: string[]): string => whatIf(be, FAMILY, changes).comparison.balance.change;

describe('what if', () => {
  test('an income takes the place of all of its kind', () => {
    expect(changeOf('income.wage@ann=1450')).toBe('150.00');
    expect(changeOf('person.income.wage@ann=17400 EUR/year')).toBe('150.00');
  });

  test('a bill is set, and taken away again', () => {
    expect(changeOf('bill.rent=650')).toBe('50.00');
    const without = whatIf(be, FAMILY, ['bill.rent=unknown']).comparison;
    expect(without.groups.flatMap(({ causes }) => causes)).toEqual([
      { kind: 'bill', name: 'bill.rent', person: null, left: '700.00', right: null },
    ]);
  });

  test('an age takes the place of a birth date, and a birth date that of an age', () => {
    expect(changeOf('person.age@leo=3')).toBe(changeOf('person.born@leo=2022-12-01'));
    expect(changeOf('person.born@ann=1992-01-01')).toBe('0.00');
  });

  test('what was said under a former name gives way to the new one, of a person and of the home', () => {
    const harbour = packOf('harbour');
    const facts = harbour.model.facts.map((fact) =>
      fact.id === 'dwelling.quay' ? { ...fact, renamed: 'dwelling.shore' } : fact,
    );
    const renamed = { ...harbour, model: { ...harbour.model, facts } };
    const before = {
      month: '2024-06',
      persons: [{ id: 'ann', role: 'head' as const, age: 34, 'discount-card': 'yes' }],
      dwelling: { shore: 'north' },
      incomes: [],
    };
    const { comparison } = whatIf<unknown>(renamed, before, ['person.aid-card@ann=no', 'dwelling.quay=south']);
    const causes = comparison.groups.flatMap((group) =>
      group.causes.map(({ name, right }) => `${name} ${right ?? ''}`),
    );
    expect(causes).toContain('person.aid-card no');
    expect(causes).toContain('dwelling.quay south');
  });

  test('what is said already changes nothing', () => {
    const { comparison } = whatIf(be, FAMILY, ['dwelling.tenure=private-rent']);
    expect(comparison.groups).toEqual([]);
  });

  test('other incomes stay open where none was listed', () => {
    const { incomes: _, ...open } = FAMILY;
    const { comparison } = whatIf(be, open as HouseholdInput, ['income.wage@ann=1000']);
    expect(comparison.income.change).toBe('1000.00');
    expect(comparison.groups.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(['wage@ann']);
  });

  test('a fact that is not asked there is told to count for nothing', () => {
    const { notAsked, comparison } = whatIf(be, FAMILY, ['person.school@ann=primary']);
    expect(notAsked).toEqual(['person.school@ann']);
    expect(comparison.balance.change).toBe('0.00');
  });

  test('a bill falls with its reference where the pack says that it follows', () => {
    const anna: HouseholdInput = {
      month: '2024-06',
      persons: [{ id: 'anna', role: 'head', age: 34 }],
      incomes: [],
      bills: { energy: 200 },
    };
    // 1773 falls to 925 a year, each rounded as a month: 200 × 77.08 ÷ 147.75.
    const { follows, comparison } = whatIf(isle, anna, ['dwelling.social-tariff=yes']);
    expect(follows).toEqual([{ bill: 'energy', before: '200 EUR/month', after: '104.34 EUR/month' }]);
    expect(comparison.need.change).toBe('-95.66');
    const set = whatIf(isle, anna, ['dwelling.social-tariff=yes', 'bill.energy=200']);
    expect(set.follows).toEqual([]);
    expect(set.comparison.need.change).toBe('0.00');
  });

  test.each([
    ['dwelling.tenur=owner', 'unknown-fact', 'Did you mean "dwelling.tenure"?'],
    ['dwelling.tenure=rented', 'unknown-value', ''],
    ['person.work@tom=employed', 'unknown-person', 'One of: ann, leo.'],
    ['person.work=employed', 'whose-change', 'Write person.work@ann or person.work@leo.'],
    ['person.age@leo=old', 'not-a-number', ''],
    ['person.born@leo=2022-02-30', 'not-a-date', ''],
    ['person.born@leo=2031-02-03', 'born-later', ''],
    ['income.wages@ann=3', 'unknown-kind', 'Did you mean "wage"?'],
    ['income.wage@ann=-3', 'negative-amount', ''],
    ['bill.rents=3', 'unknown-bill', 'Did you mean "rent"?'],
    ['bill.rent@ann=3', 'not-a-persons', 'Leave "@ann" out.'],
    ['household.adults=3', 'not-asked-for', ''],
    [
      'total.home=3',
      'not-asked-for',
      'Change a fact, an income or a bill; a line is set by hand in the file, under overrides.',
    ],
    [
      'housing.rent=3',
      'not-asked-for',
      'Change a fact, an income or a bill; a line is set by hand in the file, under overrides.',
    ],
    ['person.adult@ann=no', 'not-asked-for', 'It rests on person.age.'],
    ['dwelling.tenure', 'not-a-change', ''],
    ['month=2026-01', 'not-a-change', 'Compare two months: refbudget compare FILE --months A,B.'],
  ])('%s is refused', (change, code, hint) => {
    try {
      whatIf(be, FAMILY, [change]);
      expect.unreachable();
    } catch (error) {
      const [first, ...others] = (error as RefbudgetError).diagnostics;
      expect(first?.code).toBe(code);
      expect(others).toEqual([]);
      if (hint !== '') expect(first?.hint).toBe(hint);
    }
  });

  test('tells everything that is wrong at once, and two changes of one name', () => {
    try {
      whatIf(be, FAMILY, ['bill.rent=1', 'bill.rent=2', 'x', 'dwelling.tenure=z']);
      expect.unreachable();
    } catch (error) {
      const codes = (error as RefbudgetError).diagnostics.map((one) => one.code);
      expect(codes.sort()).toEqual(['not-a-change', 'two-changes', 'unknown-value']);
    }
  });
});

describe('a series of months', () => {
  test('has a month each, in which a child with a birth date grows', () => {
    const { months } = series(be, FAMILY, monthsBetween('2025-08', '2025-10'));
    expect(months.map(({ month }) => month)).toEqual(['2025-08', '2025-09', '2025-10']);
    // Three on 3 September: counted from the first day of October on.
    expect(Number(months[1]!.need) - Number(months[2]!.need)).toBeGreaterThan(100);
  });

  test('does not run backwards, nor for ever, nor outside what the pack covers', () => {
    expect(() => monthsBetween('2025-10', '2025-08')).toThrow(/backwards/);
    expect(() => monthsBetween('1025-10', '2025-08')).toThrow(/more than/);
    expect(() => series(be, FAMILY, ['2031-01'])).toThrow(RefbudgetError);
  });
});
