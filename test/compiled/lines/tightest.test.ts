import { expect, test } from 'vitest';
import { assess } from '../../../src/assessment/assess.js';
import type { TestPack } from '../../../src/testing/laws/law.js';
import { agreeOn } from '../../../src/testing/index.js';
import { tiny } from '../../reference/tiny.js';

const SECTIONS = `
needs:
  food.a: { for: household, pays: living, amount: 100 EUR/month, label: Food }
adjustments:
  more: { for: household, on: [food.a], at-least: 120 EUR/month }
  most: { for: household, on: [food.a], at-least: 150 EUR/month }

  less: { for: household, on: [food.a], at-most: 140 EUR/month }
  least: { for: household, on: [food.a], at-most: 130 EUR/month }
`;

test('of several bounds the tightest works, and that one is told', async () => {
  const pack = tiny(SECTIONS) as TestPack;
  const household = { persons: [{ id: 'a', role: 'head' as const, age: 40 }] };
  const options = { month: '2024-07', levers: 'none', trace: 'full' } as const;
  await agreeOn(pack, household, { ...options, policy: null });
  const { needs, trace } = assess(pack, household, options);
  expect(needs.reference).toBe('130.00');
  const line = trace?.nodes.find(({ id }) => id === 'line/food.a');
  expect(line?.kind === 'line' && line.steps.map(({ step, by, value }) => [step, by, value])).toEqual([
    ['amount', undefined, '100'],
    ['at-least', '150', '150'],
    ['at-most', '130', '130'],
    ['round', '0.01', '130.00'],
  ]);
});
