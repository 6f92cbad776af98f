import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess, safeAssess } from '../../src/assessment/assess.js';
import { canonicalText } from '../../src/assessment/document.js';
import { loadLinked, loadPack } from '../../src/language/load.js';
import type { SourceText } from '../../src/language/linked.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { parseHousehold } from '../../src/node/household-file.js';
import { verifyText } from '../../src/verify/verify.js';
import { dice as diceOf, type Dice } from '../fixtures/dice.js';
import { baseFiles } from './apply-case.js';
import { mutated } from './mutate.js';

const ERRORS = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
const FILES = baseFiles();
const WORDS = [...new Set(FILES.flatMap(({ text }) => text.match(/[\w.%-]+/g) ?? []))];

const HOUSEHOLD = `month: 2024-02
persons:
  - { id: a, role: head, age: 30, diet: no }
  - { id: b, role: child, born: 2019-05-17, card: yes }
dwelling: { region: north }
incomes: [{ of: a, kind: wage, amount: 1450.50, times: 13 }]
bills: { rent: 690 EUR/month }
overrides: [{ line: food.daily@b, amount: 80, reason: a diet, by: a worker }]
`;

/** A text with one or two changes nobody meant. */
function damaged(text: string, dice: Dice): string {
  const once = mutated(text, dice, WORDS);
  return dice.oneIn(2) ? mutated(once, dice, WORDS) : once;
}

/** The good pack with one damaged file. */
function damagedPack(seed: number): readonly SourceText[] {
  const dice = diceOf(seed);
  const chosen = dice.pick(FILES);
  const text = damaged(chosen.text, dice);
  return FILES.map((source) => (source === chosen ? { file: source.file, text } : source));
}

function goodPack(): Pack {
  const result = loadPack(FILES, { pack: 'town' });
  if (!result.ok) throw new Error('the good pack does not load');
  return result.value;
}

/** What is said of a household file, once it is read and assessed. */
function saidOf(pack: Pack, text: string): readonly Diagnostic[] {
  const parsed = parseHousehold('household.yaml', text);
  if ('errors' in parsed) return parsed.errors;
  const household = parsed.value;
  const result = safeAssess(pack, household.input, { policy: 'hall' });
  return household.locate(result.ok ? result.warnings : result.errors);
}

/** What a person could not use of a finding. */
function uselessOf({ code, message, hint = '', places }: Diagnostic, files: readonly SourceText[]): readonly string[] {
  const isPlaced = places.every(({ file, line, column }) => {
    const text = files.find((source) => source.file === file)?.text.split('\n')[line - 1];
    return text !== undefined && column >= 1 && column <= text.length + 1;
  });
  return [
    ...(places.length > 0 && isPlaced ? [] : ['no place in the files']),
    ...(hint === '' ? ['no hint'] : []),
    ...(/undefined|\[object|NaN|Infinity/.test(message + hint) ? ['words of the program'] : []),
    ...(message.length + hint.length < 900 && !message.includes('\n') ? [] : ['too long to read']),
    ...(ERRORS.includes(`\`${code}\``) ? [] : ['a code that docs/errors.md does not list']),
  ].map((what) => `${code}: ${message}: ${what}`);
}

describe('a pack with changes nobody meant', () => {
  it.each([0, 1, 2, 3])('loads, or is refused with findings people can use (round %i)', (round) => {
    for (let seed = round * 50; seed < (round + 1) * 50; seed++) {
      const files = damagedPack(seed);
      const result = loadLinked(files, { pack: 'town' });
      const findings = result.ok ? result.warnings : result.errors;
      const isTold = result.ok || findings.some(({ severity }) => severity === 'error');
      expect({ seed, isTold, useless: findings.flatMap((one) => uselessOf(one, files)) }).toEqual({
        seed,
        isTold: true,
        useless: [],
      });
    }
  });
});

describe('a household with changes nobody meant', () => {
  it('is assessed, or refused with findings people can use', () => {
    const pack = goodPack();
    for (let seed = 0; seed < 900; seed++) {
      const text = damaged(HOUSEHOLD, diceOf(seed));
      const useless = saidOf(pack, text).flatMap((one) => uselessOf(one, [{ file: 'household.yaml', text }]));
      expect({ seed, useless }).toEqual({ seed, useless: [] });
    }
  });
});

describe('a document with changes nobody meant', () => {
  it('is not verified, and is never more than that', async () => {
    const pack = goodPack();
    const parsed = parseHousehold('household.yaml', HOUSEHOLD);
    if ('errors' in parsed) throw new Error('the good household is not read');
    const written = canonicalText(assess(pack, parsed.value.input, { policy: 'hall', trace: 'full' }));
    expect(await verifyText(written, pack)).toMatchObject({ ok: true });
    for (let seed = 0; seed < 150; seed++) {
      const text = mutated(written, diceOf(seed), WORDS);
      expect({ seed, ok: (await verifyText(text, pack)).ok }).toEqual({ seed, ok: text === written });
    }
  });
});
