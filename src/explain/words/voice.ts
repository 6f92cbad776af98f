import type { Pack, Text } from '../../model/pack.js';
import { WORDS, type Language, type WordKey } from '../language.js';
import { capital } from './capital.js';
import { message, type Values } from './message.js';
import { monthName } from './dates.js';
import { listText, moneyText, numberText, percentText, rowText } from './numbers.js';
import { typeset } from './typeset.js';

type Field = Exclude<keyof Text, 'draft' | 'parts'>;

/** One language speaking about one pack in one month: its own words, the pack's words, numbers and months. */
export interface Voice {
  readonly language: Language;
  readonly pack: Pack;
  say(key: WordKey, values?: Values): string;
  money(amount: string): string;
  /** An amount a month, in cents: `2,08 €`, and with the words `31,83 € par mois`. */
  cents(amount: string): string;
  monthly(amount: string): string;
  /** `rented, owned or shared` and `more than 3 and less than 7`. */
  either(list: readonly string[]): string;
  both(list: readonly string[]): string;
  /** `one; two; three`: parts that may hold commas themselves. */
  row(list: readonly string[]): string;
  /** The currency of the pack, as its units begin. */
  readonly currency: string;
  /** With a plus or a minus. */
  gain(amount: string): string;
  number(value: string, places?: number): string;
  /** A share: in a sentence as short as it is (48%), in a column with its tenths (48.0%). */
  percent(ratio: string): string;
  tenths(ratio: string): string;
  /** What a person is called in brackets and lists, several joined by a comma: the id, unless it speaks to a family. */
  who(persons: string): string;
  /** What a person is called in a sentence. */
  named(person: string): string;
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
  const monthIn = new Map<string, string>();
  const named = (tongue: string): string => {
    let name = monthIn.get(tongue);
    if (name === undefined) monthIn.set(tongue, (name = monthName(tongue, month)));
    return name;
  };
  const say: Voice['say'] = (key, values = {}) =>
    message(WORDS[language][key], language, values) ?? WORDS[language][key];
  return {
    language,
    pack,
    now: month,
    who: (persons) => persons,
    named: (person) => person,
    say,
    currency,
    cents: (amount) => moneyText(language, currency, amount, false, 2),
    monthly: (amount) => say('per.month', { amount: moneyText(language, currency, amount) }),
    either: (list) => listText(language, 'disjunction', list),
    both: (list) => listText(language, 'conjunction', list),
    money: (amount) => moneyText(language, currency, amount),
    gain: (amount) => moneyText(language, currency, amount, true),
    number: (value, places) => numberText(language, value, places),
    row: (list) => rowText(language, list),
    percent: (ratio) => percentText(language, ratio),
    tenths: (ratio) => percentText(language, ratio, 1),
    month: (one) => monthName(language, one),
    words: (id, field, part, values = {}) => {
      for (const tongue of order) {
        const text = pack.texts[tongue]?.[id];
        const found = (part === undefined ? text : text?.parts?.[part])?.[field];
        if (found === undefined) continue;
        const said = message(found, tongue, { month: named(tongue), ...values });
        return said === null ? null : typeset(tongue as Language, begun(said, values['person']));
      }
      return null;
    },
  };
}

/** A text that begins with what a person is called begins with a capital letter; an id, which has no blank, stays as it is. */
function begun(text: string, person: string | number | undefined): string {
  const begins = typeof person === 'string' && /\s/.test(person) && text.startsWith(person);
  return begins ? capital(text) : text;
}
