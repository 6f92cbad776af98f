import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { billsToAsk, type CountedBill } from '../../src/assessment/bills-to-ask.js';
import { belgium } from '../../src/packs/be.js';

const DEBTS = [{ bill: 'debt-plan', need: 'obligations.debt-plan' }];

function asked(wage: number, more: object = {}, policy: string | null = 'example-town'): readonly CountedBill[] {
  const household = {
    persons: [{ id: 'ann', role: 'head', age: 34 }],
    dwelling: { region: 'wallonia', tenure: 'private-rent' },
    incomes: [{ of: 'ann', kind: 'wage', amount: wage }],
    ...more,
  } as const;
  return billsToAsk(
    belgium.model,
    assess(belgium, household, { month: '2026-06', policy, levers: 'none', trace: 'none' }),
  );
}

test('a bill that only the policy counts is asked for where it would open or widen the gap', () => {
  expect(asked(1000)).toEqual(DEBTS);
  // nothing is missing, but the greatest usual plan would take all that is left
  expect(asked(2100)).toEqual(DEBTS);
});

test('it is not asked for where the income bears the greatest usual amount', () => {
  expect(asked(9000)).toEqual([]);
});

test('it is not asked for once it is said, or without a policy', () => {
  expect(asked(1000, { bills: { 'debt-plan': 80 } })).toEqual([]);
  expect(asked(1000, {}, null)).toEqual([]);
});
