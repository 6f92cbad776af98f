import { Exact } from '../../decimal/exact.js';
import type { Band, OneOf } from '../../model/condition.js';

/** What a list accepts, its numbers read. */
export interface List {
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly Exact[];
  /** Silence is accepted. */
  readonly unknown: boolean;
}

export interface Ends {
  readonly from: Exact | null;
  readonly below: Exact | null;
}

/** The value of a leaf as text: json-rules-engine copies each condition with all that is in it, but no text. */
export function leafText(check: OneOf | Band): string {
  const known = texts.get(check);
  if (known !== undefined) return known;
  const text = JSON.stringify(check);
  texts.set(check, text);
  return text;
}

const texts = new WeakMap<OneOf | Band, string>();

const NUMBER = /^-?\d+(\.\d+)?$/;

export const listOf = readOnce((text): List => {
  const { values, unknown } = JSON.parse(text) as OneOf;
  const numbers = values.filter((value) => NUMBER.test(value)).map((value) => new Exact(value));
  return { words: new Set(values), numbers, unknown };
});

export const endsOf = readOnce((text): Ends => {
  const { from, below } = JSON.parse(text) as Band;
  return { from: from === null ? null : new Exact(from), below: below === null ? null : new Exact(below) };
});

export const numberOf = readOnce((text) => new Exact(text));

/** The texts are those of packs: few, and read again and again. */
function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    let one = found.get(text);
    if (one === undefined) found.set(text, (one = read(text)));
    return one;
  };
}
