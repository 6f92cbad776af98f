import { describe, expect, test } from 'vitest';
import { cells, row, wrap } from '../../src/explain/words/columns.js';

describe('columns', () => {
  test('wrap a long text with a hanging indent', () => {
    expect(wrap('one two three four', 12, 2, 4)).toEqual(['  one two', '    three', '    four']);
  });

  test('cut a word only where it is longer than the page', () => {
    expect(wrap('a incomprehensibilities b', 10)).toEqual(['a', 'incomprehe', 'nsibilitie', 's b']);
  });

  test('keep no-break spaces inside an amount', () => {
    expect(wrap('costs 1\u202f063,95\u00a0€ today', 12)).toEqual(['costs', '1\u202f063,95\u00a0€', 'today']);
  });

  test('set cells to the right under one another, on the last line of a long label', () => {
    expect(row(30, 2, 'a label too long for it', ['1', '22'], [6, 6])).toEqual([
      '  a label too',
      '    long for it        1    22',
    ]);
  });
});

test('what a screen would obey is shown before lines are broken, so that they stay as narrow as asked', () => {
  const lines = wrap(`${'\u202e'.repeat(9)} ${'a\u0007 '.repeat(30)}`, 40);
  expect(lines.join('')).not.toMatch(/[\u202e\u0007]/);
  expect(lines.filter((line) => cells(line) > 40)).toEqual([]);
});
