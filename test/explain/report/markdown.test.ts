import { describe, expect, test } from 'vitest';
import { LANGUAGES, toHtml, toMarkdown } from '../../../src/explain/index.js';
import { escape } from '../../../src/explain/report/markdown/escape.js';
import { assessment as anna, pack as isle } from '../../fixtures/isle.js';
import { belgium, example } from './examples.js';

describe.each(LANGUAGES)('the report as Markdown in %s', (lang) => {
  test('is as it was read aloud', async () => {
    await expect(toMarkdown(anna, isle, { lang })).toMatchFileSnapshot(`snapshots/isle.${lang}.md.txt`);
  });

  test('has tables whose rows are all as wide as their head, after a blank line', () => {
    const text = toMarkdown(example('retired-owners-flanders'), belgium, { lang });
    const blocks = text.split('\n\n').filter((block) => block.includes('|') && block.startsWith('|'));
    expect(blocks.length).toBeGreaterThan(20);
    for (const block of blocks) {
      const rows = block.trimEnd().split('\n');
      const width = (row: string): number => row.replaceAll(/\\[\\|]/g, '').split('|').length;
      expect(rows[1]).toMatch(/^\|( -{3}:? \|)+$/);
      for (const row of rows) expect([row, width(row)]).toEqual([row, width(rows[0]!)]);
    }
  });
});

test('what a bar and a mark mean is told where they are drawn, and not in Markdown', () => {
  const lone = example('lone-parent-wallonia');
  expect(toHtml(lone, belgium, { lang: 'en' })).toContain('Bar: what counts here.');
  expect(toMarkdown(lone, belgium, { lang: 'en' })).not.toContain('Bar: what counts here.');
});

describe('text in Markdown', () => {
  test.each([
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['a | b', 'a \\| b'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['+7.00 and 60.2 %', '+7.00 and 60.2 %'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['see https://example.org and www.example.org', 'see https\\://example.org and www\\.example.org'],
    ['one\ntwo', 'one two'],
    ['<b>', '\\<b\\>'],
    ['&amp;', '\\&amp;'],
  ])('%j stands as %j', (text, escaped) => {
    expect(escape(text)).toBe(escaped);
  });
});
