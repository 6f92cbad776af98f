import type { Pack, Text } from '../../model/pack.js';
import { WORDS, type Language, type WordKey } from '../language.js';
import { message, type Values } from './message.js';
import { monthName } from './dates.js';
import { moneyText, numberText, percentText } from './numbers.js';

type Field = Exclude<keyof Text, 'draft' | 'parts'>;

/** One language speaking about one pack in one month: its own words, the pack's words, numbers and months. */
export interface Voice {
  readonly language: Language;
  readonly pack: Pack;
  say(key: WordKey, values?: Values): string;
  money(amount: string): string;
  /** With a plus or a minus. */
  gain(amount: string): string;
  number(value: string, places?: number): string;
  percent(ratio: string): string;
  /** The month of which it speaks: 2024-06. */
  readonly now: string;
  /** A month in words: June 2024. */
  month(month: string): string;
  /**
   * A text of the pack: in this language, else in its first, else in any. `values` fill its variables, the month is known.
   * Null when there is none, or when one of its variables has no value.
   */
  words(id: string, field: Field, part?: string, values?: Values): string | null;
}

export function voiceOf(pack: Pack, language: Language, month: string): Voice {
  const { currency, languages } = pack.model.pack;
  const order = [...new Set([language, ...languages, ...Object.keys(pack.texts)])];
  return {
    language,
    pack,
    now: month,
    say: (key, values = {}) => message(WORDS[language][key], language, values) ?? WORDS[language][key],
    money: (amount) => moneyText(language, currency, amount),
    gain: (amount) => moneyText(language, currency, amount, true),
    number: (value, places) => numberText(language, value, places),
    percent: (ratio) => percentText(language, ratio),
    month: (one) => monthName(language, one),
    words: (id, field, part, values = {}) => {
      for (const tongue of order) {
        const text = pack.texts[tongue]?.[id];
        const found = (part === undefined ? text : text?.parts?.[part])?.[field];
        if (found !== undefined) return message(found, tongue, { month: monthName(tongue, month), ...values });
      }
      return null;
    },
  };
}
