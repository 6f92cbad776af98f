import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, toHtml, why, whyNot } from '../../../src/explain/index.js';
import { CHROMIUM, CHROMIUM_FLAGS } from '../../fixtures/chromium.js';
import { assessment as anna, pack as isle } from '../../fixtures/isle.js';
import { belgium, example } from './examples.js';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const UNFOLD = 'document.querySelectorAll("details").forEach((one) => { one.open = true; })';
const RUN =
  'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))';
const lone = example('lone-parent-wallonia');

describe.skipIf(CHROMIUM === undefined)('the report in Chromium (SKIPPED where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: [...CHROMIUM_FLAGS] });
  });
  afterAll(() => browser.close());

  /** A page with the report; what it asks of the network is noted. */
  async function open(
    html: string,
    options: { width: number; dark?: boolean },
  ): Promise<{ page: Page; asked: string[] }> {
    const context = await browser.newContext({
      viewport: { width: options.width, height: 900 },
      colorScheme: options.dark === true ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    return { page, asked };
  }

  /** What axe finds with everything unfolded: the rule and the first element. */
  async function violations(html: string, dark: boolean): Promise<unknown> {
    const { page } = await open(html, { width: 1100, dark });
    await page.evaluate(UNFOLD);
    await page.evaluate(axe);
    const found = await page.evaluate(RUN);
    await page.context().close();
    return found;
  }

  // The words differ from language to language; the dark colours are the same.
  test.each([...LANGUAGES.map((lang) => [lang, false] as const), ['fr', true] as const])(
    'axe finds nothing in %s (dark: %s), in a small pack with every kind of block',
    async (lang, dark) => {
      expect(await violations(toHtml(anna, isle, { lang }), dark)).toEqual([]);
    },
  );

  test.each(['family', 'file'] as const)(
    'axe finds nothing on the sheet of a real household for the %s',
    async (sheet) => {
      expect(await violations(toHtml(lone, belgium, { lang: 'fr', sheet }), false)).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['why', why(belgium, lone, 'need'), false],
    ['the derivation', why(belgium, lone, 'food.daily'), true],
    ['why not', whyNot(belgium, lone, 'mobility.bus'), false],
  ] as const)(
    'axe finds nothing on the page that tells %s, which asks nothing of the network and fits a phone',
    async (_, argument, full) => {
      const html = toHtml(argument, belgium, { lang: 'nl', full });
      expect(await violations(html, false)).toEqual([]);
      const { page, asked } = await open(html, { width: 390 });
      await page.evaluate(UNFOLD);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
      await page.context().close();
    },
  );

  test.each(LANGUAGES)('asks nothing of the network and fits a phone in %s', async (lang) => {
    const { page, asked } = await open(toHtml(lone, belgium, { lang }), { width: 390 });
    await page.evaluate(UNFOLD);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
    await page.context().close();
  });

  test.each(['lone-parent-wallonia', 'retired-owners-flanders', 'jobseeker-brussels'])(
    'the sheet of the family of %s takes four pages of paper',
    async (name) => {
      const html = toHtml(example(name), belgium, { lang: 'nl', sheet: 'family' });
      const { page } = await open(html, { width: 1000 });
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)).toHaveLength(4);
      await page.context().close();
    },
  );

  test('on paper the three groups of the month stand side by side, and below each other where a basket is unfolded', async () => {
    const { page } = await open(toHtml(lone, belgium, { lang: 'fr', sheet: 'family' }), { width: 744 });
    await page.emulateMedia({ media: 'print' });
    const tops = '[...document.querySelectorAll("#family .plan .part")].slice(0, 3).map((one) => one.offsetTop)';
    expect(new Set(await page.evaluate<number[]>(tops)).size).toBe(1);
    await page.evaluate('document.querySelector("#family .plan details").open = true');
    expect(new Set(await page.evaluate<number[]>(tops)).size).toBe(3);
    await page.context().close();
  });
});
