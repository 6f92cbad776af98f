import type { Diagnostic } from '../../model/diagnostic.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { HARD_WORDS } from '../hard-words/hard-words.generated.js';
import { warning, type Finder } from './found.js';
import { choicesOf, elementsOf, isPlain, plainTextOf, type Element } from './icu.js';
import { partsOf, type Part } from './text-parts.js';

/** A sentence of people's words has at most so many. */
export const MOST_WORDS = 20;

/** Who reads a text. A worker reads what a family reads, and more. */
export type Reader = keyof typeof HARD_WORDS;

/** A note stands on the file's sheet; the others are read by families. */
const readerOf = ({ word }: Part): Reader => (word === 'note' ? 'worker' : 'family');

/** Texts that people read: words of offices, by who reads them; in what families read also sentences that are too long. */
export function plainLanguage(
  { model, texts, textPlaces }: Linked,
  _domains: Domains,
  find: Finder,
): readonly Diagnostic[] {
  const [first = ''] = model.pack.languages;
  const places = new Map(textPlaces.map(({ language, id, place }) => [`${language} ${id}`, place]));
  return model.pack.languages.flatMap((language) =>
    Object.entries(texts[language] ?? {}).flatMap(([id, text]) =>
      partsOf(text).flatMap((part) => {
        const place =
          language === first ? find.at(`${id}/${part.path}`) : (places.get(`${language} ${id}`) ?? find.at(id));
        const where = `the ${part.word} of "${id}" in ${language}`;
        const reader = readerOf(part);
        const hard = hardWordsIn(part.says, language, reader).map(({ word, plain }) =>
          warning('hard-word', place, `${where} says "${word}"`, `${READERS[reader]} read it: write "${plain}".`),
        );
        const words = reader === 'family' ? longestSentence(part.says, language) : 0;
        if (words <= MOST_WORDS) return hard;
        const long = `${where} has a sentence of ${words} words`;
        return [...hard, warning('long-sentence', place, long, `Cut it: at most ${MOST_WORDS} words a sentence.`)];
      }),
    ),
  );
}

const READERS: Readonly<Record<Reader, string>> = { family: 'Families', worker: 'Social workers' };

/** Words of the longest sentence of an ICU message, the longest way through its choices. */
export function longestSentence(text: string, language: string): number {
  return Math.max(0, ...sentences(spoken(text, language)).map((sentence) => wordsOf(sentence).length));
}

/** Words of a text that its reader does not know, each with the plain one. */
export function hardWordsIn(
  text: string,
  language: string,
  reader: Reader,
): readonly { readonly word: string; readonly plain: string }[] {
  // An article that is cut is no part of the word: l’ayant droit.
  const said = ` ${wordsOf(text.toLowerCase().replace(/’/g, ' ')).join(' ')} `;
  const lists: readonly Reader[] = reader === 'family' ? ['family', 'worker'] : ['worker'];
  return lists.flatMap((list) =>
    Object.entries(listOf(list, language)).flatMap(([word, plain]) =>
      said.includes(` ${word} `) ? [{ word, plain }] : [],
    ),
  );
}

function listOf(reader: Reader, language: string): Readonly<Record<string, string>> {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = HARD_WORDS[reader];
  return lists[language] ?? {};
}

/** A full stop ends a sentence where a blank and a capital or the end follow: "1.5" and "p. 3" do not. */
function sentences(text: string): readonly string[] {
  return text.split(/[.!?…:;](?=\s|$)/u);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A message as it would be said at its longest; a variable is one word. */
function spoken(text: string, language: string): string {
  if (isPlain(text)) return text;
  try {
    return longest(elementsOf(text, language));
  } catch {
    // What is no message is told as such.
    return '';
  }
}

function longest(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      const choices = choicesOf(element).map(longest);
      if (choices.length === 0) return plainTextOf(element) ?? 'x';
      return choices.reduce((best, one) => (wordsOf(one).length > wordsOf(best).length ? one : best), '');
    })
    .join('');
}
