import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/explain/language.js';
import { cells } from '../../src/explain/words/columns.js';
import { ANNA, ISLE, refbudget } from './run.js';

const BE = ['--pack', 'be', '--month', '2024-06'] as const;
const LONE_PARENT = 'examples/households/lone-parent-wallonia.yaml';

describe('refbudget table', () => {
  test.each(LANGUAGES)('in %s fits into 80 columns', async (lang) => {
    const { exit, out } = await refbudget('table', ...BE, '--lang', lang);
    expect(exit).toBe(0);
    expect(out.split('\n').filter((line) => cells(line) > 80)).toEqual([]);
  });

  test('splits by the word about the home that must be known, or by another', async () => {
    const csv = (await refbudget('table', ...BE, '--format', 'csv')).out;
    expect(new Set(csv.split('\n').map((line) => line.split(',')[1]))).toContain('brussels');
    const plain = (await refbudget('table', ...BE, '--format', 'csv', '--by', 'none')).out;
    expect(plain).toContain('2024-06,,single-woman,total,');
  });

  test('of a month that the pack does not cover exits with 2 and says which it covers', async () => {
    const { exit, out, notes } = await refbudget('table', '--month', '1999-01');
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('Choose a month from 2022-01 to 2026-12.');
  });

  test('is a Markdown table for a report', async () => {
    const { out } = await refbudget('table', ...BE, '--format', 'markdown', '--lang', 'en');
    expect(out).toMatch(/^# Typical families, June 2024/);
    expect(out).toContain('| Total |');
  });

  test('of a word that does not exist exits with 2 and names a near one', async () => {
    const { exit, notes } = await refbudget('table', ...BE, '--by', 'dwelling.regoin');
    expect([exit, notes.includes('dwelling.region')]).toEqual([2, true]);
  });
});

describe('refbudget sources', () => {
  test.each(LANGUAGES)('in %s fits into 80 columns, addresses apart', async (lang) => {
    const { exit, out } = await refbudget('sources', LONE_PARENT, '--lang', lang);
    expect(exit).toBe(0);
    expect(out.split('\n').filter((line) => cells(line) > 80 && !line.includes('http'))).toEqual([]);
  });

  test('tells each line with the sources of its numbers', async () => {
    const { out } = await refbudget('sources', ANNA, ...ISLE, '--format', 'json');
    const { lines } = JSON.parse(out) as { lines: { id: string; sources: string[] }[] };
    expect(lines.map(({ id }) => id)).toContain('food.daily@tom');
  });

  test('--count counts different prices and needs no household', async () => {
    const { exit, out } = await refbudget('sources', '--count', ...ISLE);
    expect(exit).toBe(0);
    expect(out).toMatch(/^\d+ different prices/);
    const french = await refbudget('sources', '--count', '--lang', 'fr', '--pack', 'be');
    expect(french.out).toMatch(/^1.\d{3} prix différents.: \d+ d’articles, \d+ de tarifs\.$/m);
  });

  test('--count beside a household exits with 2: it would not be counted', async () => {
    expect((await refbudget('sources', ANNA, '--count', ...ISLE)).exit).toBe(2);
  });

  test('without file exits with 2', async () => {
    expect((await refbudget('sources', ...ISLE)).exit).toBe(2);
  });
});
