import type { Language } from '../explain/language.js';
import { voiceOf } from '../explain/words/voice.js';
import type { Pack } from '../model/pack.js';

/** A line that says how a document is verified from which something was left out. */
export const verifyNote = (pack: Pack, lang: Language, month: string): string =>
  `${voiceOf(pack, lang, month).say('head.verify')}\n`;
