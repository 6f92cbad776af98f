import { expect, it } from 'vitest';
import { monthIndex } from '../../src/calendar/month.js';
import { prepared } from '../../src/assessment/prepared.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { prepare } from '../../src/assessment/assess.js';
import { tiny } from '../reference/tiny.js';

const NEEDS = `needs:
  food.meals: { for: person, pays: living, amount: 200 EUR/month, label: Meals }
  home.rent: { for: household, pays: fixed, amount: 100 EUR/month, label: Rent }
policies:
  a: { label: A, aid: { pays: gap } }
  b: { label: B, aid: { pays: gap } }
  c: { label: C, aid: { pays: gap } }
  d: { label: D, aid: { pays: gap } }
  e: { label: E, aid: { pays: gap } }
`;
const policies = [null, 'a', 'b', 'c', 'd', 'e'];
const months = Array.from({ length: 12 }, (_, i) => monthIndex(`2024-${String(i + 1).padStart(2, '0')}`)!);

it('keeps the sixty-four months and policies that were used last', () => {
  const { model } = tiny(NEEDS);
  const asked = policies.flatMap((policy) => months.map((month) => ({ month, policy })));
  const all = asked.slice(0, 64).map(({ month, policy }) => prepared(model, month, policy));
  const again = (at: number) => prepared(model, asked[at]!.month, asked[at]!.policy);
  expect(again(0)).toBe(all[0]);
  again(64);
  expect(again(0)).toBe(all[0]);
  expect(again(2)).toBe(all[2]);
  expect(again(1)).not.toBe(all[1]);
});

it('leaves what somebody holds as it is', () => {
  const pack = tiny(NEEDS);
  const held = prepare(pack, { month: '2024-01', levers: 'none' });
  const household = { persons: [{ role: 'head', age: 40 }], incomes: [] } as unknown as HouseholdInput;
  const before = held.assess(household);
  for (const policy of policies) for (const month of months) prepared(pack.model, month, policy);
  expect(held.assess(household)).toEqual(before);
});
