import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { syntaxHint, syntaxMessage } from '../language/reading/syntax-hints.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/pack.js';
import { fault } from './fault.js';
import { plainValue, tooDeep } from './plain-value.js';

/** A household as written, and where each part of it stands. */
export interface HouseholdFile {
  readonly file: string;
  readonly text: string;
  /** Plain data: numbers as their own text, so that no digit is lost; `about` as it is. */
  readonly input: unknown;
  /** The same findings, each that has a path now with file, line and column. */
  locate(findings: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Reads the text of a household file, YAML 1.2 or JSON; everything wrong at once. */
export function parseHousehold(
  file: string,
  text: string,
): { readonly value: HouseholdFile } | { readonly errors: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const deep = deepest(text);
  if (deep !== null) return { errors: [tooDeep({ file, ...deep })] };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.length > 0) return { errors: toldMistakes(mistakes).map((one) => notYaml(one, placeAt(one.pos[0]))) };
  if (document.contents === null) return { errors: [empty(file)] };
  if (!isMap(document.contents)) return { errors: [noMap(placeAt(document.contents.range[0]))] };
  const { value, errors } = plainValue(document, placeAt);
  if (errors.length > 0) return { errors };
  const locate = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
    findings.map((finding) => located(finding, document, placeAt));
  return { value: { file, text, input: value, locate } };
}

const MOST_BRACKETS = 300;

/** Where a text opens more brackets or list marks than any household; the parser itself would not survive many more. */
function deepest(text: string): { readonly line: number; readonly column: number } | null {
  let depth = 0;
  let [line, start] = [1, 0];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') [line, start] = [line + 1, i + 1];
    else if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return { line, column: i - start + 1 };
  }
  return /^(?:[-?:] ){300}/m.test(text) || /^ {2000}/m.test(text) ? { line: 1, column: 1 } : null;
}

type Mistake = Document['errors'][number] | Document['warnings'][number];

/** All doubled keys, and the first place that is no YAML: what the parser says after its first stumble follows from that. */
function toldMistakes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const first = mistakes.find((one) => !isDoubled(one));
  return mistakes.filter((one) => isDoubled(one) || one === first);
}

function isDoubled({ code }: Mistake): boolean {
  return code === 'DUPLICATE_KEY';
}

function notYaml(mistake: Mistake, place: Place): Diagnostic {
  if (isDoubled(mistake)) return fault('duplicate-key', place, 'this key stands here twice', 'Keep one of them.');
  const hint = syntaxHint(mistake, 'Correct the punctuation or the indentation here.');
  return fault('not-yaml', place, `not YAML: ${syntaxMessage(mistake)}`, hint);
}

const LEAST = 'Write at least persons: with one entry a person.';

function noMap(place: Place): Diagnostic {
  return fault('wrong-type', place, 'a household is a map of names and values', LEAST);
}

function empty(file: string): Diagnostic {
  return fault('empty-file', { file, line: 1, column: 1 }, 'the file is empty', LEAST);
}

/** A misspelt key is shown at the key; everything else at its value. */
function located(finding: Diagnostic, document: Document.Parsed, placeAt: (offset: number) => Place): Diagnostic {
  if (finding.path === undefined || finding.places.length > 0) return finding;
  const offset = offsetOf(document, finding.path, finding.code === 'unknown-key');
  return { ...finding, places: [placeAt(offset)] };
}

/** The offset of a path's deepest part that exists. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[], atKey: boolean): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    let next: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && textOfKey(item.key) === String(step),
      );
      if (pair === undefined) break;
      const key = pair.key as Node;
      offset = key.range?.[0] ?? offset;
      next = pair.value;
      if (atKey && depth === path.length - 1) return offset;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
    }
    if (next === null || next === undefined) break;
    node = next as Node;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

function textOfKey(key: { readonly value: unknown; readonly source?: string }): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
