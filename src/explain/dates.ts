import { dateParts } from '../calendar/month.js';
import { localeOf } from './numbers.js';

/** "2017-03-02" as "2 March 2017"; what is no date is shown as it is. */
export function isoDate(language: string, text: string): string {
  const parts = dateParts(text);
  if (parts === null) return text;
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
