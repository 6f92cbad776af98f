import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ANNA, fileWith, ISLE, refbudget } from './run.js';

/** A copy of the isle whose rules end with some more text. */
function isleWith(more: string): string {
  const root = mkdtempSync(join(tmpdir(), 'isle-'));
  cpSync('test/packs/isle', root, { recursive: true });
  const file = join(root, 'rules/isle/pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8') + more);
  return root;
}

describe('refbudget explain', () => {
  test('derives a line down to its sources and places', async () => {
    const { exit, out } = await refbudget('explain', ANNA, 'food.daily@tom', ...ISLE, '--lang', 'fr');
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot('snapshots/explain.food.fr.txt');
  });

  test('with --why-not says what stands in the way', async () => {
    const { exit, out } = await refbudget('explain', ANNA, 'clothing.adult@tom', ...ISLE, '--why-not', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('11 years too little');
  });

  test.each(['text', 'markdown', 'html'])('tells the derivation as %s', async (format) => {
    const { exit, out } = await refbudget('explain', ANNA, 'food.daily@tom', ...ISLE, '--full', '--format', format);
    expect(exit).toBe(0);
    expect(out.replace(/\\/g, '')).toContain('[person.age@tom]');
  });

  test.each(['explain', 'assess', 'ask'])(
    'and %s say in one error that a document is no household',
    async (command) => {
      const file = fileWith((await refbudget('assess', ANNA, ...ISLE, '--format', 'json')).out, 'json');
      const name = command === 'explain' ? ['balance'] : [];
      const { exit, out, notes } = await refbudget(command, file, ...name, ...ISLE);
      expect([exit, out]).toEqual([1, '']);
      expect(notes.match(/^error/gm)).toHaveLength(1);
      expect(notes).toContain('error[document-given]');
    },
  );

  test('of aid without a policy names the policies', async () => {
    const { exit, out, notes } = await refbudget('explain', ANNA, 'aid', ...ISLE);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('Choose one with --policy: town.');
  });

  test('of an unknown name exits with 2 and says what is near', async () => {
    const { exit, out, notes } = await refbudget('explain', ANNA, 'food.dayly', ...ISLE);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('Did you mean "food.daily"');
  });
});

describe('refbudget verify', async () => {
  let written = '';
  beforeAll(async () => {
    written = (await refbudget('assess', ANNA, ...ISLE, '--policy', 'town', '--format', 'json')).out;
  });

  test('finds nothing wrong with a document as it was written', async () => {
    const { exit, notes } = await refbudget('verify', fileWith(written, 'json'), ...ISLE);
    expect([exit, notes]).toEqual([0, '']);
  });

  test('finds a changed cent', async () => {
    const { exit, out } = await refbudget('verify', fileWith(written.replace('199.38', '199.39'), 'json'), ...ISLE);
    expect([exit, out]).toEqual([1, '']);
  });

  test('needs the household where the document leaves it out', async () => {
    const file = fileWith((await refbudget('assess', ANNA, ...ISLE, '--format', 'json', '--no-input')).out, 'json');
    expect((await refbudget('verify', file, ...ISLE)).exit).not.toBe(0);
    expect((await refbudget('verify', file, ...ISLE, '--household', ANNA)).exit).toBe(0);
  });

  test.each([
    ['no JSON', '{', 1],
    ['another document', '{"format":"letter/1"}', 1],
  ])('refuses %s', async (_, text, code) => {
    const { exit, out, notes } = await refbudget('verify', fileWith(text, 'json'), ...ISLE);
    expect([exit, out]).toEqual([code, '']);
    expect(notes).toMatch(/^error\[/);
  });
});

describe('refbudget check', () => {
  test('finds nothing wrong with the isle', async () => {
    const { exit, out } = await refbudget('check', ...ISLE);
    expect(exit).toBe(0);
    expect(out).toContain('isle 1.0.0');
  });

  test('shows a misspelt key with its line, a pointer and the nearest word', async () => {
    const { exit, out, notes } = await refbudget('check', '--root', isleWith('\nparametres: { a: { values: 1 } }\n'));
    expect([exit, out]).toEqual([1, '']);
    expect(notes).toMatch(/error\[[a-z-]+\] rules\/isle\/pack\.yaml:\d+:1/);
    expect(notes).toContain('parameters');
  });

  test('with a link that leads out exits with 2', async () => {
    const root = isleWith('');
    symlinkSync('/etc/hostname', join(root, 'rules/isle/out.yaml'));
    const { exit, out, notes } = await refbudget('check', '--root', root);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('error[outside-root]');
  });
});

describe('refbudget test', () => {
  const scenario = (need: string): string => `
scenarios:
  anna:
    month: 2024-06
    household: { persons: [{ id: anna, role: head, age: 34, diet: no }], incomes: [{ of: anna, kind: wage, amount: 700 }] }
    expect: { income.month: 700, ${need}, fired: [clothing.adult], not-fired: [food.together], open: [] }
  prices: { values: [[2024-01, round(cpi.all; 0.1), 130.1]] }
`;

  test('counts what passed', async () => {
    const { exit, out, notes } = await refbudget('test', '--root', isleWith(scenario('line.food.daily@anna: 209.88')));
    expect([exit, notes]).toEqual([0, '']);
    expect(out).toContain('6 passed, 0 failed, in 2 scenarios');
  });

  test('shows what failed, what was found and where it stands', async () => {
    const { exit, out, notes } = await refbudget('test', '--root', isleWith(scenario('line.food.daily@anna: 209.99')));
    expect([exit, out]).toEqual([1, '']);
    expect(notes).toMatch(/error\[scenario-failed\] rules\/isle\/pack\.yaml:\d+:\d+/);
    expect(notes).toContain('anna: line.food.daily@anna should be 209.99, and is 209.88');
  });
});

describe('refbudget schema', () => {
  test.each(['household', 'pack'])('of a %s is JSON', async (what) => {
    const { exit, out } = await refbudget('schema', what, ...ISLE);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'object' });
  });

  test('of anything else is a wrong option', async () => {
    expect((await refbudget('schema', 'moon')).exit).toBe(2);
  });

  test('asks in the language asked for, if the pack speaks it', async () => {
    expect((await refbudget('schema', '--lang', 'nl')).out).toContain('"title": "Huur"');
    expect((await refbudget('schema', '--lang', 'fr')).out).toContain('"title": "Loyer"');
    expect((await refbudget('schema', '--lang', 'sv')).notes).toContain('Choose fr, nl, de, en.');
    expect((await refbudget('schema', 'pack', '--lang', 'nl')).exit).toBe(2);
  });
});
