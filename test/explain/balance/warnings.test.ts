import { expect, test } from 'vitest';
import { assess } from '../../../src/assessment/assess.js';
import { warningWords } from '../../../src/explain/balance/notice.js';
import { voiceOf } from '../../../src/explain/words/voice.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import { packOf } from '../../fixtures/packs.js';

const pack = packOf('be');
const head = { id: 'ann', role: 'head', age: 40, sex: 'female' } as const;

type Home = NonNullable<HouseholdInput['dwelling']>;
type Bills = NonNullable<HouseholdInput['bills']>;

function warnings(dwelling: Home, bills: Bills, household: Home = {}): readonly string[] {
  const input: HouseholdInput = { month: '2026-06', persons: [head], dwelling, household, incomes: [], bills };
  const assessment = assess(pack, input, { trace: 'none' });
  const voice = voiceOf(pack, 'en', '2026-06');
  return assessment.warnings.map((warning) => warningWords(voice, warning));
}

const NOT_USED = (bill: string): string => `${bill}: this bill is not used, because nothing here stands for it.`;

test('a bill that only another kind of home has counts nowhere, and that is told', () => {
  const tenant = { region: 'brussels', tenure: 'private-rent' };
  expect(warnings(tenant, { rent: 700, mortgage: 300 })).toEqual([NOT_USED('Mortgage payment')]);
  expect(warnings({ region: 'flanders', tenure: 'shelter' }, { hosting: 450 })).toEqual([
    NOT_USED('Contribution for living with relatives'),
  ]);
});

test('a bill that counts, one of 0, one that replaces lines and one beside the totals are no bills that count nowhere', () => {
  const tenant = { region: 'brussels', tenure: 'private-rent' };
  expect(warnings({ region: 'flanders', tenure: 'shelter' }, { shelter: 450 })).toEqual([]);
  expect(warnings({ region: 'flanders', tenure: 'hosted' }, { hosting: 300 })).toEqual([]);
  expect(warnings(tenant, { rent: 700, mortgage: 0, 'debt-plan': 80, 'maintenance-paid': 100 })).toEqual([]);
  expect(warnings(tenant, { rent: 700, 'collective-settlement': 300, 'common-charges': '360 EUR/year' })).toEqual([]);
  // a notice says what a yearly settlement means where the whole year is in the budget
  expect(warnings(tenant, { rent: 700, settlement: 240 })).toEqual([]);
});

test('of an unusual value it is told what is usual', () => {
  const tenant = { region: 'brussels', tenure: 'private-rent' };
  expect(warnings(tenant, { rent: 70000 }, { 'gross-income': 1800 })).toEqual([
    'Rent: this value is unusual. It usually lies between 0 and €2,500 a month.',
    'Gross taxable income of the household: this value is unusual. It usually lies between 5,000 and €60,000 a year.',
  ]);
});
