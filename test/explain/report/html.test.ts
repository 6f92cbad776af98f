import { describe, expect, test } from 'vitest';
import { LANGUAGES, toHtml } from '../../../src/explain/index.js';
import { assessment as anna, pack as isle, without } from '../../fixtures/isle.js';
import { belgium, example } from './examples.js';
import { elementsOf, parseMarkup, textOf, type Node } from './markup.js';

const lone = example('lone-parent-wallonia');
const retired = example('retired-owners-flanders');

function elements(html: string): Node[] {
  return elementsOf(parseMarkup(html));
}

/** Kinds of blocks that an outline tells. */
const KINDS: Readonly<Record<string, string>> = { table: 'table', svg: 'chart', ol: 'steps', ul: 'list', dl: 'terms' };

/** Headings, indented by level, with the kinds of blocks below them: no amount and no number of rows, which the data change. */
function outline(html: string): string {
  const visit = (node: Node): string[] =>
    node.children.flatMap((child) => {
      if (typeof child === 'string') return [];
      if (/^h[1-6]$/.test(child.name)) {
        const [words] = elementsOf(child);
        return [`${'  '.repeat(Number(child.name[1]) - 1)}${textOf(words ?? child)}`];
      }
      const isLines = child.attributes['class']?.startsWith('lines') === true;
      const kind = isLines ? 'lines' : KINDS[child.name];
      const own = kind === undefined || child.attributes['aria-hidden'] === 'true' ? [] : [`          [${kind}]`];
      return child.name === 'ul' || child.name === 'ol' ? own : [...own, ...visit(child)];
    });
  return `${visit(parseMarkup(html)).join('\n')}\n`;
}

describe('the report of', () => {
  test.each([
    ['a lone parent', 'fr', 'lone-parent.fr', lone],
    ['a retired couple', 'nl', 'retired.nl', retired],
  ] as const)('%s in %s has these headings, charts and tables', async (_, lang, name, assessment) => {
    await expect(outline(toHtml(assessment, belgium, { lang }))).toMatchFileSnapshot(`snapshots/outline.${name}.txt`);
  });
});

describe.each(LANGUAGES)('the page in %s', (lang) => {
  const html = toHtml(lone, belgium, { lang });
  const all = elements(html);

  test('is well formed and says its language', () => {
    expect(all.find(({ name }) => name === 'html')?.attributes).toEqual({ lang });
    expect(
      all
        .filter(({ name }) => name === 'title' || name === 'h1')
        .map(textOf)
        .slice(0, 2),
    ).toHaveLength(2);
  });

  test('has one first heading and skips no level', () => {
    const levels = all.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level, `heading ${at}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
  });

  test('uses each id once, and names what it points to', () => {
    const ids = all.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]));
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = all.flatMap(({ attributes }) => [
      ...(attributes['aria-labelledby'] ?? '').split(' '),
      (attributes['href'] ?? '').startsWith('#') ? attributes['href']!.slice(1) : '',
    ]);
    for (const id of pointed.filter((one) => one !== '')) expect(ids).toContain(id);
  });

  test('loads nothing and runs nothing', () => {
    expect(
      all.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'object', 'image', 'use'].includes(name)),
    ).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/);
    for (const { attributes } of all) {
      expect(Object.keys(attributes).filter((key) => key === 'src' || key === 'style' || key.startsWith('on'))).toEqual(
        [],
      );
      expect(attributes['href'] ?? '#').toMatch(/^(#|https?:)/);
    }
  });

  test('tells each chart in words and again as a table', () => {
    const charts = all.filter(({ name, attributes }) => name === 'svg' && attributes['role'] === 'img');
    expect(charts).toHaveLength(4);
    for (const chart of charts) {
      expect(
        elementsOf(chart)
          .filter(({ name }) => name === 'title' || name === 'desc')
          .map(textOf)
          .every((words) => words !== ''),
      ).toBe(true);
    }
    const figures = all.filter(({ name }) => name === 'figure');
    for (const figure of figures) expect(elementsOf(figure).filter(({ name }) => name === 'table')).toHaveLength(1);
  });

  test('has every chart bar and every line of the budget', () => {
    const text = textOf(parseMarkup(html));
    for (const line of lone.needs.lines) expect(text).toContain(line.id);
    expect(text).toContain(lone.pack.digest);
    expect(text).toContain(lone.seal);
  });
});

test('says over and under in words, not by colour alone', () => {
  const [food, ...others] = anna.needs.lines;
  const lines = [{ ...food!, paid: '150.00', need: '150.00', basis: 'bill' as const }, ...others];
  const html = toHtml({ ...anna, needs: { ...anna.needs, lines } }, isle, { lang: 'en' });
  expect(html).toContain('▼ €49.38 less');
  expect(html).toContain('▲ €40.00 more');
});

test('needs neither trace, levers, aid nor input', () => {
  const bare = { ...without(anna, 'trace', 'levers', 'aid'), input: null, policy: null };
  for (const lang of LANGUAGES) expect(() => parseMarkup(toHtml(bare, isle, { lang }))).not.toThrow();
  expect(toHtml(bare, isle, { lang: 'en' })).toContain('€1,063.95');
});

test('the same assessment gives the same bytes', () => {
  expect(toHtml(retired, belgium, { lang: 'nl' })).toBe(
    toHtml(example('retired-owners-flanders'), belgium, { lang: 'nl' }),
  );
});
