import { describe, expect, test } from 'vitest';
import { toHtml, toMarkdown, why } from '../../../src/explain/index.js';
import type { Assessment } from '../../../src/assessment/document.js';
import type { Pack } from '../../../src/model/pack.js';
import { assessment as anna, pack as isle } from '../../fixtures/isle.js';
import { elementsOf, parseMarkup, textOf } from './markup.js';

const PAYLOADS = {
  markup: `<script>alert(1)</script><img src=x onerror=alert(1)>"'><svg/onload=alert(1)>&lt;b&gt;</style><!--`,
  attribute: `" onclick="alert(1)" x='y`,
  markdown: '](https://evil.example) ![x](y) | **bold** `code` <b>x</b> # [a]: b\n\n# heading\n- item',
  long: 'x'.repeat(20_000),
  rightToLeft: 'שלום עולם مرحبا',
  turning: '\u202egnp.exe\u202c \u2066\u2067\u200f\u061c',
  control: 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f\ud800g',
};

/** A text of a worker, of the household and of the pack each hold the payload. */
function poisoned(payload: string): { assessment: Assessment; pack: Pack } {
  const override = { target: 'food.daily@anna', computed: '199.38', is: '150.05', reason: payload, by: payload };
  const [line, ...lines] = anna.needs.lines;
  const input = { ...anna.input, about: { [payload]: payload, case: payload } };
  const warning = { code: payload, names: [payload], path: [] };
  const assessment = {
    ...anna,
    input,
    overrides: [override],
    warnings: [warning],
    needs: { ...anna.needs, lines: [{ ...line!, id: `food.daily@${payload}` }, ...lines] },
  };
  const en = isle.texts['en'] ?? {};
  const texts = {
    en: { ...en, food: { label: payload }, 'food.daily': { label: payload }, 'food.diet': { because: payload } },
  };
  const sources = isle.model.sources.map((source) => ({ ...source, title: payload, url: `javascript:${payload}` }));
  return { assessment, pack: { ...isle, texts, model: { ...isle.model, sources } } };
}

describe.each(Object.entries(PAYLOADS))('hostile text: %s', (_, payload) => {
  const { assessment, pack } = poisoned(payload);
  const html = toHtml(assessment, pack, { lang: 'en' });
  const page = parseMarkup(html);

  test('makes no element and no attribute', () => {
    const names = new Set(elementsOf(page).map(({ name }) => name));
    for (const name of ['script', 'img', 'b']) expect(names).not.toContain(name);
    const keys = new Set(elementsOf(page).flatMap(({ attributes }) => Object.keys(attributes)));
    for (const key of ['onclick', 'onload', 'onerror', 'src']) expect(keys).not.toContain(key);
    expect(html).not.toContain('href="javascript:');
  });

  test('leaves no sign that controls or turns the page', () => {
    for (const text of [html, toMarkdown(assessment, pack, { lang: 'en' })])
      expect(text.replaceAll('\n', '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
      );
  });

  test('breaks no table of the Markdown', () => {
    const lines = toMarkdown(assessment, pack, { lang: 'en' }).split('\n');
    let width: number | null = null;
    for (const line of lines) {
      const cells = line.startsWith('|') ? line.replaceAll(/\\[\\|]/g, '').split('|').length : null;
      if (cells !== null && width !== null) expect(cells).toBe(width);
      width = cells;
    }
  });
});

describe.each(Object.entries(PAYLOADS))('hostile text in an argument: %s', (_, payload) => {
  const { assessment, pack } = poisoned(payload);
  const argument = why(pack, assessment, 'need');

  test.each([false, true])('makes no element and no sign that controls the page (derivation: %s)', (full) => {
    const [html, markdown] = [toHtml, toMarkdown].map((set) => set(argument, pack, { lang: 'en', full })) as [
      string,
      string,
    ];
    const names = new Set(elementsOf(parseMarkup(html)).map(({ name }) => name));
    for (const name of ['script', 'img', 'b']) expect(names).not.toContain(name);
    expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|^# heading|^- item/m);
    for (const text of [html, markdown])
      expect(text.replaceAll('\n', '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
      );
  });
});

test('is shown letter by letter', () => {
  const { assessment, pack } = poisoned(PAYLOADS.markup);
  expect(textOf(parseMarkup(toHtml(assessment, pack, { lang: 'en' })))).toContain(PAYLOADS.markup);
});

test('Markdown has no element, link or heading of theirs', () => {
  const { assessment, pack } = poisoned(`${PAYLOADS.markup} ${PAYLOADS.markdown}`);
  const text = toMarkdown(assessment, pack, { lang: 'en' });
  expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|^# heading|^- item/m);
});

test('text from right to left stands in an element of its own direction', () => {
  const { assessment, pack } = poisoned(PAYLOADS.rightToLeft);
  const html = toHtml(assessment, pack, { lang: 'en' });
  expect(html).toContain(`<bdi>${PAYLOADS.rightToLeft}</bdi>`);
});
