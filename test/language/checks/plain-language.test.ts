import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, WORDS, type WordKey } from '../../../src/explain/language.js';
import { hardWordsIn, longestSentence, MOST_WORDS } from '../../../src/language/checks/plain-language.js';
import { HARD_WORDS } from '../../../src/language/hard-words/hard-words.generated.js';

describe('hard words', () => {
  test('are found whole, whatever their capitals, and each names the plain one', () => {
    expect(hardWordsIn('Nonobstant l’avis, c’est à un AYANT DROIT.', 'fr', 'family')).toEqual([
      { word: 'ayant droit', plain: 'personne qui a droit' },
      { word: 'nonobstant', plain: 'malgré' },
    ]);
    expect(hardWordsIn('They commenced.', 'en', 'family')).toEqual([]);
  });

  test('are found after an article that is cut', () => {
    expect(hardWordsIn('Payé à l’ayant droit.', 'fr', 'family').map(({ word }) => word)).toEqual(['ayant droit']);
  });

  test('of families may stand where only a worker reads', () => {
    expect(hardWordsIn('The beneficiary is paid notwithstanding.', 'en', 'worker')).toEqual([
      { word: 'notwithstanding', plain: 'despite' },
    ]);
  });

  test('of a language without a list are none', () => {
    expect(hardWordsIn('nonobstant', 'sv', 'family')).toEqual([]);
  });

  test('stand in one list alone, and no plain word is itself a hard one', () => {
    for (const language of LANGUAGES) {
      const family: Readonly<Record<string, string>> = HARD_WORDS.family[language];
      const worker: Readonly<Record<string, string>> = HARD_WORDS.worker[language];
      expect(Object.keys(family).filter((word) => word in worker)).toEqual([]);
      for (const plain of [...Object.values(family), ...Object.values(worker)])
        expect([plain, hardWordsIn(plain, language, 'family')]).toEqual([plain, []]);
    }
  });

  test.each(LANGUAGES)('are in no words of the program in %s', (language) => {
    for (const key of Object.keys(WORDS.en) as WordKey[])
      expect([key, hardWordsIn(WORDS[language][key], language, 'family')]).toEqual([key, []]);
  });

  test('are warned of in files that say for whom they are', () => {
    for (const language of LANGUAGES)
      for (const audience of ['family', 'worker'])
        expect(readFileSync(`src/language/hard-words/${audience}/${language}.yaml`, 'utf8')).toMatch(/^# \p{L}/u);
  });
});

describe('the longest sentence', () => {
  test('is counted along the longest way through a message', () => {
    const text = '{count, plural, one {One child} other {All # of these children here}} may go. Then stop.';
    expect(longestSentence(text, 'en')).toBe(8);
  });

  test('ends at a full stop that a blank follows, not inside a number', () => {
    expect(longestSentence('It costs 1.5 a day. So it is.', 'en')).toBe(5);
  });

  test('of twenty words is not too long', () => {
    expect(longestSentence(`${'word '.repeat(MOST_WORDS)}.`, 'en')).toBe(MOST_WORDS);
  });
});
