import type { Text } from '../../model/pack.js';

export const WORDS = ['label', 'ask', 'because', 'note', 'text', 'where', 'by'] as const;
export type Word = (typeof WORDS)[number];

/** One text of a definition: where in it it stands (`because`, `items/coat/label`), and what it says. */
export interface Part {
  readonly path: string;
  readonly word: Word;
  readonly says: string;
}

/** All texts of one definition in one language, those of its items, cases and rows included. */
export function partsOf(text: Text | undefined, path = ''): readonly Part[] {
  if (text === undefined) return [];
  const own = WORDS.flatMap((word) => {
    const says = text[word];
    return says === undefined ? [] : [{ path: path === '' ? word : `${path}/${word}`, word, says }];
  });
  const inner = Object.entries(text.parts ?? {}).flatMap(([key, part]) =>
    partsOf(part, path === '' ? key : `${path}/${key}`),
  );
  return [...own, ...inner];
}
