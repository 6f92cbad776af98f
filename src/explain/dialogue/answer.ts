import type { Fact } from '../../model/facts.js';
import { nearest } from '../../model/near.js';
import { valueWords } from '../words/names.js';
import { folded } from '../words/folded.js';
import type { Voice } from '../words/voice.js';
import { amountOf, decimalOf } from './amount.js';

/** What somebody typed, before it is known what it answers. */
export type Typed =
  { readonly kind: 'silent' | 'help' | 'back' | 'too-long' } | { readonly kind: 'text'; readonly text: string };

const LONGEST = 200;
/** Fewer letters inside a word would be found nearly everywhere. */
const FEWEST_LETTERS = 3;
/** Of a shorter word it is not guessed what it was to be. */
const FEWEST_TO_GUESS = 5;

/** Control characters are no part of an answer; what is very long is refused as a whole. */
export function typed(voice: Voice, line: string): Typed {
  const text = line.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  if (text === '') return { kind: 'silent' };
  if (text.length > LONGEST) return { kind: 'too-long' };
  if (text === '?') return { kind: 'help' };
  const low = text.toLowerCase();
  return low === 'back' || low === voice.say('ask.back') ? { kind: 'back' } : { kind: 'text', text };
}

/** The words a fact may be answered with: as they stand in the file, and as they are said. */
export function choicesOf(voice: Voice, fact: Fact): readonly Choice[] {
  const words = fact.type === 'yes-no' ? ['yes', 'no'] : fact.type === 'one-of' ? fact.values : [];
  return words.map((id) => ({ id, label: valueWords(voice, fact.id, id) }));
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Other words for the same, which are found too: a spouse is a partner. */
  readonly also?: readonly string[];
}

/** One of a list, by its number, its name, or letters that only one has, at its beginning or else anywhere. */
export function chosen(choices: readonly Choice[], text: string): Choice | null {
  if (/^\d{1,3}$/.test(text)) return choices[Number(text) - 1] ?? null;
  const meant = meantBy(choices, text);
  return meant.length === 1 ? meant[0]! : null;
}

/**
 * All that a few letters may mean: the one that is so called, else those that begin so, else those that have them. Accents,
 * capitals and the kind of apostrophe do not matter.
 */
export function meantBy(choices: readonly Choice[], text: string): readonly Choice[] {
  const low = folded(text);
  const same = choices.filter((one) => folded(one.id) === low || wordsFor(one).includes(low));
  if (same.length > 0) return same.slice(0, 1);
  const begun = choices.filter(({ label }) => folded(label).startsWith(low));
  if (begun.length > 0) return begun;
  return low.length < FEWEST_LETTERS ? [] : choices.filter(({ label }) => folded(label).includes(low));
}

const wordsFor = ({ label, also = [] }: Choice): readonly string[] => [label, ...also].map(folded);

/** The choice that a misspelt word stands near to, by its whole label, one of its longer words or another word for it; null = none is. */
export function nearChoice(choices: readonly Choice[], text: string): Choice | null {
  const low = folded(text);
  if (low.length < FEWEST_TO_GUESS || /^[^\p{L}]*$/u.test(low)) return null;
  const words = new Map<string, Choice>();
  for (const one of choices)
    for (const whole of wordsFor(one))
      for (const word of [whole, ...whole.split(/[^\p{L}]+/u).filter((part) => part.length >= FEWEST_TO_GUESS)])
        if (!words.has(word)) words.set(word, one);
  return words.get(nearest(low, words.keys()) ?? '') ?? null;
}

/** An answer to a fact as the file writes it; null when it does not fit. */
export function factAnswer(voice: Voice, fact: Fact, text: string): string | null {
  if (fact.type === 'yes-no' || fact.type === 'one-of') return wordOf(voice, fact, text);
  if (fact.type === 'date' || fact.type === 'month') return dateOf(text);
  if (fact.type === 'share') return shareOf(voice, text);
  if (fact.type !== 'amount') return decimalOf(text, voice.language);
  const amount = amountOf(voice, text, null);
  if (amount === null) return null;
  return !amount.includes(' ') || amount.endsWith(` ${fact.unit ?? ''}`) ? amount : null;
}

/** `50%`, `50` or `7/14` as the file writes a share; null when it is none: `0.5` alone may mean a half or half a percent. */
export function shareOf(voice: Voice, text: string): string | null {
  const [, part, whole] = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text) ?? [];
  if (part !== undefined) return Number(whole) === 0 ? null : `${fraction(Number(part), Number(whole))}%`;
  const percent = decimalOf(text.replace(/\s*%$/, ''), voice.language);
  if (percent === null || (!text.includes('%') && Number(percent) <= 1)) return null;
  return `${percent}%`;
}

/** In hundredths, with as many digits as a number that is typed may have. */
const fraction = (part: number, whole: number): string => ((part * 100) / whole).toFixed(6).replace(/\.?0+$/, '');

/** `2019-03-02`, or with the day first as these languages write it: `2/3/2019`, `02.03.2019`. */
export function dateOf(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

function wordOf(voice: Voice, fact: Fact, text: string): string | null {
  if (fact.type === 'yes-no') {
    for (const id of ['yes', 'no'] as const) if (isWord(voice, id, text)) return id;
  }
  return chosen(choicesOf(voice, fact), text)?.id ?? null;
}

/** `yes`, `oui` or `o`; an unknown is not known by its first letter, but by the usual ways to say it. */
export function isWord(voice: Voice, id: 'yes' | 'no' | 'unknown', text: string): boolean {
  const low = text.toLowerCase();
  const word = voice.say(`value.${id}`);
  if (low === id || low === word) return true;
  if (id !== 'unknown') return low === word.slice(0, 1);
  return voice.say('ask.also.unknown').split(', ').map(folded).includes(folded(text));
}
