import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { tryHousehold } from '../../src/assessment/try-household.js';
import { monthIndex } from '../../src/calendar/month.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');
const MONTH = '2025-01';
const at = { month: monthIndex(MONTH)!, policy: null };
const household = {
  persons: [
    { id: 'a', role: 'head', age: 33, activity: 'working', 'weekly-hours': 20 },
    { id: 't', role: 'child', age: 8 },
  ],
  dwelling: { quay: 'north', tenure: 'rented', bedrooms: 2 },
  incomes: [{ of: 'a', kind: 'wage', amount: 800 }],
} as const;

test('tells each node of the trace, and the balance, as the document does', () => {
  const { trace, balance } = assess(harbour, household, { month: MONTH, levers: 'chain', trace: 'full' });
  const nodes = trace!.nodes.filter(({ kind }) => kind === 'condition' || kind === 'cases' || kind === 'lever');
  expect(nodes.length).toBeGreaterThan(20);
  expect(
    tryHousehold(
      harbour,
      household,
      at,
      nodes.map(({ id }) => id),
    ),
  ).toEqual({
    values: nodes.map((node) => ('value' in node ? node.value : undefined)),
    balance: balance.amount,
  });
});

test('tells nothing of a node that the trace would not have', () => {
  const tried = tryHousehold(harbour, household, at, ['derived/person.part-time@nobody', 'derived/person.no-such@a']);
  expect(tried?.values).toEqual([undefined, undefined]);
});

test('gives null for a household that is refused', () => {
  expect(tryHousehold(harbour, { ...household, persons: [] }, at, [])).toBeNull();
});
