import { expect, test } from 'vitest';
import { assess } from '../../src/index.js';
import { toText, why } from '../../src/explain/index.js';
import { packOf } from '../fixtures/packs.js';

const be = packOf('be');
const assessment = assess(
  be,
  {
    month: '2026-06',
    persons: [
      { id: 'ann', role: 'head', age: 34, work: 'employed' },
      { id: 'lea', role: 'child', age: 9 },
      { id: 'tim', role: 'child', age: 4 },
    ],
    dwelling: { region: 'wallonia', tenure: 'private-rent' },
    incomes: [{ of: 'ann', kind: 'wage', amount: 1450 }],
  },
  { trace: 'full', levers: 'alone' },
);
const told = (target: string, lang: 'fr' | 'en'): string =>
  toText(why(be, assessment, target), be, { lang }).replace(/\s+/g, ' ');

test('persons of whom the very same is told, such as no income, share one sentence', () => {
  const text = told('wage', 'en');
  expect(text).toContain('Net wage (ann): €1,450.00 a month');
  expect(text).toContain('Net wage (lea and tim): €0.00 a month');
  expect(text.match(/€0\.00/g)).toHaveLength(1);
});

test('a tick beside "no" says that this is as it must be', () => {
  const text = toText(why(be, assessment, 'household.lone-parent'), be, { lang: 'fr' });
  const ticks = text.split('\n').filter((line) => line.includes('✓'));
  expect(ticks.map((line) => line.trim().replace(/\s/g, ' '))).toEqual([
    '✓ Couple : non, comme il le faut',
    '✓ Enfants mineurs : 2 (requis : au moins 1)',
  ]);
});
