import pc from 'picocolors';
import type { Diagnostic } from '../model/diagnostic.js';
import { harmless } from '../explain/words/harmless.js';
import type { Texts } from './outcome.js';

const LONGEST_LINE = 100;

/** Findings for people: code and place, message, source line with a pointer, hint. */
export function report(diagnostics: readonly Diagnostic[], texts: Texts, colour: boolean): string {
  const paint = pc.createColors(colour);
  return diagnostics.map((diagnostic) => one(diagnostic, texts, paint)).join('');
}

type Paint = ReturnType<typeof pc.createColors>;

function one(diagnostic: Diagnostic, texts: Texts, paint: Paint): string {
  const { code, severity, message, hint, places } = diagnostic;
  const word = severity === 'error' ? paint.red(severity) : paint.yellow(severity);
  const [first] = places;
  const at = first === undefined ? '' : ` ${placeText(first)}`;
  const lines = [`${word}[${code}]${at}`, `  ${harmless(message)}`];
  for (const place of places) {
    if (place !== first) lines.push(`  ${placeText(place)}`);
    lines.push(...pointer(texts.get(place.file), place, paint));
  }
  if (hint !== undefined) lines.push(`  ${paint.cyan('hint:')} ${harmless(hint)}`);
  return `${lines.join('\n')}\n`;
}

function placeText({ file, line, column }: Diagnostic['places'][number]): string {
  return `${harmless(file)}:${line}:${column}`;
}

/** The source line with a mark below the column; nothing where the text is not at hand. */
function pointer(text: string | undefined, place: Diagnostic['places'][number], paint: Paint): string[] {
  const source = text?.split(/\r?\n/)[place.line - 1];
  const caption = place.caption === undefined ? '' : ` ${harmless(place.caption)}`;
  if (source === undefined) return caption === '' ? [] : [`   ${caption}`];
  // A long line is cut around the column, so that the mark stays below its sign.
  const from = Math.max(0, Math.min(place.column - 1 - LONGEST_LINE / 2, source.length - LONGEST_LINE));
  const shown = source.slice(from, from + LONGEST_LINE).replace(/[\t\p{Cc}\p{Cf}]/gu, ' ');
  const number = String(place.line);
  const margin = ' '.repeat(number.length);
  return [
    `    ${paint.dim(`${number} |`)} ${shown}`,
    `    ${paint.dim(`${margin} |`)} ${' '.repeat(Math.max(0, place.column - 1 - from))}${paint.bold('^')}${caption}`,
  ];
}
