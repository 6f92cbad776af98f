import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLinked } from '../../src/language/load.js';
import type { SourceText } from '../../src/language/linked.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { baseFiles } from './apply-case.js';
import { dice as diceOf } from '../fixtures/dice.js';
import { mutated } from './mutate.js';

const ERRORS = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
const FILES = baseFiles();
const WORDS = [...new Set(FILES.flatMap(({ text }) => text.match(/[\w.%-]+/g) ?? []))];

/** The good pack with one or two changes nobody meant. */
function damaged(seed: number): readonly SourceText[] {
  const dice = diceOf(seed);
  const chosen = dice.pick(FILES);
  let { text } = chosen;
  for (let left = 1 + dice.below(2); left > 0; left--) text = mutated(text, dice, WORDS);
  return FILES.map((source) => (source === chosen ? { file: source.file, text } : source));
}

/** What a person could not use of a finding. */
function useless({ code, message, hint = '', places }: Diagnostic, files: readonly SourceText[]): readonly string[] {
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
    for (let seed = round * 80; seed < (round + 1) * 80; seed++) {
      const files = damaged(seed);
      const result = loadLinked(files, { pack: 'town' });
      const findings = result.ok ? result.warnings : result.errors;
      const isTold = result.ok || findings.some(({ severity }) => severity === 'error');
      expect({ seed, isTold, useless: findings.flatMap((one) => useless(one, files)) }).toEqual({
        seed,
        isTold: true,
        useless: [],
      });
    }
  });
});
