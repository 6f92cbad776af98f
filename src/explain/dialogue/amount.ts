import { localeOf } from '../words/numbers.js';
import type { Voice } from '../words/voice.js';

const PERIODS = ['day', 'week', 'month', 'year'] as const;

/** `1 450,50`, `1.450,50 euros`, `320/year`, `320 par an`: as the files write it; null when it is no amount. */
export function amountOf(voice: Voice, text: string, plain: 'month' | null = 'month'): string | null {
  const [, digits = '', rest = ''] = /^((?:[€$]\s*)?[\d\s.,'’]*\d)(.*)$/u.exec(text) ?? [];
  const number = decimalOf(digits.replace(/[€$]/, ''), voice.language);
  if (number === null) return null;
  const said = withoutCurrency(voice, rest.trim().toLowerCase());
  if (said === '') return number;
  const period = PERIODS.find((one) => wordsFor(voice, one).includes(said.replace(/^(?:\/|per|par|pro)\s*/, '')));
  if (period === undefined) return null;
  return period === plain ? number : `${number} ${voice.currency}/${period}`;
}

/** `month`, `mois`, `par mois`. */
function wordsFor(voice: Voice, period: (typeof PERIODS)[number]): readonly string[] {
  const phrase = voice.say(`per.${period}`, { amount: '' }).trim();
  return [period, voice.say(`unit.${period}`), phrase, phrase.replace(/^(?:per|par|pro)\s+/, '')].map((word) =>
    word.toLowerCase(),
  );
}

function withoutCurrency(voice: Voice, rest: string): string {
  const isWhole = (one: string): boolean =>
    rest.startsWith(one) && !(/\p{L}$/u.test(one) && /^\p{L}/u.test(rest.slice(one.length)));
  const name = currencyNames(voice).find(isWhole);
  return name === undefined ? rest : rest.slice(name.length).trim();
}

/** The sign, the code and the names of a currency, the longest first: `euros`, `euro`, `eur`, `€`. */
function currencyNames({ language, currency }: Voice): readonly string[] {
  const named = (['symbol', 'narrowSymbol', 'code', 'name'] as const).flatMap((currencyDisplay) =>
    [1, 2].map(
      (count) =>
        new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, currencyDisplay })
          .formatToParts(count)
          .find(({ type }) => type === 'currency')?.value ?? currency,
    ),
  );
  const names = new Set(named.map((one) => one.toLowerCase()));
  return [...names].sort((a, b) => b.length - a.length);
}

/**
 * A number as people of a language write it; null when it is none. Thousands are apart by blanks, by an apostrophe or by the sign
 * that is not the language's decimal one; of two signs the last is the decimal one, whatever the language.
 */
export function decimalOf(text: string, language: string): string | null {
  const bare = text.replace(/[\s'’]/gu, '');
  const last = /[.,](?=[^.,]*$)/.exec(bare)?.[0];
  const thousands = language === 'en' ? ',' : '.';
  const grouped = (sign: string): boolean =>
    new RegExp(`^[1-9]\\d{0,2}(?:[${sign}]\\d{3})+(?:[.,]\\d{1,6})?$`).test(bare);
  const both = bare.includes('.') && bare.includes(',');
  const group = both ? (last === ',' ? '.' : ',') : last === undefined || !isRepeated(bare, last) ? thousands : last;
  const plain = (grouped(group) ? bare.replaceAll(group, '') : bare).replace(',', '.');
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(plain)) return null;
  return plain.replace(/^0+(?=\d)/, '');
}

const isRepeated = (text: string, sign: string): boolean => text.split(sign).length > 2;
