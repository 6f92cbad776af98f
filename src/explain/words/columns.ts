import { harmless } from './harmless.js';

/** Width of a text on screen: every letter of these languages takes one cell. */
export function cells(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}

/**
 * A text in lines of at most `width`, the first after `indent` blanks, the others after `hang`. Only a word longer than a line is
 * cut. What a screen would obey is shown, and counts with the letters it then takes.
 */
export function wrap(text: string, width: number, indent = 0, hang = indent): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let empty = true;
  for (const word of wordsIn(text, Math.max(1, width - Math.max(indent, hang)))) {
    if (!empty && cells(line) + 1 + cells(word) > width) {
      lines.push(line);
      line = ' '.repeat(hang);
      empty = true;
    }
    line += (empty ? '' : ' ') + word;
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines;
}

function wordsIn(text: string, longest: number): string[] {
  return text
    .split(/[ \n]+/)
    .filter((part) => part !== '')
    .map((part) => harmless(part))
    .flatMap((word) => (cells(word) <= longest ? [word] : pieces(Array.from(word), longest)));
}

function pieces(letters: readonly string[], longest: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < letters.length; i += longest) out.push(letters.slice(i, i + longest).join(''));
  return out;
}

/** Column widths of a table's right side. */
export type Widths = readonly number[];

/** A label at the left, cells set to the right under one another. A long label takes several lines; the cells stand on its last. */
export function row(width: number, indent: number, label: string, texts: readonly string[], widths: Widths): string[] {
  const right = texts.map((text, i) => text.padStart(text.length + (widths[i] ?? 0) - cells(text))).join('');
  const room = width - widths.reduce((sum, one) => sum + one, 0);
  const lines = wrap(label, room - 1, indent, indent + 2);
  const last = lines.pop() ?? ' '.repeat(indent);
  lines.push((last + ' '.repeat(Math.max(1, room - cells(last))) + right).trimEnd());
  return lines;
}

/** A heading: the words, and at the right the heads of the columns. */
export function heading(width: number, title: string, heads: readonly string[] = [], widths: Widths = []): string[] {
  return ['', ...row(width, 0, title.toUpperCase(), heads, widths)];
}

export function rule(width: number): string {
  return '─'.repeat(width);
}
