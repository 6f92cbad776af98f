import { expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { tinyFiles } from '../tiny-pack.js';

/** What is found about bills of a pack of a few lines: message, then where. */
function found(bills: string, more = ''): string[] {
  const needs = `needs:
  food.x: { for: household, pays: living, index: none, source: law, amount: 3 EUR/month, label: X }
  home.y: { for: household, pays: fixed, index: none, source: law, amount: 4 EUR/month, label: Y }
${more}`;
  const result = loadPack(tinyFiles(`bills:\n${bills}${needs}`), { pack: 'x' });
  return (result.ok ? result.warnings : result.errors)
    .filter(({ code, message }) => code === 'two-bills' || (code === 'unused' && message.includes('bill ')))
    .map(({ message, places }) => `${message} | ${places.map(({ line, column }) => `${line}:${column}`).join(' ')}`);
}

const bill = (id: string, replaces: string, valid = '..2025-12'): string =>
  `  ${id}: { for: household, valid: ${valid}, replaces: [${replaces}], label: B, ask: "B?" }\n`;

it('names both bills of a line, and where they are', () => {
  expect(found(bill('one', 'food.x') + bill('two', 'home.y') + bill('more', 'food.x, home.y'))).toEqual([
    'bills "one" and "more" both stand in for "food.x" | 2:3 4:3',
    'bills "two" and "more" both stand in for "home.y" | 3:3 4:3',
  ]);
});

it('lets one bill follow another, but not meet it in a month', () => {
  expect(found(bill('one', 'food.x', '..2024-06') + bill('two', 'food.x', '2024-07..'))).toEqual([]);
  expect(found(bill('one', 'food.x', '2024-07..') + bill('two', 'food.x', '..2024-06'))).toEqual([]);
  expect(found(bill('one', 'food.x', '..2024-07') + bill('two', 'food.x', '2024-07..'))).toHaveLength(1);
  expect(found(bill('one', 'food.x', '2024-07..') + bill('two', 'food.x', '..2024-07'))).toHaveLength(1);
  expect(found(bill('one', 'food.x', '2024-03..2024-05') + bill('two', 'food.x', '2024-01..2024-12'))).toHaveLength(1);
});

it('tells of a bill that does nothing, not of one that is read', () => {
  const idle = (more = ''): string[] =>
    found('  paid: { for: household, assume: 0 EUR/month, plausible: 0..<100, label: P, ask: "P?" }\n', more);
  expect(idle()).toEqual(['bill "paid" replaces no line and nothing reads it | 2:3']);
  expect(
    idle('  home.z: { for: household, pays: fixed, index: none, source: law, amount: bill.paid, label: Z }\n'),
  ).toEqual([]);
});
