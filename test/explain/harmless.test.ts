import { describe, expect, test } from 'vitest';
import { toText, why, type Argument } from '../../src/explain/index.js';
import { harmless, harmlessJson } from '../../src/explain/words/harmless.js';
import { wrap } from '../../src/explain/words/columns.js';
import { assessment, pack } from '../fixtures/isle.js';

const HOSTILE = '\u001b[31m\u202e<script>alert(1)</script>\u0007\u200b\u2066\ufeff';
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** The isle, with hostile words where the pack, the household or the worker may write. */
const evil = {
  ...pack,
  texts: {
    en: { ...pack.texts['en'], 'food.daily': { label: `Food${HOSTILE}` }, 'housing.rent': { label: 'x'.repeat(9000) } },
  },
};
const bad = {
  ...assessment,
  overrides: [{ target: 'food.daily@tom', computed: '75.13', is: '180.00', reason: HOSTILE, by: HOSTILE }],
};

describe('text of somebody else', () => {
  test('shows what a screen would obey', () => {
    expect(harmless('a\u202eb\u0000')).toBe('a⟨202E⟩b⟨0000⟩');
    expect(harmless('\ud800x')).toBe('⟨D800⟩x');
  });

  test('leaves letters, their marks and the blanks of a language alone', () => {
    const fine = 'Éléonore a 3\u202f500\u00a0€ : שלום 👩‍👧';
    expect(harmless(fine)).toBe(fine);
  });

  test('is cut where it is endless, and heaps of marks with it', () => {
    expect(harmless('x'.repeat(5000))).toHaveLength(2001);
    expect(harmless(`a${'\u0301'.repeat(50)}`)).toHaveLength(5);
  });

  test('stays the same data in JSON', () => {
    const json = JSON.stringify({ a: HOSTILE });
    expect(harmlessJson(json)).not.toMatch(OBEYED);
    expect(JSON.parse(harmlessJson(json))).toEqual({ a: HOSTILE });
  });

  test('cuts a word that is longer than a line, and no other', () => {
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
});

describe('a page with hostile words', () => {
  const pages: [string, () => string][] = [
    ['the balance', () => toText(bad, evil, { lang: 'en', lines: true })],
    ['why', () => toText(why(evil, bad, 'food.daily@tom'), evil, { lang: 'en' })],
    ['why in full', () => toText(why(evil, bad, 'need'), evil, { lang: 'en', full: true, audience: 'researcher' })],
  ];
  test.each(pages)('is harmless: %s', (_, page) => {
    const text = page();
    expect(text).not.toMatch(OBEYED);
    expect(text.split('\n').filter((line) => Array.from(line).length > 200)).toEqual([]);
  });
});

describe('what a family reads', () => {
  const judged: Argument = why(pack, assessment, 'food.daily@tom');
  const root = judged.roots[0]!;
  const override = { computed: '75.13', reason: 'SECRET REASON', by: 'SECRET ROLE' };
  const argument: Argument = {
    ...judged,
    roots: [{ ...root, override, reasons: [{ kind: 'override', money: true, ...override }, ...root.reasons] }],
  };

  test.each([false, true])('has no free text, no identifier and no place (full: %s)', (full) => {
    const text = toText(argument, pack, { lang: 'en', audience: 'family', full });
    expect(text).not.toContain('SECRET');
    expect(text).not.toMatch(/\[food|\.yaml|File:/);
    expect(text).toContain('75.13');
  });

  test('is more for a worker: the reason and the role', () => {
    const text = toText(argument, pack, { lang: 'en' });
    expect(text).toContain('SECRET REASON');
    expect(text).toContain('SECRET ROLE');
    expect(text).not.toContain('.yaml');
    expect(toText(argument, pack, { lang: 'en', audience: 'researcher' })).toContain('.yaml:');
  });
});
