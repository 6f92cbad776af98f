import { expect, it } from 'vitest';
import { monthIndex } from '../../src/calendar/month.js';
import { orderNodeIds } from '../../src/model/node-order.js';
import { model as isle } from '../fixtures/isle.js';

const month = monthIndex('2024-06')!;

it('orders kinds, then the model, then persons by place, members first', () => {
  const ordered = [
    'fact/person.age@b',
    'fact/person.age@a',
    'fact/dwelling.social-tariff',
    'derived/person.adult@b',
    'derived/household.children',
    'table/food.rate@b',
    'table/energy.rate',
    'series/cpi.all/2024-01',
    'series/cpi.all/2024-06',
    'when/food.together',
    'when/clothing.adult@b',
    'when/clothing.adult@a',
    'when/clothing.adult/coat@b',
    'when/town/rent-ceiling',
    'line/food.daily@b',
    'aid-line/food.daily@b',
    'line/food.daily@a',
    'bill/rent',
    'line/housing.rent',
    'aid-line/housing.rent',
    'bill/energy',
    'income/wage@b',
    'income/child-benefit@b',
    'income/wage@a',
    'incomes/person.work@a',
    'incomes/household.work',
    'total/income',
    'total/need',
    'total/balance',
    'lever/social-tariff',
    'aid/town',
  ];
  expect(orderNodeIds(isle, month, ['b', 'a'], [...ordered].reverse())).toEqual(ordered);
});

it('puts a bill before the first line it stands in for', () => {
  const ids = ['line/housing.energy', 'bill/energy', 'line/housing.rent', 'bill/rent'];
  expect(orderNodeIds(isle, month, ['a'], ids)).toEqual([
    'bill/rent',
    'line/housing.rent',
    'bill/energy',
    'line/housing.energy',
  ]);
});

it('refuses an id of no kind', () => {
  expect(() => orderNodeIds(isle, month, [], ['other/x'])).toThrow('"other/x" is no id of a trace node');
});
