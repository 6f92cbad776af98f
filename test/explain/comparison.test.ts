import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { compare } from '../../src/comparison/compare.js';
import { aidBesideWage } from '../../src/comparison/incomes/aid-beside-wage.js';
import { neededIncome } from '../../src/comparison/incomes/needed-income.js';
import { monthsBetween, series } from '../../src/comparison/series.js';
import { whatIf } from '../../src/comparison/what-if/what-if.js';
import { linesToTell } from '../../src/explain/comparison/by-name.js';
import { chartLines } from '../../src/explain/comparison/chart.js';
import { sparkline } from '../../src/explain/comparison/sparkline.js';
import { comparisonText, incomeText, LANGUAGES, seriesText, whatIfText } from '../../src/explain/index.js';
import { cells } from '../../src/explain/words/columns.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { readHousehold } from '../../src/node/read-household.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

function input(name: string): HouseholdInput {
  const file = readHousehold(`test/packs/harbour/households/${name}.yaml`);
  if (!file.ok) throw new Error(`${name} cannot be read`);
  return file.value.input as HouseholdInput;
}

const FULL = { levers: 'none', trace: 'full' } as const;
const parent = input('lone-parent');
const policy = harbour.model.policies[0]!.id;
const [before, after] = (['2024-08', '2025-02'] as const).map((month) =>
  assess(harbour, parent, { ...FULL, month, policy }),
);
const differences = compare(harbour, before!, after!);
const tried = whatIf(harbour, parent, ['dwelling.quay=north', 'bill.rent=unknown']);
const needed = neededIncome(harbour, parent, 'wage@ben', { upTo: '2500' });
const wage = aidBesideWage(harbour, parent, 'wage@ben', { policy });
const months = series(harbour, parent, monthsBetween('2024-07', '2025-06'), { policy });

describe.each(LANGUAGES)('in %s', (lang) => {
  test.each([
    ['compare', () => comparisonText(differences, harbour, { lang })],
    ['what-if', () => whatIfText(tried, harbour, { lang })],
    ['income', () => incomeText(needed, wage, harbour, { lang })],
    ['series', () => seriesText(months, harbour, { lang })],
  ] as const)('%s is as it was read aloud, in 80 columns', async (name, text) => {
    const shown = text();
    expect(shown.split('\n').filter((line) => cells(line) > 80)).toEqual([]);
    await expect(shown).toMatchFileSnapshot(`snapshots/harbour.${name}.${lang}.txt`);
  });
});

test('Markdown says the same in tables, with every line when asked', async () => {
  const short = comparisonText(differences, harbour, { lang: 'en', format: 'markdown' });
  const long = comparisonText(differences, harbour, { lang: 'en', format: 'markdown', lines: true });
  const lines = differences.groups.flatMap((group) => group.lines).length;
  expect(long.split('\n').filter((line) => line.startsWith('| ')).length).toBeGreaterThan(lines);
  expect(long.length).toBeGreaterThan(short.length);
  await expect(incomeText(needed, wage, harbour, { lang: 'en', format: 'markdown' })).toMatchFileSnapshot(
    'snapshots/harbour.income.en.md',
  );
});

test('how much is enough says what is received today and how far that is', () => {
  expect(incomeText(needed, wage, harbour, { lang: 'en' })).toMatch(/Today it is HBC\s845\.00: HBC\s[\d,.]+ less\./);
  const plenty = neededIncome(harbour, input('family-with-student'), 'wage@gisa', { upTo: '2500', month: '2025-09' });
  expect(plenty.given).toBe('1290.40');
});

test('a line in no total shows what it was and is, and no amount on the balance', () => {
  const debts = whatIf(harbour, parent, ['bill.debt-plan=50']);
  expect(whatIfText(debts, harbour, { lang: 'en' })).toMatch(/Debt plan, in no total +HBC\s60\.00 +HBC\s50\.00 +–$/m);
});

test('a small line goes from the smallest value to the largest; all alike stand in the middle', () => {
  expect(sparkline([1, 2, 3, 8])).toBe('▁▂▃█');
  expect(sparkline([5, 5])).toBe('▄▄');
});

test('a chart draws the first and last value at the ends, and a line at zero', () => {
  const lines = chartLines(
    { lines: [{ sign: '●', values: [-10, 0, 10] }], bottom: ['a', 'b', 'c'], label: String },
    40,
  );
  expect(lines[0]).toMatch(/^ +10 ┤ +●$/);
  expect(lines[14]).toMatch(/^ +-10 ┤●$/);
  expect(lines[7]).toMatch(/^ +0 ┤┄+●┄+$/);
  expect(lines.at(-1)).toMatch(/^ +a +b +c$/);
});

describe('two households that share some of their persons', () => {
  const all = input('family-with-student');
  const persons = all.persons.slice(0, 2);
  const ids = new Set(persons.map(({ id }) => id));
  const fewer = {
    ...all,
    persons,
    incomes: all.incomes?.filter(({ of }) => of === undefined || ids.has(of)),
    bills: {},
  };
  const [left, right] = [all, fewer].map((one) =>
    assess(harbour, one as HouseholdInput, { ...FULL, month: '2024-08' }),
  );
  const shared = compare(harbour, left!, right!);
  const text = comparisonText(shared, harbour, { lang: 'en', lines: true });

  test('tell those who are on one side only as one reason, not a reason a person', () => {
    const gone = all.persons.slice(2).map(({ id }) => id!);
    expect(gone.length).toBeGreaterThan(1);
    const people = shared.groups.filter(({ causes }) => causes.every(({ kind }) => kind === 'person'));
    expect(people).toHaveLength(1);
    expect(people[0]!.causes.map(({ name }) => name)).toEqual(gone);
    expect(text.split('\n').filter((line) => line.includes('are not there'))).toHaveLength(1);
  });

  test('add up what those persons need under one name', () => {
    for (const group of shared.groups) {
      const names = linesToTell(group).map(({ id, of }) => `${of} ${id.split('@')[0]}`);
      if (group.causes.filter(({ kind }) => kind === 'person').length > 1)
        expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('two households with nobody in common', () => {
  const [ada, couple] = ['ada-alone', 'old-couple'].map((name) =>
    assess(harbour, input(name), { ...FULL, month: '2024-08' }),
  );
  const strangers = compare(harbour, ada!, couple!);
  const text = comparisonText(strangers, harbour, { lang: 'en', lines: true, names: { left: 'A', right: 'B' } });

  test('are told by what they need, not by whose it is: a line of persons is one row, with its sum on each side', () => {
    const told = text.split('\n').filter((line) => line.startsWith('    Daily food'));
    expect(told).toHaveLength(1);
    const sumOf = (side: typeof ada): string => {
      const lines = side!.needs.lines.filter(({ id }) => id.startsWith('food.daily@'));
      return lines.reduce((sum, { need }) => sum + Number(need), 0).toFixed(2);
    };
    expect(told[0]).toContain(sumOf(ada));
    expect(told[0]).toContain(sumOf(couple));
  });

  test('still add up: the rows of a group are worth what its lines are', () => {
    const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
    for (const group of strangers.groups) {
      const rows = linesToTell(group);
      expect(rows.reduce((sum, { effect }) => sum + cents(effect), 0n)).toBe(cents(group.effect));
    }
    expect(strangers.groups.some((group) => linesToTell(group).length < group.lines.length)).toBe(true);
  });

  test('name their people once, and first', () => {
    expect(text).toMatch(/on the balance\n {2}Other people: ada → lea and max /);
    expect(text.match(/ada → lea and max/g)).toHaveLength(1);
    expect(text).toContain('Other people; and');
  });
});
