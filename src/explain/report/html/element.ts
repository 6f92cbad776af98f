import { plainText } from '../plain-text.js';

/** Markup that was made here. Text becomes markup through `text` alone, an attribute through `el`: nothing else escapes. */
export type Html = string & { readonly made: 'html' };

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Most texts hold none of these signs and stand as they are. */
const TO_CHANGE = /[^ -~\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u202f\u20ac\u2212]|[&<>"']/;

function escaped(text: string): string {
  return TO_CHANGE.test(text) ? plainText(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text;
}

/** Text as text, whatever it holds. */
export function text(words: string): Html {
  return escaped(words) as Html;
}

/** Letters written from right to left: only they can turn what stands beside them, since signs of direction are taken out. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text that cannot turn what stands beside it: in an element of its own direction where it needs one. */
export function apart(words: string): Html {
  if (!TO_CHANGE.test(words)) return words as Html;
  return RIGHT_TO_LEFT.test(words) ? el('bdi', {}, text(words)) : text(words);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element; an attribute that is `undefined` or `false` is left out, `true` stands without value. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Html[]): Html {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined || value === false) continue;
    tag += value === true ? ` ${key}` : ` ${key}="${typeof value === 'number' ? value : escaped(value)}"`;
  }
  const isVoid = VOID.get(name);
  if (isVoid !== undefined) return (tag + isVoid) as Html;
  // Put together piece by piece: joined at each level, every text would be copied as often as it is deep.
  let whole = `${tag}>`;
  for (const child of children) whole += child;
  return `${whole}</${name}>` as Html;
}

/** How elements without content end: those of HTML, those of SVG. */
const VOID: ReadonlyMap<string, string> = new Map([
  ...['meta', 'br', 'hr'].map((name) => [name, '>'] as const),
  ...['path', 'rect', 'line', 'circle', 'polyline'].map((name) => [name, '/>'] as const),
]);

export function join(parts: readonly Html[]): Html {
  return parts.join('') as Html;
}
