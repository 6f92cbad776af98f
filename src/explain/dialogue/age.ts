import { monthText } from '../../calendar/month.js';
import type { MonthIndex } from '../../model/value.js';
import type { Voice } from '../words/voice.js';
import { dateOf } from './answer.js';

/** An age as a file says it. */
export type AgeAnswer = { readonly age: string } | { readonly born: string };

const OLDEST = 120;
/** In months an age is told of somebody this young at most. */
const MOST_MONTHS = 35;

/**
 * `34`, `34 years`; of a small child `8 months`, kept as the month of birth; or the date of birth. Null when it is no age.
 * Whether that day is possible is for who reads the household.
 */
export function ageAnswer(voice: Voice, text: string, month: MonthIndex): AgeAnswer | null {
  const born = dateOf(text);
  if (born !== null) return { born };
  const [, digits = '', words = ''] = /^(\d{1,3})\s*(\p{L}*)\.?$/u.exec(text.trim()) ?? [];
  if (digits === '') return null;
  const count = Number(digits);
  if (words === '' || isUnit(voice, 'age.years', count, words)) return count > OLDEST ? null : { age: `${count}` };
  if (!isUnit(voice, 'age.months', count, words) || count > MOST_MONTHS) return null;
  return { born: `${monthText(month - count)}-01` };
}

/** The word beside the number, as this language says it for one or for several. */
function isUnit(voice: Voice, key: 'age.years' | 'age.months', count: number, word: string): boolean {
  const said = [count, 1, 2].map((one) => voice.say(key, { count: one }).replace(/^\d+\s*/u, ''));
  return said.some((one) => one.toLowerCase() === word.toLowerCase());
}
