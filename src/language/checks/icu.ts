import { IntlMessageFormat } from 'intl-messageformat';

/** A piece of a message: plain text, a variable, or a choice between messages. */
export type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Texts without these signs are what they say. */
export const isPlain = (text: string): boolean => !/[{}']/.test(text);

/** The pieces of an ICU message. Throws an Error that says what is wrong with it. */
export function elementsOf(text: string, language: string): readonly Element[] {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
}

/** The parser's number for a piece of plain text. */
const PLAIN = 0;

/** The plain text of a piece, or null where it is something else. */
export function plainTextOf(element: Element): string | null {
  const type: number = element.type;
  return type === PLAIN && 'value' in element ? element.value : null;
}

/** The messages that a piece chooses between; none where it is no choice. */
export function choicesOf(element: Element): readonly (readonly Element[])[] {
  return 'options' in element ? Object.values(element.options).map((option) => option.value) : [];
}
