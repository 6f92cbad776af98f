import { Exact, placesOf } from '../../decimal/exact.js';

/** British English writes the day before the month, as the other three do. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formats decimal text exactly; the type of its argument does not know that yet. A minus is a minus, not a hyphen. */
function format(language: string, options: Intl.NumberFormatOptions, text: string): string {
  const key = language + JSON.stringify(options);
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(localeOf(language), options);
    formats.set(key, known);
  }
  return known.format(text as unknown as number).replace('-', '−');
}

/** "662.40" as "662,40 €", with the places it is written with; `signed` also shows a plus. */
export function moneyText(
  language: string,
  currency: string,
  amount: string,
  signed = false,
  places = moneyPlaces(amount),
): string {
  return format(
    language,
    {
      style: 'currency',
      currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      signDisplay: signed ? 'exceptZero' : 'auto',
    },
    amount,
  );
}

/** Money of lines has its places; an unrounded amount has at least two, at most four. */
function moneyPlaces(amount: string): number {
  const places = placesOf(amount);
  return places === 0 ? 0 : Math.min(4, Math.max(2, places));
}

/** A plain decimal with the places it is written with; of a long one, at most `most`. */
export function numberText(language: string, value: string, most = 20): string {
  const places = placesOf(value);
  return format(
    language,
    { minimumFractionDigits: places <= 2 ? places : 0, maximumFractionDigits: Math.min(most, places) },
    value,
  );
}

/** A ratio ("0.8286") as per cent with at most one decimal, and at least `least`. */
export function percentText(language: string, ratio: string, least: 0 | 1 = 0): string {
  return format(language, { style: 'percent', minimumFractionDigits: least, maximumFractionDigits: 1 }, ratio);
}

/** part ÷ whole with six decimals; "0" when the whole is 0. */
export function ratio(part: string, whole: string): string {
  const all = new Exact(whole);
  return all.isZero() ? '0' : new Exact(part).div(all).toDecimalPlaces(6).toFixed();
}

/** True for "0", "0.00". */
export function isZero(amount: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(amount);
}

/** "a; b; c"; French keeps a blank before the sign. */
export function rowText(language: string, list: readonly string[]): string {
  return list.join(language === 'fr' ? '\u00a0; ' : '; ');
}

const lists = new Map<string, Intl.ListFormat>();

/** "a, b or c"; "a, b and c". */
export function listText(language: string, type: 'disjunction' | 'conjunction', list: readonly string[]): string {
  const key = `${language} ${type}`;
  let known = lists.get(key);
  if (known === undefined) lists.set(key, (known = new Intl.ListFormat(localeOf(language), { type })));
  return known.format(list);
}
