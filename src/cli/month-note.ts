import type { Language } from '../explain/language.js';
import { voiceOf } from '../explain/words/voice.js';
import type { Pack } from '../model/pack.js';

/** Where a month comes from: said with `--month`, said of the household, read from the clock, or the nearest to it that the pack covers. */
export type MonthFrom = 'option' | 'household' | 'today' | 'nearest';

/** A line that says which month a budget is of, and who said so. */
export function monthNote(pack: Pack, lang: Language, from: MonthFrom, month: string): string {
  return `${voiceOf(pack, lang, month).say(`head.month.${from}`, { month })}\n`;
}
