import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, WORDS, type WordKey } from '../../src/explain/language.js';

const keys = Object.keys(WORDS.en) as WordKey[];

/** Names of the values that a message takes. */
function variables(text: string): string {
  const names = [...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(' ');
}

describe.each(LANGUAGES)('the words in %s', (language) => {
  test('say the same things with the same values as in English', () => {
    expect(Object.keys(WORDS[language])).toEqual(keys);
    for (const key of keys) expect([key, variables(WORDS[language][key])]).toEqual([key, variables(WORDS.en[key])]);
  });

  test('are messages that can be formatted', () => {
    for (const key of keys) expect(() => new IntlMessageFormat(WORDS[language][key], language)).not.toThrow();
  });

  test('have no straight apostrophe, which would quote a value', () => {
    for (const key of keys) expect([key, WORDS[language][key].includes("'")]).toEqual([key, false]);
  });

  test('are sentences of fewer than twenty words', () => {
    for (const key of keys)
      for (const sentence of longest(WORDS[language][key]).split(/[.!?]/))
        expect([key, sentence.trim().split(/\s+/).length < 20]).toEqual([key, true]);
  });
});

test('French puts a no-break space before a colon and a question mark', () => {
  for (const key of keys) expect([key, /[^\u00a0][:?»]|«[^\u00a0]/.test(WORDS.fr[key])]).toEqual([key, false]);
});

test('no full stop or comma stands apart from its word', () => {
  for (const language of LANGUAGES)
    for (const key of keys) expect([key, /\s[.,](\s|$)/.test(WORDS[language][key])]).toEqual([key, false]);
});

/** A message with the longest branch of each of its choices, as the longest that somebody reads. */
function longest(message: string): string {
  let text = message.replace(/\{(\w+)\}/g, '$1');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\{\w+, (?:plural|select),((?: [\w=]+ \{[^{}]*\})+)\}/g, (_all, branches: string) =>
      [...branches.matchAll(/\{([^{}]*)\}/g)].reduce(
        (most, [, branch]) => (words(branch!) > words(most) ? branch! : most),
        '',
      ),
    );
  }
  return text;
}

function words(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
