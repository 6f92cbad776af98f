import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askCommand, type AskCommand } from '../../../src/cli/ask.js';
import { Refusal, type Outcome } from '../../../src/cli/outcome.js';
import { RefbudgetError } from '../../../src/model/diagnostic.js';
import { householdOf } from '../../../src/cli/read-household.js';
import { cells } from '../../../src/explain/words/columns.js';
import { ANSWERS, withTranscript } from './transcript.js';

const NEAR = 'This is near enough. Bills that nobody named count at their usual amount.';

const folder = mkdtempSync(join(tmpdir(), 'ask-'));
let count = 0;
const newFile = (): string => join(folder, `household-${count++}.yaml`);
const HALF = readFileSync('test/cli/ask/half-filled.yaml', 'utf8');

function halfFilled(): string {
  const file = newFile();
  writeFileSync(file, HALF);
  return file;
}

interface Talk {
  readonly outcome: Outcome;
  readonly shown: string[];
}

/** A conversation in this process; an answer may be something to do before the line is typed. */
async function talk(
  file: string,
  answers: readonly (string | ((shown: readonly string[]) => string))[],
  options: AskCommand = {},
): Promise<Talk> {
  const left = [...answers];
  const shown: string[] = [];
  const outcome = await askCommand(file, { lang: 'en', month: '2026-06', ...options }, () => ({
    write: (lines) => shown.push(...lines),
    answer: () => {
      const next = left.shift();
      return Promise.resolve(next === undefined ? null : typeof next === 'string' ? next : next(shown));
    },
    close: () => undefined,
  }));
  return { outcome, shown };
}

async function refusal(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof Refusal || error instanceof RefbudgetError) return error.diagnostics[0]!.code;
    throw error;
  }
  return 'nothing';
}

const incomeLists = (shown: readonly string[]): readonly string[] =>
  shown
    .join('\n')
    .split(/^What income does this person have /m)
    .slice(1);

const NEW = ['34', 'child', '6', '', '', 'wallonia', 'wage', '1 650,50', '', 'family-allowance', '201.72', '', ''];

describe('ask', () => {
  test('a new file begins with the persons, then what is required, incomes and the rent, each kept at once', async () => {
    const file = newFile();
    const { outcome } = await talk(file, [...NEW, 'private-rent', '690']);
    expect(outcome.exit).toBe(2);
    expect(householdOf(file).input).toEqual({
      month: '2026-06',
      persons: [
        { id: 'head', role: 'head', age: '34' },
        { id: 'child', role: 'child', age: '6' },
      ],
      dwelling: { region: 'wallonia', tenure: 'private-rent' },
      incomes: [
        { of: 'head', kind: 'wage', amount: '1650.50' },
        { of: 'child', kind: 'family-allowance', amount: '201.72' },
      ],
      bills: { rent: '690' },
    });
  });

  test('the band shrinks with each answer, until the sign is certain', async () => {
    const file = halfFilled();
    const { outcome, shown } = await talk(file, ANSWERS);
    expect(outcome.exit).toBe(0);
    const bands = shown
      .map((line) => /between (−?)€([\d,.]+) and (−?)€([\d,.]+)/.exec(line))
      .filter((match) => match !== null)
      .map(
        ([, a, lo, b, hi]) =>
          Number(`${b === '' ? '' : '-'}${hi!.replace(',', '')}`) -
          Number(`${a === '' ? '' : '-'}${lo!.replace(',', '')}`),
      );
    expect(bands.length).toBeGreaterThan(4);
    expect(bands).toEqual([...bands].sort((a, b) => b - a));
    expect(shown.join(' ')).toContain('This is certain: money is missing each month.');
  });

  test('comments and the order of a file stay, and an answer left out is not asked again', async () => {
    const file = halfFilled();
    await talk(file, ['private-rent', '690', '', '']);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# Filled in at the counter, continued at home.');
    expect(text).toContain('# net, as they come in');
    expect(text).toContain('social-tariff: unknown');
    expect(text.indexOf('persons:')).toBeLessThan(text.indexOf('incomes:'));
    const again = await talk(file, ['', '']);
    expect(again.shown.join('\n')).not.toContain('Is the social tariff');
  });

  test('what was answered before Ctrl-C is kept, and the next conversation goes on there', async () => {
    const file = newFile();
    await talk(file, NEW.slice(0, 8));
    expect(readFileSync(file, 'utf8')).toContain('incomes-complete: no');
    const { shown } = await talk(file, ['']);
    expect(shown.join('\n')).toContain('already noted: Net wage');
    expect(shown.join('\n')).not.toContain('How old');
  });

  test('who goes on sees the list of incomes first, with what is noted and how much, under the numbers it always has', async () => {
    const file = newFile();
    await talk(file, NEW.slice(0, 8));
    const { shown } = await talk(file, ['', '?']);
    const [list = '', ofChild = '', help = ''] = incomeLists(shown);
    expect(list).toMatch(/already noted: Net wage \(€1,650\.50\)\n +1 Net wage ✓\n +2 /);
    expect(ofChild).not.toContain('already noted');
    expect(help).toContain('Net wage');
  });

  test('kinds of income that fit the age stand first, the others wait for ?, and a word finds each', async () => {
    const file = newFile();
    const old = ['70', 'child', '3', '', '', 'wallonia', ''];
    const { shown } = await talk(file, [...old, '?', 'detainees', '300', 'net wage', '20', 'grapa', '10']);
    const [ofHead = '', ofChild = '', whole = '', again = '', doubted = ''] = incomeLists(shown);
    expect(ofHead).toMatch(/Pension[^]*GRAPA/);
    expect(ofHead).not.toMatch(/Student job|detainees/);
    expect(ofChild).toMatch(/1 Aid of the CPAS\/OCMW[^]*Family allowances[^]*There are more, less usual answers/);
    expect(ofChild).not.toMatch(/wage|Pension|GRAPA|Disability|seizure/);
    expect(whole).toMatch(/1 Aid of the CPAS\/OCMW[^]*Net wage[^]*GRAPA/);
    expect(again).toMatch(/already noted: Allowance for detainees[^]*\(€300\)\n +The same list as before/);
    expect(doubted).toContain('Net wage (€20)');
    expect(shown.join('\n')).toContain('This person has an income that does not fit the age.');
    expect(householdOf(file).input).toMatchObject({
      incomes: [{ kind: 'detention-allowance' }, { kind: 'wage' }, { kind: 'grapa', amount: '10' }],
    });
  });

  test('who lives here with a budget of their own is noted among the others, and shares the home', async () => {
    const file = newFile();
    const { shown } = await talk(file, ['22', 'somebody', 'parent', '66', 'partner', '23', '', 'brussels']);
    expect(shown.join('\n')).toContain('already noted: head of the household, 22 years; parent, 66 years (own budget)');
    expect(householdOf(file).input).toMatchObject({
      persons: [{ id: 'head' }, { id: 'partner' }],
      others: [{ id: 'parent', role: 'parent', age: '66' }],
      dwelling: { region: 'brussels' },
    });
    const again = await talk(file, []);
    expect(again.shown.join('\n')).toContain('What income does this person have (head of the household, 22 years)?');
  });

  test('that a bill nobody named may lead out of the band is told once', async () => {
    const { shown } = await talk(halfFilled(), ANSWERS);
    const text = shown.join(' ').replaceAll('\n', ' ');
    expect(text.split('A bill that nobody named counts at the usual amount')).toHaveLength(2);
  });

  test('a file without persons in which something else is wrong is told so, before any answer', async () => {
    const file = newFile();
    writeFileSync(file, 'month: 2026-06\ndwellin: { region: wallonia }\n');
    expect(await refusal(talk(file, ['34']))).toBe('unknown-key');
    writeFileSync(file, 'month: 2026-06\npersons: []\ndwelling: { region: wallonia }\n');
    const { shown } = await talk(file, ['34', '']);
    expect(shown.join('\n')).toContain('What income does this person have');
    expect(householdOf(file).input).toMatchObject({ persons: [{ role: 'head', age: '34' }] });
  });

  test('a list of incomes that was just shown is not shown again', async () => {
    const { shown } = await talk(newFile(), ['34', 'partner', '35', '', 'wallonia', 'wage', '900', '']);
    const [first = '', second = '', ofPartner = ''] = incomeLists(shown);
    expect(first).toContain('1 Net wage');
    expect(second).toContain('The same list as before');
    expect(ofPartner).toContain('The same list as before');
  });

  test('a child of three is offered a school of its age; any other level is taken, and told', async () => {
    const file = newFile();
    const ann = { id: 'ann', role: 'head', age: 34, sex: 'female', work: 'employed' };
    const lea = { id: 'lea', role: 'child', age: 3, sex: 'female' };
    const said = { month: '2026-06', persons: [ann, lea], dwelling: { region: 'wallonia' } };
    const means = { incomes: [{ of: 'ann', kind: 'wage', amount: 2200 }], bills: { rent: 700 } };
    writeFileSync(file, JSON.stringify({ ...said, ...means }));
    const school = (answers: string[]) => (shown: readonly string[]) =>
      shown.slice(-6).some((line) => line.includes('go to school')) ? (answers.shift() ?? '') : '';
    const answers = ['?', '4'];
    const { shown } = await talk(file, Array(20).fill(school(answers)), { within: '0' });
    const text = shown.join('\n');
    expect(text).toMatch(/which level\? \(lea\)\n +1 nursery school +2 no school\n +There are more/);
    expect(text).toMatch(/1 nursery school +3 primary school +5 upper secondary/);
    expect(text).toContain('(lea) This answer about school does not fit the age.');
  });

  test('what is noted cannot be noted twice: it is told again', async () => {
    const file = newFile();
    const { shown } = await talk(file, [...NEW.slice(0, 8), '1']);
    expect(shown.slice(-3).join('\n')).toContain('already noted: Net wage');
    expect(householdOf(file).input).toMatchObject({ incomes: [{ kind: 'wage' }] });
  });

  test('a bill that is left out is not asked again', async () => {
    const { shown } = await talk(halfFilled(), ['private-rent', '', '']);
    const text = shown.join('\n');
    expect(text.split('What rent does').length).toBe(2);
  });

  test('nobody is asked for an income that the pack has no kind of, and the list is complete all the same', async () => {
    const file = newFile();
    const isle = { root: 'test/packs/isle', pack: 'isle', month: '2024-06' };
    const { shown } = await talk(file, ['34', '', '1', '700', ''], isle);
    expect(shown.join('\n')).not.toContain('household as a whole receive');
    expect(householdOf(file).input).toEqual({
      month: '2024-06',
      persons: [{ id: 'head', role: 'head', age: '34' }],
      incomes: [{ of: 'head', kind: 'wage', amount: '700' }],
    });
  });

  test('persons who were given no name are called by role and age', async () => {
    const { shown } = await talk(newFile(), ['34', 'child', '6', 'child', '6', '', '', 'wallonia', '', '', '']);
    const text = shown.join('\n').replace(/\s+/g, ' ');
    expect(text).toContain('have (head of the household, 34 years)?');
    expect(text).toContain('have (child, 6 years, 2)?');
    expect(text).not.toContain('child-2');
  });

  test('a refused answer is followed by what may be typed, never by half a question or a long list', async () => {
    const file = newFile();
    const { shown } = await talk(file, [...NEW.slice(0, 6), 'zz', 'allowance', ...NEW.slice(6), 'castle']);
    const text = shown.join('\n');
    expect(text).toContain('“zz” does not fit here.\n  The same list as before; ? shows it.');
    expect(text).toMatch(/“allowance” (?:may mean|does not fit)/);
    const tenure = text.slice(text.indexOf('“castle”'));
    expect(tenure).toMatch(/^“castle” does not fit here\.\n +1 /);
  });

  test('a file that may only be read is refused before the first question, and what another allowed stays', async () => {
    const file = halfFilled();
    chmodSync(file, 0o444);
    expect(await refusal(talk(file, ['private-rent']))).toBe('not-writable');
    chmodSync(file, 0o600);
    await talk(file, ['private-rent']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('back takes the last answer out of the file again, back to the very first', async () => {
    const file = halfFilled();
    await talk(file, ['private-rent', '690', 'back', 'back', 'back']);
    expect(readFileSync(file, 'utf8')).toBe(HALF);
    const fresh = newFile();
    await talk(fresh, ['34', 'back']);
    expect(existsSync(fresh)).toBe(false);
  });

  test('a person is told by the word of the family, a misspelt word is guessed, and what nobody knows may be said', async () => {
    const file = newFile();
    const { shown } = await talk(file, ['34', 'épouse', '33', 'fiile', 'fille', '6', '', '', 'walonie'], {
      lang: 'fr',
    });
    expect(householdOf(file).input).toMatchObject({ persons: [{}, { role: 'partner' }, { role: 'child' }] });
    const told = shown.join('\n').replaceAll('\u00a0', ' ');
    expect(told).toContain('« fiile » ne convient pas ici. Vouliez-vous dire « enfant, même adulte » ?');
    expect(told).toContain('« walonie » ne convient pas ici. Vouliez-vous dire « Wallonie » ?');
  });

  test('an answer that does not fit is shown as text and asked again', async () => {
    const file = halfFilled();
    const { shown } = await talk(file, [
      '\u001b[2Jcastle\u202e',
      'x'.repeat(5000),
      '99',
      'private-rent',
      '-5',
      '1e3',
      '690',
    ]);
    const text = shown.join('\n');
    expect(text).toContain('“[2Jcastle” does not fit here.');
    expect(text).toContain('This answer is too long.');
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).not.toContain('xxxx');
    expect(householdOf(file).input).toMatchObject({ bills: { rent: '690' } });
  });

  test.each(['fr', 'nl', 'de', 'en'])('%s: every line fits into 80 columns, and no word is missing', async (lang) => {
    const { shown } = await talk(newFile(), [...NEW, '1', '690', '', '?', '2', '?'], { lang });
    expect(shown.filter((line) => cells(line) > 80)).toEqual([]);
    expect(shown.join('\n')).not.toMatch(/\bask\.|undefined|\{[a-z]+\}/);
  });

  test('a file that somebody else changes meanwhile is not overwritten', async () => {
    const file = halfFilled();
    const other = `${HALF}household: { pets: yes }\n`;
    const change = (): string => {
      writeFileSync(file, other);
      return 'private-rent';
    };
    expect(await refusal(talk(file, [change]))).toBe('file-changed');
    expect(readFileSync(file, 'utf8')).toBe(other);
  });

  test('a JSON file stays JSON after each answer, its numbers as they were written, and goes on from there', async () => {
    const file = join(folder, 'household.json');
    await talk(file, NEW.slice(0, 8));
    const begun = readFileSync(file, 'utf8');
    expect(JSON.parse(begun)).toMatchObject({
      month: '2026-06',
      persons: [
        { id: 'head', role: 'head', age: 34 },
        { id: 'child', role: 'child', age: 6 },
      ],
      incomes: [{ of: 'head', kind: 'wage', amount: '1650.50' }],
      'incomes-complete': 'no',
    });
    writeFileSync(file, begun.replace('"1650.50"', '1650.50'));
    const { shown } = await talk(file, ['']);
    expect(shown.join('\n')).toContain('already noted: Net wage');
    await talk(file, ['', '', '', '', '']);
    expect(readFileSync(file, 'utf8')).toContain('"amount": 1650.50');
    await talk(file, ['back']);
    expect(householdOf(file).input).toMatchObject({ incomes: [{ amount: '1650.50' }] });
  });

  test('the childcare of a child is asked with the other costs, and written as the child’s', async () => {
    const file = newFile();
    const family = {
      month: '2026-06',
      persons: [
        { id: 'ann', role: 'head', age: 34, sex: 'female', work: 'employed' },
        { id: 'leo', role: 'child', age: 1, sex: 'male' },
      ],
      dwelling: { region: 'wallonia', tenure: 'private-rent' },
      incomes: [{ of: 'ann', kind: 'wage', amount: 2300 }],
      bills: { rent: 700 },
    };
    writeFileSync(file, JSON.stringify(family));
    const { shown } = await talk(file, ['childcare (leo)', '250', ''], { within: '0' });
    expect(shown.join('\n')).toMatch(/\d Childcare \(leo\)/);
    expect(householdOf(file).input).toMatchObject({ bills: { rent: '700', childcare: { leo: '250' } } });
  });

  test('a place where nothing can be written, a file that only claims to be JSON, a household that is wrong: each is refused plainly', async () => {
    expect(await refusal(talk(join(folder, 'nowhere', 'new.yaml'), ['34']))).toBe('not-writable');
    writeFileSync(join(folder, 'no.json'), 'month: 2026-06 # YAML\n');
    expect(await refusal(talk(join(folder, 'no.json'), ['34']))).toBe('not-json');
    const file = newFile();
    writeFileSync(file, 'month: 2026-06\npersons: [{ role: head, age: 34, sex: both }]\n');
    expect(await refusal(talk(file, []))).toBe('unknown-value');
    expect(await refusal(talk(halfFilled(), [], { within: 'x' }))).toBe('bad-option');
  });

  test('what does not fit the age is told at once, of whom, and back answers it again', async () => {
    const file = newFile();
    const { shown } = await talk(file, ['2', 'back', '34', 'child', '3', '', '', 'wallonia'], { lang: 'fr' });
    const text = shown.join('\n').replace(/\s+/g, ' ');
    expect(text).toContain('! (chef de ménage, 2 ans) Cette personne a moins de 16 ans');
    expect(text.match(/moins de 16 ans/g)).toHaveLength(1);
    expect(householdOf(file).input).toMatchObject({ persons: [{ age: '34' }, { age: '3' }] });
  });

  test('back goes to the answer that a hint is about, also where a later empty line brought the hint', async () => {
    const file = newFile();
    const told = ['34', 'child', '6', '', '', 'wallonia', 'wage', '1650', '', '', ''];
    const { shown } = await talk(file, [...told, 'back', 'family-allowance', '200', '', '']);
    const text = shown.join('\n').replace(/\s+/g, ' ');
    expect(text).toContain('“back” leads back to: What income does this person have (child, 6 years)?');
    expect(text.match(/No family allowances? /g)).toHaveLength(1);
    expect(householdOf(file).input).toMatchObject({ incomes: [{ kind: 'wage' }, { of: 'child', amount: '200' }] });
    expect(householdOf(file).input).not.toHaveProperty('incomes-complete');
  });

  test('a debt plan is asked under a policy that counts it, where there may be a gap, and not otherwise', async () => {
    const debts = async (options: AskCommand, wage = 1650): Promise<boolean> => {
      const file = newFile();
      writeFileSync(file, HALF.replace(/amount: \d+[^,}]*/, `amount: ${wage}`));
      const { shown, outcome } = await talk(file, ['private-rent', '690', ''], { within: '50000', ...options });
      expect(outcome.exit).toBe(0);
      if (options.policy !== undefined) expect(outcome.notes).toContain(`--policy ${options.policy}`);
      return shown.join('\n').includes('Debt repayment plan');
    };
    expect(await debts({ policy: 'example-town' })).toBe(true);
    expect(await debts({})).toBe(false);
    expect(await debts({ policy: 'example-town' }, 19000)).toBe(false);
    expect(await refusal(talk(halfFilled(), [], { policy: 'exmaple-town' }))).toBe('unknown-option');
  });

  test('what is certain rests on usual bills, and says so until they are named', async () => {
    const { shown } = await talk(halfFilled(), ANSWERS);
    expect(shown.join(' ')).toContain(
      'money is missing each month. Bills that nobody named count at their usual amount.',
    );
  });

  test('only the costs that a home like this may have are offered, once it is known how it is', async () => {
    const file = newFile();
    writeFileSync(file, `${HALF}bills: { rent: 690 }\n`);
    const { shown } = await talk(file, ['owner-mortgage', '']);
    const text = shown.join('\n');
    expect(text.indexOf('How is the household housed')).toBeLessThan(text.indexOf('Does the household pay one of'));
    expect(text).toMatch(/Does the household pay one of these[^>]*mortgage/i);
    expect(text).not.toMatch(/Contribution/);
  });

  test('a level of school that does not fit is told before the next question, and only once', async () => {
    const file = newFile();
    const family = {
      month: '2026-06',
      persons: [
        { id: 'ann', role: 'head', age: 34, sex: 'female', work: 'employed' },
        { id: 'tim', role: 'child', age: 3, sex: 'male' },
      ],
      dwelling: { region: 'wallonia', tenure: 'private-rent', heating: 'gas' },
      incomes: [{ of: 'ann', kind: 'wage', amount: 2200 }],
      bills: { rent: 700 },
    };
    writeFileSync(file, JSON.stringify(family));
    const level = (shown: readonly string[]): string =>
      shown.slice(-3).some((line) => line.includes('go to school')) ? 'higher' : '';
    const { shown } = await talk(file, Array<typeof level>(12).fill(level), { within: '0' });
    const at = shown.findIndex((line) => line.includes('! (tim) This answer about school does not fit the age.'));
    expect(at).toBeGreaterThan(0);
    expect(shown[at + 1]).toContain('“back” takes the last answer back: Does this person go to school');
    expect(shown.filter((line) => line.includes('does not fit the age'))).toHaveLength(1);
  });

  test('an unusual number of the last answer is told before the end, and may still be taken back', async () => {
    const file = halfFilled();
    const { shown, outcome } = await talk(file, ['private-rent', '690', 'back', '690', ''], { within: '5000' });
    expect([outcome.exit, shown.at(-1)]).toEqual([0, NEAR]);
    const wage = newFile();
    const { shown: told } = await talk(wage, [...NEW.slice(0, 7), '165050', 'back', 'wage', '1650.50']);
    expect(told.join('\n')).toContain('! Net wage: this value is unusual.');
    expect(householdOf(wage).input).toMatchObject({ incomes: [{ amount: '1650.50' }] });
  });

  test('who lives here part of the time is asked of children, and told as a share', async () => {
    const file = newFile();
    const { shown } = await talk(file, [
      '34',
      'partner',
      '35',
      'child',
      '6',
      'no',
      'child',
      '0.5',
      '7/14',
      '',
      'brussels',
    ]);
    const text = shown.join('\n');
    expect(text.match(/only part of the time/g)).toHaveLength(1);
    expect(text).toContain('“0.5” does not fit here.');
    expect(householdOf(file).input).toMatchObject({ persons: [{}, {}, { presence: '50%' }] });
    const { shown: alone } = await talk(newFile(), ['34', 'partner', '35', '', 'brussels']);
    expect(alone.join('\n')).not.toContain('only part of the time');
  });

  test('a "no" ends a list, also where its letters stand inside an answer', async () => {
    const file = newFile();
    await talk(file, ['44', 'nee', 'vlaanderen', 'nettoloon', '2100', 'nee', 'nee'], { lang: 'nl' });
    expect(householdOf(file).input).toMatchObject({ incomes: [{ kind: 'wage', amount: '2100' }] });
    expect(readFileSync(file, 'utf8')).not.toContain('incomes-complete');
  });

  test('who stopped while telling the persons is asked who else there is', async () => {
    const file = newFile();
    await talk(file, ['34', 'child', '8 months']);
    const { shown } = await talk(file, ['']);
    const text = shown.join('\n');
    expect(text).toContain('In this file, for June 2026: head of the household, 34 years; child, 8 months.');
    expect(text).toContain('Who else is part of the household?');
    expect(householdOf(file).input).toMatchObject({ persons: [{}, { born: '2025-10-01' }] });
  });

  test('an answer for which the pack has no budget is not taken', async () => {
    const file = newFile();
    const sweden = { pack: 'sweden', root: 'test/packs/sweden', month: '2025-06' };
    const { shown } = await talk(file, ['80', '40'], sweden);
    expect(shown.join('\n')).toContain('The rules have no budget for this answer.');
    expect(householdOf(file).input).toMatchObject({ persons: [{ age: '40' }] });
  });

  test('a wide enough band ends the conversation at once', async () => {
    const { outcome, shown } = await talk(halfFilled(), ['private-rent', '690', ''], { within: '5000' });
    expect([outcome.exit, shown.at(-1)]).toEqual([0, NEAR]);
  });

  test('--format json tells band, sign and ranked questions, and asks nothing', async () => {
    const { outcome } = await talk(halfFilled(), [], { format: 'json' });
    const told = JSON.parse(outcome.out) as Record<string, unknown>;
    expect(Object.keys(told)).toEqual(['month', 'balance', 'lowest', 'highest', 'sign', 'questions', 'costs']);
    expect(told['sign']).toBe('open');
    expect((told['questions'] as { name: string }[])[0]!.name).toBe('dwelling.tenure');
    expect((told['costs'] as string[])[0]).toBe('rent');
  });
});

describe('in a process of its own', () => {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

  test('the conversation in the README is the one it has now', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('## Fill in a file in minutes');
    expect(withTranscript(readme)).toBe(readme);
  });

  test('a closed input ends with what is kept and how to go on, without a stack', () => {
    const file = halfFilled();
    const ran = spawnSync(process.execPath, ['dist/cli/main.js', 'ask', file, '--lang', 'en'], {
      encoding: 'utf8',
      input: '',
      env,
    });
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('Go on with: refbudget ask');
    expect(readFileSync(file, 'utf8')).toBe(HALF);
  });

  const hasScript = spawnSync('script', ['--version']).status === 0;
  test.skipIf(!hasScript)(
    'the whole conversation at a pseudo-terminal, Ctrl-C included',
    { timeout: 120_000 },
    async () => {
      const file = halfFilled();
      const stopped = await atTerminal(file, ['private-rent', '690', '\u0003']);
      expect(stopped).toContain('Go on with: refbudget ask');
      expect(householdOf(file).input).toMatchObject({ dwelling: { tenure: 'private-rent' }, bills: { rent: '690' } });
      const ended = await atTerminal(file, ANSWERS.slice(2));
      expect(ended).toContain('This is certain: money is missing each month.');
      expect(householdOf(file).input).toMatchObject({
        dwelling: { 'social-tariff': 'no' },
        household: { car: 'no' },
      });
    },
  );

  /** A person who waits for each prompt before typing. */
  function atTerminal(file: string, answers: readonly string[]): Promise<string> {
    const command = `"${process.execPath}" dist/cli/main.js ask "${file}" --lang en`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...env, TERM: 'xterm' } });
    const left = [...answers];
    let shown = '';
    let answered = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      // the prompt is drawn once a question
      const prompts = shown.split('[0J> ').length - 1;
      if (prompts <= answered) return;
      answered = prompts;
      const next = left.shift();
      if (next !== undefined) child.stdin.write(next === '\u0003' ? next : `${next}\r`);
    });
    return new Promise((resolve) => child.on('close', () => resolve(shown)));
  }
});
