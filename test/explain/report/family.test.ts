import { describe, expect, test } from 'vitest';
import { LANGUAGES, toHtml, toMarkdown } from '../../../src/explain/index.js';
import { assessment as anna, pack as isle } from '../../fixtures/isle.js';
import { belgium, example } from './examples.js';
import { parseMarkup, textOf } from './markup.js';

const lone = example('lone-parent-wallonia');

describe.each(LANGUAGES)('the sheet for the family in %s', (lang) => {
  const html = toHtml(lone, belgium, { lang, sheet: 'family' });
  const text = textOf(parseMarkup(html));

  test('has no ids: of persons, of lines, of facts', () => {
    for (const { id } of lone.input?.['persons'] as { id: string }[])
      expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${id}(?!\\p{L})`, 'u'));
    for (const { id } of lone.needs.lines) expect(text).not.toContain(id.replace(/@.*/, ''));
    for (const { name } of lone.assumptions) expect(text).not.toContain(name.replace(/@.*/, ''));
    expect(text).not.toContain('.yaml');
  });
});

test('tells two children of one age apart by their order', () => {
  const twins = example('lone-parent-wallonia');
  const persons = (twins.input?.['persons'] as Record<string, unknown>[]).map((one) =>
    one['role'] === 'child' ? { ...one, born: '2020-02-11' } : one,
  );
  const text = toMarkdown(
    { ...twins, trace: { ...twins.trace!, nodes: [] }, input: { ...twins.input, persons } },
    belgium,
    { lang: 'en', sheet: 'family' },
  );
  expect(text).toContain('(first child of 6)');
  expect(text).toContain('(second child of 6)');
  expect(text).toContain('(adult of 34)');
});

test('tells why a line is less than the things in it: prices are of today, and half the days are spent elsewhere', () => {
  const text = toMarkdown(lone, belgium, { lang: 'en', sheet: 'family' });
  const behind = (line: string): string => text.split(`**${line}**`)[1]!.split('\n\n**')[0]!;
  expect(behind('Swimming, every two weeks (child of 6)')).toContain('| a month, at today’s prices |');
  expect(behind('Swimming, every two weeks (child of 6)')).toContain('For the days at home: 50% of the time.');
  expect(behind('Swimming, every two weeks (adult of 34)')).not.toContain('For the days at home');
});

const override = {
  target: 'food.daily@anna',
  computed: '199.38',
  is: '150.05',
  reason: 'drinks again',
  by: 'J. Janssens',
};
const judged = { ...anna, overrides: [override], input: { ...anna.input, about: { note: 'was aggressive' } } };

describe('what a worker wrote', () => {
  test('never stands on the sheet for the family', () => {
    for (const text of [
      toHtml(judged, isle, { lang: 'en', sheet: 'family' }),
      toMarkdown(judged, isle, { lang: 'en', sheet: 'family' }),
    ]) {
      expect(text).toContain('€150.05');
      for (const word of ['drinks', 'Janssens', 'aggressive']) expect(text).not.toContain(word);
    }
  });

  test('stands on the sheet for the file, beside what was computed', () => {
    const text = toMarkdown(judged, isle, { lang: 'en', sheet: 'file' });
    expect(text).toContain('| Daily food (anna) | €150.05 | €199.38 | J. Janssens | drinks again |');
    expect(text).toContain('was aggressive');
  });
});
