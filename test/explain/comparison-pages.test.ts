import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { compare } from '../../src/comparison/compare.js';
import { aidBesideWage } from '../../src/comparison/incomes/aid-beside-wage.js';
import { neededIncome } from '../../src/comparison/incomes/needed-income.js';
import { monthsBetween, series } from '../../src/comparison/series.js';
import { whatIf } from '../../src/comparison/what-if/what-if.js';
import { linesToTell } from '../../src/explain/comparison/by-name.js';
import { ticks } from '../../src/explain/comparison/ticks.js';
import {
  comparisonHtml,
  comparisonText,
  incomeHtml,
  LANGUAGES,
  seriesHtml,
  whatIfHtml,
} from '../../src/explain/index.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { readHousehold } from '../../src/node/read-household.js';
import { packOf } from '../fixtures/packs.js';
import { CHROMIUM, CHROMIUM_FLAGS } from '../fixtures/chromium.js';
import { elementsOf, parseMarkup, textOf, type Node } from './report/markup.js';

const harbour = packOf('harbour');
const file = readHousehold('test/packs/harbour/households/lone-parent.yaml');
if (!file.ok) throw new Error('the household cannot be read');
const parent = file.value.input as HouseholdInput;
const policy = harbour.model.policies[0]!.id;
const needed = neededIncome(harbour, parent, 'wage@ben', { upTo: '2500' });
const wage = aidBesideWage(harbour, parent, 'wage@ben', { policy });
const alone = aidBesideWage(harbour, parent, 'wage@ben');
const months = series(harbour, parent, monthsBetween('2024-07', '2025-06'), { policy });

const [before, after] = (['2024-08', '2025-02'] as const).map((month) =>
  assess(harbour, parent, { levers: 'none', trace: 'full', month, policy }),
);
const differences = compare(harbour, before!, after!);
const tried = whatIf(harbour, parent, ['dwelling.quay=north', 'bill.rent=unknown']);

const withClass = (page: Node, name: string): Node[] =>
  elementsOf(page).filter(({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));
const named = (page: Node, name: string): Node[] => elementsOf(page).filter((one) => one.name === name);
const places = (line: Node): number[][] =>
  line.attributes['points']!.split(' ').map((place) => place.split(',').map(Number));

describe.each(LANGUAGES)('in %s', (lang) => {
  const income = incomeHtml(needed, wage, harbour, { lang });
  const monthly = seriesHtml(months, harbour, { lang });
  const compared = comparisonHtml(differences, harbour, { lang });
  const changed = whatIfHtml(tried, harbour, { lang });

  test.each([
    ['income', income],
    ['months', monthly],
    ['two months', compared],
    ['a change', changed],
  ])('the page of %s says its language, loads nothing, has one first heading and each id once', (_, html) => {
    const page = parseMarkup(html);
    expect(named(page, 'html')[0]?.attributes).toEqual({ lang });
    expect(html).toContain("default-src 'none'".replaceAll("'", '&#39;'));
    expect(named(page, 'script')).toEqual([]);
    expect(named(page, 'h1')).toHaveLength(1);
    const ids = elementsOf(page).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the chart of an income has a name, what it shows in words, and every amount in its table', () => {
    const figure = named(parseMarkup(income), 'figure')[0]!;
    const svg = named(figure, 'svg')[0]!;
    const ids = svg.attributes['aria-labelledby']!.split(' ');
    const told = elementsOf(svg).filter(({ attributes }) => ids.includes(attributes['id'] ?? ''));
    expect(told.map(({ name }) => name)).toEqual(['title', 'desc']);
    for (const one of told) expect(textOf(one).length).toBeGreaterThan(10);
    expect(named(named(figure, 'tbody')[0]!, 'tr')).toHaveLength(wage.steps.length);
    expect(named(figure, 'details')[0]!.attributes).toHaveProperty('open');
  });
});

test('lines of a chart have a place for each amount; without a policy there is one line', () => {
  const lines = (html: string): Node[] => named(parseMarkup(html), 'polyline');
  const both = lines(incomeHtml(needed, wage, harbour, { lang: 'en' }));
  expect(both.map(({ attributes }) => attributes['class'])).toEqual(['curve aided', 'curve alone']);
  for (const line of both) expect(places(line)).toHaveLength(wage.steps.length);
  const one = lines(incomeHtml(needed, alone, harbour, { lang: 'en' }));
  expect(one.map(({ attributes }) => attributes['class'])).toEqual(['curve alone']);
});

test('the line crosses zero at the mark of the income that is enough', () => {
  const steps = [0, 1000, 2000].map((at) => ({ ...alone.steps[0]!, amount: `${at}.00`, balance: `${at - 1500}.00` }));
  const straight = { ...needed, stays: '1500.00', first: '1500.00', balance: '0.00' };
  const page = parseMarkup(incomeHtml(straight, { ...alone, steps }, harbour, { lang: 'en' }));
  const [mark] = withClass(page, 'mark');
  const [x, y] = [Number(mark!.attributes['cx']), Number(mark!.attributes['cy'])];
  const [, [x1, y1], [x2, y2]] = places(withClass(page, 'curve').find(({ name }) => name === 'polyline')!) as [
    number[],
    [number, number],
    [number, number],
  ];
  expect(x).toBeCloseTo((x1 + x2) / 2, 0);
  expect(y).toBeCloseTo((y1 + y2) / 2, 0);
  expect(Number(withClass(page, 'axis')[0]!.attributes['y1'])).toBeCloseTo(y, 0);
});

test.each(['0.00', '2600.00', null])('an income that is enough at %s has no mark', (stays) => {
  const page = parseMarkup(incomeHtml({ ...needed, stays }, wage, harbour, { lang: 'en' }));
  expect(withClass(page, 'mark')).toEqual([]);
});

test('months have a small line for each sum and each basket, and every number in a table', () => {
  const page = parseMarkup(seriesHtml(months, harbour, { lang: 'en' }));
  const baskets = new Set(months.months.flatMap((one) => Object.keys(one.baskets)));
  const lines = withClass(page, 'small-line');
  expect(lines).toHaveLength(3 + baskets.size);
  for (const line of lines) expect(places(named(line, 'polyline')[0]!)).toHaveLength(months.months.length);
  const cells = new Set(named(page, 'td').map(textOf));
  for (const { baskets: needs } of months.months)
    for (const need of Object.values(needs))
      expect([...cells].some((cell) => cell.replaceAll(',', '') === need)).toBe(true);
});

test('one month is drawn as well', () => {
  const one = { ...months, months: months.months.slice(0, 1) };
  expect(() => parseMarkup(seriesHtml(one, harbour, { lang: 'nl' }))).not.toThrow();
  expect(seriesHtml(one, harbour, { lang: 'nl' })).not.toContain('NaN');
});

test('a comparison tells each reason with its effect, and below it the lines it moved', () => {
  const page = parseMarkup(comparisonHtml(differences, harbour, { lang: 'en' }));
  const parts = withClass(page, 'part');
  expect(parts).toHaveLength(differences.groups.length);
  const effects = parts.map((part) =>
    withClass(part, 'number')
      .map(textOf)[0]!
      .replace(/[^\d.+−-]/g, ''),
  );
  expect(effects.map((effect) => Number(effect.replace('−', '-'))).sort()).toEqual(
    differences.groups.map(({ effect }) => Number(effect)).sort(),
  );
  const rowsOf = (part: Node): number => named(part, 'tr').length - named(part, 'thead').length;
  const lines = differences.groups.map((group) => linesToTell(group).length);
  expect(parts.map(rowsOf).sort()).toEqual(lines.sort());
  const folded = parts.filter((part) => named(part, 'details').length > 0);
  expect(folded).toHaveLength(lines.filter((count) => count > 6).length);
  expect(folded.length).toBeGreaterThan(0);
});

test('a page of what moved names no option of the command', () => {
  const line = harbour.model.needs[0]!.id;
  const held = [{ id: line, bill: 'rent', reference: { left: '1.00', right: '2.00' }, paid: '3.00' }];
  const page = textOf(parseMarkup(comparisonHtml({ ...differences, held }, harbour, { lang: 'en' })));
  expect(page).toContain('the reference goes from');
  expect(page).not.toContain('--');
  expect(comparisonText({ ...differences, held }, harbour, { lang: 'en' })).toContain('--what-if bill.rent=unknown');
});

test('reasons that work together are one title', () => {
  const [group] = differences.groups;
  const meal = { kind: 'fact', name: 'household.meal-plan', person: null, left: '1', right: '2' } as const;
  const both = { ...group!, causes: [{ ...meal, name: 'dwelling.quay' }, meal] };
  const html = comparisonHtml({ ...differences, groups: [both] }, harbour, { lang: 'en' });
  const part = withClass(parseMarkup(html), 'part');
  expect(part).toHaveLength(1);
  expect(textOf(named(part[0]!, 'h4')[0]!)).toContain('; and ');
});

test('what is tried stands above what it changes', () => {
  const page = parseMarkup(whatIfHtml(tried, harbour, { lang: 'en' }));
  expect(textOf(withClass(page, 'persons')[0]!)).toMatch(/north/i);
});

test('hostile words of a pack are shown as text on all pages', () => {
  const payload = `<script>alert(1)</script>"><svg/onload=alert(1)>\u202e`;
  const ids = ['wage', policy, ...harbour.model.pack.baskets];
  const texts = { en: { ...harbour.texts['en'], ...Object.fromEntries(ids.map((id) => [id, { label: payload }])) } };
  const poisoned = { ...harbour, texts };
  for (const html of [
    incomeHtml(needed, wage, poisoned, { lang: 'en' }),
    seriesHtml(months, poisoned, { lang: 'en' }),
    comparisonHtml(differences, poisoned, { lang: 'en' }),
  ]) {
    const page = parseMarkup(html);
    expect(textOf(page)).toContain(payload.replace('\u202e', '\ufffd'));
    expect(named(page, 'script')).toEqual([]);
    expect(elementsOf(page).filter(({ attributes }) => 'onload' in attributes)).toEqual([]);
    expect(html).not.toContain('\u202e');
  }
});

test.each([
  [[0, 2500], 5, [0, 500, 1000, 1500, 2000, 2500]],
  [[-1746.95, 753.05], 6, [-2000, -1500, -1000, -500, 0, 500, 1000]],
  [[0, 0], 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [[-30, -10], 4, [-30, -20, -10, 0]],
] as const)('ticks around %j are round numbers with zero among them', (values, most, expected) => {
  const found = ticks(values, most);
  expect(found).toHaveLength(expected.length);
  found.forEach((tick, at) => expect(tick).toBeCloseTo(expected[at]!, 9));
});

describe.skipIf(CHROMIUM === undefined)('in Chromium (SKIPPED where it is not installed)', () => {
  test('axe finds nothing on any page, and all fit a phone', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: [...CHROMIUM_FLAGS] });
    try {
      for (const html of [
        incomeHtml(needed, wage, harbour, { lang: 'fr' }),
        seriesHtml(months, harbour, { lang: 'fr' }),
        comparisonHtml(differences, harbour, { lang: 'fr' }),
        whatIfHtml(tried, harbour, { lang: 'fr' }),
      ]) {
        const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
        await page.setContent(html);
        await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
        const found = await page.evaluate(
          'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
        );
        expect(found).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
});
