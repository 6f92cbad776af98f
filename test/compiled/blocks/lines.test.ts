import { expect, test } from 'vitest';
import { prepare } from '../../../src/assessment/assess.js';
import { belgium } from '../../../src/packs/be.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import type { Pack } from '../../../src/model/pack.js';

const assessor = prepare(belgium as Pack<HouseholdInput>, { month: '2024-06', levers: 'none', trace: 'none' });

const couple = (one: string, two: string, rent?: number): HouseholdInput => ({
  persons: [
    { id: one, role: 'head', age: 36, sex: 'female' },
    { id: two, role: 'partner', age: 38, sex: 'male' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [],
  ...(rent === undefined ? {} : { bills: { rent } }),
});

const linesOf = (household: HouseholdInput) => assessor.assess(household).needs.lines;

test('a line of the same case is the same frozen object in two documents', () => {
  // who makes one document finds no cases
  linesOf(couple('eva', 'jan'));
  const [before, after] = [linesOf(couple('anna', 'ben')), linesOf(couple('anna', 'ben'))];
  const again = after.filter((line) => before.includes(line));
  expect(again.length).toBeGreaterThan(0.9 * after.length);
  for (const line of again) expect(Object.isFrozen(line) && Object.isFrozen(line.year)).toBe(true);
});

test('a line of the same case bears the name of who has it', () => {
  const renamed = JSON.stringify(linesOf(couple('anna', 'ben')))
    .replaceAll('anna', 'ines')
    .replaceAll('ben', 'otto');
  expect(JSON.stringify(linesOf(couple('ines', 'otto')))).toBe(renamed);
});

test('a line that a bill fills is told anew for each household', () => {
  linesOf(couple('anna', 'ben'));
  const rentOf = (household: HouseholdInput) => linesOf(household).find(({ id }) => id === 'housing.rent');
  expect(rentOf(couple('anna', 'ben', 612.5))).toMatchObject({ basis: 'bill', need: '612.50' });
  expect(rentOf(couple('anna', 'ben', 700))).toMatchObject({ basis: 'bill', need: '700.00' });
  expect(rentOf(couple('anna', 'ben'))).toMatchObject({ basis: 'reference' });
});
