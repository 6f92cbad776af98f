import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANNA, fileWith, ISLE, refbudget } from './run.js';

const anna = readFileSync(ANNA, 'utf8');
const LONE_PARENT = 'examples/households/lone-parent-wallonia.yaml';

describe('compare', () => {
  test('says from where the month is, unless the households say it', async () => {
    const said = await refbudget('compare', ANNA, ANNA, ...ISLE);
    expect([said.exit, said.notes]).toEqual([0, '']);
    const asked = await refbudget('compare', ANNA, ANNA, ...ISLE, '--month', '2024-05');
    expect([asked.exit, asked.notes]).toEqual([0, 'The month is taken from --month: 2024-05.\n']);
  });

  test('two files: what moved and because of what', async () => {
    const richer = fileWith(anna.replace('amount: 700 }', 'amount: 750 }'));
    const { exit, out } = await refbudget('compare', ANNA, richer, ...ISLE, '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toMatch(/Wage \(anna\): €700\.00 → €750\.00 +\+€50\.00/);
  });

  test('one file at two months, under two policies, with the same pack twice', async () => {
    const months = await refbudget('compare', ANNA, ...ISLE, '--months', '2024-01,2024-12', '--lang', 'en');
    expect(months.out).toContain('January 2024 → December 2024');
    const policies = await refbudget('compare', ANNA, ...ISLE, '--policies', 'none,town', '--format', 'json');
    const { balance, aid } = JSON.parse(policies.out) as {
      balance: { change: string };
      aid: { pays: { left: string } };
    };
    expect(balance.change).toBe('0.00');
    expect(aid.pays.left).toBe('0.00');
    const packs = await refbudget('compare', ANNA, '--root', 'test/packs/isle', '--packs', 'isle,isle', '--lang', 'en');
    expect(packs.out).toContain('No line changed.');
  });

  test('two documents, computed again by the reference evaluator', async () => {
    const written = async (text: string): Promise<string> =>
      fileWith((await refbudget('assess', fileWith(text), ...ISLE, '--format', 'json')).out, 'json');
    const before = await written(anna);
    const after = await written(anna.replace('rent: 640', 'rent: 600'));
    const { exit, out } = await refbudget('compare', before, after, ...ISLE, '--lang', 'en', '--format', 'markdown');
    expect(exit).toBe(0);
    expect(out).toContain('| **Rent: €640.00 → €600.00** |  |  | **+€40.00** |');

    const changed = fileWith(readFileSync(after, 'utf8').replace('"need": "600.00"', '"need": "500.00"'), 'json');
    expect(await refbudget('compare', before, changed, ...ISLE)).toMatchObject({ exit: 1, out: '' });
    const other = await refbudget('compare', before, LONE_PARENT, '--lang', 'en');
    expect(other.exit).toBe(1);
    expect(other.notes).toContain('other-pack');
    expect(other.notes).toContain('--pack and --root');
    const older = fileWith(
      readFileSync(before, 'utf8').replace('refbudget.assessment/1', 'refbudget.assessment/0'),
      'json',
    );
    expect((await refbudget('compare', older, after, ...ISLE)).notes).toContain('other-format');
  });

  test('documents that somebody changed are refused, whatever is missing in them', async () => {
    const whole = await refbudget('assess', ANNA, ...ISLE, '--format', 'json');
    const without = await refbudget('assess', ANNA, ...ISLE, '--format', 'json', '--no-input');
    const changed = (text: string, change: object): string =>
      fileWith(JSON.stringify({ ...(JSON.parse(text) as object), ...change }), 'json');
    for (const [text, change] of [
      [whole.out, { pack: null }],
      [whole.out, { input: 'anna' }],
      [whole.out, { trace: [] }],
      [without.out, { needs: null }],
      [without.out, { seal: undefined }],
    ] as const) {
      const file = changed(text, change);
      const { exit, out, notes } = await refbudget('compare', file, file, ...ISLE);
      expect({ change, exit, out, ours: notes.includes('internal') }).toEqual({
        change,
        exit: 1,
        out: '',
        ours: false,
      });
    }
    const as = fileWith(without.out, 'json');
    expect((await refbudget('compare', as, as, ...ISLE)).exit).toBe(0);
  });

  test('of documents alone, whose month and policy are settled, no other is taken', async () => {
    const document = fileWith((await refbudget('assess', ANNA, ...ISLE, '--format', 'json')).out, 'json');
    for (const options of [
      [document, '--months', '2024-01,2024-12'],
      [document, '--policies', 'none,town'],
      [document, document, '--month', '2024-01'],
      [document, document, '--policy', 'town'],
    ]) {
      const { exit, out, notes } = await refbudget('compare', ...options, ...ISLE);
      expect([exit, out]).toEqual([2, '']);
      expect(notes).toContain('says nothing about what is assessed already');
    }
    const mixed = await refbudget('compare', document, ANNA, ...ISLE, '--month', '2024-12', '--lang', 'en');
    expect(mixed.exit).toBe(0);
  });

  test.each([
    [[], 'compare with what?'],
    [['--months', '2024-01'], 'is no pair'],
    [['--months', '2024-01,2024-13'], 'is no month'],
    [['--months', '2024-01,2031-01'], 'outside what pack "isle" covers'],
    [['--months', '2024-01,2024-02', '--policies', 'none,town'], 'one difference at a time'],
    [['--policies', 'none,tovn'], 'Did you mean "town"?'],
    [['--months', '2024-01,2024-02', '--lines', '--format', 'html'], 'html has every line'],
  ])('with %j is refused', async (options, message) => {
    const { exit, out, notes } = await refbudget('compare', ANNA, ...ISLE, ...options);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(notes).toContain(message);
  });
});

describe('assess, trying something else', () => {
  test('what a change would do', async () => {
    const { exit, out } = await refbudget(
      'assess',
      ANNA,
      ...ISLE,
      '--lang',
      'en',
      '--what-if',
      'dwelling.social-tariff=yes',
      '--what-if',
      'bill.rent=600',
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/Rent: €640\.00 → €600\.00 +\+€40\.00/);
    expect(out).toMatch(/Balance .*\+€110\.67/);
  });

  test('how much of an income is enough, and month by month', async () => {
    const income = await refbudget('assess', ANNA, ...ISLE, '--income', 'wage@anna', '--format', 'json');
    const { needed } = JSON.parse(income.out) as { needed: { stays: string; balance: string } };
    expect(needed.balance).toBe('0.00');
    const changed = await refbudget(
      'assess',
      ANNA,
      ...ISLE,
      '--what-if',
      `income.wage@anna=${needed.stays}`,
      '--format',
      'json',
    );
    const { comparison } = JSON.parse(changed.out) as { comparison: { balance: { right: string } } };
    expect(comparison.balance.right).toBe('0.00');
    const series = await refbudget('assess', ANNA, ...ISLE, '--months', '2024-01..2024-03', '--lang', 'en');
    expect(series.out).toMatch(/January 2024[^]*March 2024/);
  });

  test('an income and months as pages of their own', async () => {
    const income = await refbudget('assess', ANNA, ...ISLE, '--income', 'wage@anna', '--format', 'html');
    expect([income.exit, income.out.startsWith('<!doctype html>')]).toEqual([0, true]);
    expect(income.out).toContain('class="chart plot"');
    const months = await refbudget('assess', ANNA, ...ISLE, '--months', '2024-01..2024-03', '--format', 'html');
    expect([months.exit, months.out.startsWith('<!doctype html>')]).toEqual([0, true]);
    expect(months.out).toContain('class="small-line"');
    const tried = await refbudget('assess', ANNA, ...ISLE, '--what-if', 'bill.rent=1', '--format', 'html');
    expect([tried.exit, tried.out.startsWith('<!doctype html>')]).toEqual([0, true]);
    const both = await refbudget('compare', ANNA, ...ISLE, '--months', '2024-01,2024-06', '--format', 'html');
    expect([both.exit, both.out.startsWith('<!doctype html>')]).toEqual([0, true]);
  });

  test.each([
    [['--what-if', 'dwelling.social-tarif=yes'], 2, 'Did you mean "dwelling.social-tariff"?'],
    [['--what-if', 'person.diet@tim=yes'], 2, 'Did you mean "tom"?'],
    [['--what-if', 'person.diet@tom=perhaps'], 2, 'is not one of the answers'],
    [['--income', 'wage@nobody'], 2, 'no member has the id "nobody"'],
    [['--months', '2024-03..2024-01'], 2, 'run backwards'],
    [['--months', '2024-01..2031-01'], 2, 'outside what pack "isle" covers'],
    [['--months', '2024-01'], 2, 'is no span of months'],
    [['--months', '2024-01..2024-02', '--income', 'wage@anna'], 2, 'one at a time'],
    [['--months', '2024-01..2024-02', '--sheet', 'file'], 2, '--sheet says nothing about --months'],
    [['--income', 'wage@anna', '--lines'], 2, '--lines says nothing about --income'],
    [['--lines', '--format', 'html'], 2, '--lines unfolds the text; html has every line'],
    [['--what-if', 'bill.rent=1', '--lines', '--format', 'html'], 2, 'html has every line'],
    [['--trace', 'full'], 2, '--trace says nothing about the text'],
    [['--income', 'wage@anna', '--no-input'], 2, '--no-input says nothing about --income'],
    [['--months', '2024-01..2024-02', '--month', '2024-03'], 2, '--months already says which months'],
    [['--sheet', 'file'], 2, '--sheet chooses a sheet of the report, not of text'],
  ])('with %j is refused', async (options, exit, message) => {
    const found = await refbudget('assess', ANNA, ...ISLE, ...options);
    expect(found.notes).toContain(message);
    expect(found.exit).toBe(exit);
    expect(found.out).toBe('');
  });
});
