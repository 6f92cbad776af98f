import type { Language } from '../language.js';

/** A blank at which no line is broken, as French sets it before and after some signs. */
const NO_BREAK = '\u00a0';

/**
 * A text of a pack as it is set in print; who writes one types on a keyboard. Apostrophes are curved; in French, `: ; ? ! »`
 * and `«` keep a blank that does not break.
 */
export function typeset(language: Language, text: string): string {
  const curved = text.replace(/(?<=\p{L})'(?=\p{L})|(?<=^|[\s(])'(?=[snt](?:\s|$))/gu, '’');
  if (language !== 'fr') return curved;
  return curved
    .replace(/«\s*/g, `«${NO_BREAK}`)
    .replace(/\s*»/g, `${NO_BREAK}»`)
    .replace(/\s*([:;?!]+)(?=[\s)]|$)/g, `${NO_BREAK}$1`);
}
