import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANNA, fileWith, ISLE, refbudget } from './run.js';

describe('refbudget assess', () => {
  test('prints the balance, and on stderr the month', async () => {
    const { exit, out, notes } = await refbudget(
      'assess',
      ANNA,
      ...ISLE,
      '--policy',
      'town',
      '--lang',
      'fr',
      '--lines',
    );
    expect([exit, notes]).toEqual([0, 'Le mois est celui du ménage\u00a0: 2024-06.\n']);
    await expect(out).toMatchFileSnapshot('snapshots/assess.anna.fr.txt');
  });

  test('as JSON gives the worked example, digests and seal aside', async () => {
    const { exit, out } = await refbudget('assess', ANNA, ...ISLE, '--policy', 'town', '--format', 'json');
    expect(exit).toBe(0);
    const plain = (text: string): unknown => JSON.parse(text.replace(/"sha256:[^"]*"/g, '"sha256:…"'));
    expect(plain(out)).toEqual(plain(readFileSync('test/packs/isle/expected/assessment.json', 'utf8')));
    expect(out.endsWith('\n')).toBe(true);
  });

  test('takes the month from --month before the household', async () => {
    const { out, notes } = await refbudget('assess', ANNA, ...ISLE, '--month', '2024-03', '--lang', 'en');
    expect(out).toContain('Reference budget for March 2024');
    expect(notes).toBe('The month is taken from --month: 2024-03.\n');
  });

  test('says in the text which answers are not asked here, without a policy too', async () => {
    const file = fileWith(
      '{ month: 2024-06, persons: [{ role: head, age: 44, school: primary }], dwelling: { region: wallonia } }',
    );
    const { out } = await refbudget('assess', file, '--lang', 'en');
    expect(out).toContain('School or studies (p1): this was said, but is not asked here');
  });

  test('takes a month outside the pack for a wrong option only where it was one', async () => {
    const file = fileWith('{ month: 2031-01, persons: [{ id: anna, role: head, age: 34 }] }');
    const [inside, asked] = [[], ['--month', '2031-01']].map((option) => refbudget('assess', file, ...ISLE, ...option));
    expect([(await inside!).exit, (await asked!).exit]).toEqual([1, 2]);
    expect((await inside!).notes).toContain(`${file}:1:`);
  });

  test('without input or sensitive facts says how such a document is verified', async () => {
    const { out, notes } = await refbudget('assess', ANNA, ...ISLE, '--format', 'json', '--redact', '--no-input');
    expect(JSON.parse(out)).toMatchObject({ input: null });
    expect(JSON.stringify(JSON.parse(out))).not.toContain(
      '"id":"fact/person.diet@anna","kind":"fact","origin":"given","value":"no"',
    );
    expect(notes).toContain('verify FILE.json --household FILE');
  });
});

describe('the report', () => {
  const report = (...args: readonly string[]): ReturnType<typeof refbudget> =>
    refbudget('assess', ANNA, ...ISLE, '--lang', 'en', ...args);

  test('as HTML has both sheets, with what is behind each line', async () => {
    const { exit, out, notes } = await report('--format', 'html');
    expect([exit, notes]).toEqual([0, 'The month is taken from the household: 2024-06.\n']);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    for (const words of ['For the family', 'For the file', 'food.daily@anna', 'Price survey of the isle'])
      expect(out).toContain(words);
  });

  test('as Markdown has one sheet when one is asked for', async () => {
    const { out } = await report('--format', 'markdown', '--sheet', 'family');
    expect(out).toMatch(/^# Reference budget for June 2024\n\n## For the family\n/);
    expect(out).not.toContain('For the file');
  });

  test('of the file leaves out what was said, on request', async () => {
    const { out } = await report('--format', 'html', '--sheet', 'file', '--no-input');
    expect(out).not.toContain('head of the household');
  });
});

describe('a household that is wrong', async () => {
  const wrong = `month: 2024-06
persons:
  - { id: anna, role: head, agee: 34 }
  - { id: tom, role: child, age: 130, diet: true }
`;

  test('is told with every mistake, place, pointer and hint; stdout is empty', async () => {
    const file = fileWith(wrong);
    const { exit, out, notes } = await refbudget('assess', file, ...ISLE);
    expect([exit, out]).toEqual([1, '']);
    expect(notes).toContain(`error[unknown-key] ${file}:3:29`);
    expect(notes).toContain(`error[age-range] ${file}:4:34`);
    expect(notes).toContain(`error[boolean] ${file}:4:45`);
    expect(notes).toContain('    3 |   - { id: anna, role: head, agee: 34 }\n      |                             ^\n');
    expect(notes).toContain('hint: Did you mean "age"?');
    expect(notes).toContain('hint: Write "yes", "no" or "unknown".');
  });
});

describe('an option that is wrong', () => {
  test.each([
    [['assess', 'nowhere.yaml', ...ISLE], 'not-found'],
    [['assess', ANNA, ...ISLE, '--month', 'june'], 'bad-option'],
    [['assess', ANNA, ...ISLE, '--month', '2031-01'], 'outside-covers'],
    [['assess', ANNA, ...ISLE, '--policy', 'twon'], 'unknown-option'],
    [['assess', ANNA, ...ISLE, '--lang', 'xx'], 'bad-option'],
    [['assess', ANNA, ...ISLE, '--format', 'pdf'], 'bad-option'],
    [['assess', ANNA, ...ISLE, '--format', 'html', '--sheet', 'me'], 'bad-option'],
    [['assess', ANNA, '--root', 'test/packs/isle', '--pack', '../isle'], 'outside-root'],
    [['assess', ANNA, '--root', 'nowhere'], 'not-found'],
  ])('%s exits with 2, says why, and leaves stdout empty', async (args, code) => {
    const { exit, out, notes } = await refbudget(...args);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain(`error[${code}]`);
  });

  test('or misspelt is told by name', async () => {
    const { exit, out, notes } = await refbudget('assess', ANNA, '--polcy', 'town');
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('Did you mean --policy?');
  });
});
