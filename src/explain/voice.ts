import type { Pack, Text } from '../model/pack.js';
import { WORDS, type Language, type WordKey } from './language.js';
import { message, type Values } from './message.js';
import { monthName } from './dates.js';
import { moneyText, numberText, percentText } from './numbers.js';

type Field = Exclude<keyof Text, 'draft' | 'parts'>;

/** One language speaking about one pack: its own words, the pack's words, numbers and months. */
export interface Voice {
  readonly language: Language;
  readonly pack: Pack;
  say(key: WordKey, values?: Values): string;
  money(amount: string): string;
  /** With a plus or a minus. */
  gain(amount: string): string;
  number(value: string, places?: number): string;
  percent(ratio: string): string;
  month(month: string): string;
  /** A text of the pack: in this language, else in its first, else in any; null when there is none. */
  words(id: string, field: Field, part?: string, values?: Values): string | null;
}

/** Values that texts of a pack may name; each has a stand-in, so that no text fails. */
const STAND_INS: Values = { person: '', sex: 'other', count: 1, amount: '', month: '' };

export function voiceOf(pack: Pack, language: Language): Voice {
  const { currency, languages } = pack.model.pack;
  const order = [...new Set([language, ...languages, ...Object.keys(pack.texts)])];
  return {
    language,
    pack,
    say: (key, values = {}) => message(WORDS[language][key], language, values),
    money: (amount) => moneyText(language, currency, amount),
    gain: (amount) => moneyText(language, currency, amount, true),
    number: (value, places) => numberText(language, value, places),
    percent: (ratio) => percentText(language, ratio),
    month: (month) => monthName(language, month),
    words: (id, field, part, values = {}) => {
      for (const tongue of order) {
        const text = pack.texts[tongue]?.[id];
        const found = (part === undefined ? text : text?.parts?.[part])?.[field];
        if (found !== undefined) return message(found, tongue, { ...STAND_INS, ...values });
      }
      return null;
    },
  };
}
