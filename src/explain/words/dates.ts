import { dateParts, monthIndex } from '../../calendar/month.js';
import { instantOf } from './instant.js';
import { localeOf } from './numbers.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes tens of milliseconds, so each is made once. */
function format(language: string, day: boolean): Intl.DateTimeFormat {
  const key = `${language} ${String(day)}`;
  let known = formats.get(key);
  if (known === undefined) {
    const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    known = new Intl.DateTimeFormat(localeOf(language), day ? { day: 'numeric', ...options } : options);
    formats.set(key, known);
  }
  return known;
}

/** "2024-06" as "June 2024"; what is no month is shown as it is. */
export function monthName(language: string, month: string): string {
  const index = monthIndex(month);
  if (index === null) return month;
  return format(language, false).format(instantOf(Math.floor(index / 12), (index % 12) + 1, 1));
}

/** "2017-03-02" as "2 March 2017"; what is no date is shown as it is. */
export function isoDate(language: string, text: string): string {
  const parts = dateParts(text);
  return parts === null ? text : format(language, true).format(instantOf(parts.year, parts.month, parts.day));
}
