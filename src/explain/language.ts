import { de, en, fr, nl } from './words/words.generated.js';

/** Languages in which this program speaks; a pack has languages of its own. */
export const LANGUAGES = ['fr', 'nl', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words stand in `words/<topic>/<language>.yaml`, each topic with the same keys in every language. */
export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;

export const WORDS: Readonly<Record<Language, Words>> = { fr, nl, de, en };
