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
  town: { label: Town, aid: { pays: gap } }
  city: { label: City, aid: { pays: gap } }
`;
const months = Array.from({ length: 12 }, (_, i) => monthIndex(`2024-${String(i + 1).padStart(2, '0')}`)!);

it('keeps the two dozen months and policies that were used last', () => {
  const { model } = tiny(NEEDS);
  const all = [null, 'town'].flatMap((policy) => months.map((month) => prepared(model, month, policy)));
  const first = prepared(model, months[0]!, null);
  expect(first).toBe(all[0]);
  prepared(model, months[0]!, 'city');
  expect(prepared(model, months[0]!, null)).toBe(first);
  expect(prepared(model, months[2]!, null)).toBe(all[2]);
  expect(prepared(model, months[1]!, null)).not.toBe(all[1]);
});

it('leaves what somebody holds as it is', () => {
  const pack = tiny(NEEDS);
  const held = prepare(pack, { month: '2024-01', levers: 'none' });
  const household = { persons: [{ role: 'head', age: 40 }], incomes: [] } as unknown as HouseholdInput;
  const before = held.assess(household);
  for (const policy of [null, 'town', 'city']) for (const month of months) prepared(pack.model, month, policy);
  expect(held.assess(household)).toEqual(before);
});
