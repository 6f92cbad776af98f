import { de } from './words/de.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';
import { nl } from './words/nl.js';

/** Languages in which this program speaks; a pack has languages of its own. */
export const LANGUAGES = ['fr', 'nl', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;

export const WORDS: Readonly<Record<Language, Words>> = { fr, nl, de, en };
