/**
 * Characters that a screen obeys in place of showing them: control characters, those that turn the direction of writing, those
 * that cannot be seen, halves of characters, and tags. A line feed is a control character too: lines are made by the page.
 */
const OBEYED =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;

/** More combining marks than any language sets on one letter. */
const HEAPED = /(\p{M}{4})\p{M}+/gu;

/** Longest text of somebody else that is shown; the rest is cut with a sign. */
const LONGEST = 2000;

/**
 * Text of somebody else (an id, a label, a reason) made harmless for a screen or a page: what would be obeyed is shown as
 * `⟨202E⟩`, what is endless is cut. Markup is left as it is: what writes HTML or Markdown escapes it.
 */
export function harmless(text: string, longest = LONGEST): string {
  const seen = text.replace(OBEYED, shown).replace(HEAPED, '$1');
  return seen.length <= longest ? seen : `${seen.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

function shown(character: string): string {
  return `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** As `harmless`, for lines that are put together already: they stay lines. */
export function harmlessLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) => harmless(line));
}

/** JSON in which nothing is obeyed by a screen: the same data, the characters written as escapes. */
export function harmlessJson(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) =>
    OBEYED_UNIT.test(unit) ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit,
  );
}

const OBEYED_UNIT = /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
