import { describe, expect, test } from 'vitest';
import { cells } from '../../src/explain/words/columns.js';
import { LANGUAGES, toText } from '../../src/explain/index.js';
import { assessment as anna, pack as isle, without } from '../fixtures/isle.js';

describe('the balance as text', () => {
  test.each(LANGUAGES)('in %s is as it was read aloud', async (lang) => {
    await expect(toText(anna, isle, { lang })).toMatchFileSnapshot(`snapshots/isle.${lang}.txt`);
  });

  test('unfolds its baskets into lines', async () => {
    await expect(toText(anna, isle, { lang: 'en', lines: true })).toMatchFileSnapshot('snapshots/isle.lines.en.txt');
  });

  test.each(LANGUAGES)('in %s fits into 80 columns', (lang) => {
    const lines = toText(anna, isle, { lang, lines: true }).split('\n');
    expect(lines.filter((line) => cells(line) > 80)).toEqual([]);
  });

  test('says how much of the need rests on assumptions, and that it decides nothing', () => {
    const text = toText(anna, isle, { lang: 'en' }).replace(/\s+/g, ' ');
    expect(text).toContain(
      'An illustration for a conversation, not a decision. 0.2% of this budget rests on assumptions.',
    );
  });

  test('needs neither trace, levers nor aid', () => {
    const text = toText({ ...without(anna, 'trace', 'levers', 'aid'), input: null, policy: null }, isle, {
      lang: 'en',
    });
    expect(text).toContain('€1,063.95');
    expect(text).not.toContain('WORTH LOOKING INTO');
    expect(text).not.toContain('anna:');
  });

  test('tells incomes that nobody said in one sentence, not as lines of 0', () => {
    const [wage, benefit] = anna.incomes.lines;
    if (wage === undefined || benefit === undefined) throw new Error('the example has two incomes');
    const open = { ...benefit, given: '0.00', counted: '0.00', open: true };
    const text = toText({ ...anna, incomes: { ...anna.incomes, lines: [wage, open] } }, isle, { lang: 'en' });
    expect(text).toContain('Nobody said yet, so counted as 0: Child benefit (tom).');
    expect(text).not.toMatch(/Child benefit \(tom\) +€0/);
  });

  test('shows a credit as subtracted and an optional line apart', () => {
    const [food, ...others] = anna.needs.lines;
    if (food === undefined) throw new Error('the example has lines');
    const lines = [
      { ...food, credit: true },
      ...others.map((line) => ({ ...line, optional: line.basket === 'clothing' })),
    ];
    const text = toText({ ...anna, needs: { ...anna.needs, lines } }, isle, { lang: 'en', lines: true });
    expect(text).toMatch(/Daily food \(anna\) +−€199\.38/);
    expect(text).toMatch(/Beside the needs, in no total\n +Clothes of an adult/);
  });

  test('says of a judgement by hand what was computed, why and by whom', () => {
    const override = { computed: '199.38', is: '150.05', reason: 'coeliac disease', by: 'social worker' };
    const text = toText({ ...anna, overrides: [{ target: 'food.daily@anna', ...override }] }, isle, { lang: 'en' });
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Daily food (anna): €150.05 in place of €199.38 (coeliac disease; social worker).',
    );
  });

  test('asks the same question of several persons once', () => {
    const [diet] = anna.open;
    if (diet === undefined) throw new Error('the example has an open question');
    const other = { ...diet, id: 'food.diet@anna', missing: ['person.diet@anna'] };
    const text = toText({ ...anna, open: [diet, other] }, isle, { lang: 'en' });
    expect(text).toContain('Is a special diet prescribed? (tom, anna) [person.diet]');
  });

  test('says what to check again', () => {
    const warnings = [
      { code: 'child-older', names: ['tom', 'anna'], path: ['persons', 1] },
      { code: 'bill-not-used', names: ['rent'], path: [] },
    ];
    const text = toText({ ...anna, warnings }, isle, { lang: 'en' });
    expect(text).toContain('tom is a child and not younger than anna.');
    expect(text).toContain('Rent: this bill is not used');
  });
});
