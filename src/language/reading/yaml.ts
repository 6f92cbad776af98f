import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import type { Place } from '../../model/pack.js';
import { createReport, type Report } from '../report.js';
import { syntaxHint, syntaxMessage } from './syntax-hints.js';
import { isMap as isRawMap, markDamaged, markUnreadable, rememberPosition, type Raw, type Scalar } from './tree.js';

/** Deeper files are refused: no file of a pack needs it, and readers of trees recurse. */
const DEEPEST = 40;
const LARGEST_FILE = 5_000_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Reads a YAML 1.2 file into plain lists and maps whose leaves are texts with places. Refuses anchors, aliases, tags, merge keys,
 * doubled and forbidden keys, several documents, too large and too deep files. Null when the file is empty or too strange to be
 * read. A file that is not YAML is read as far as it goes, all of it damaged: its names are known, so that nobody misses them.
 */
export function readYaml(file: string, text: string, report: Report): Raw | null {
  const start: Place = { file, line: 1, column: 1 };
  if (text.length > LARGEST_FILE) {
    report.error(
      'file-too-large',
      start,
      `the file is larger than ${LARGEST_FILE / 1e6} million characters`,
      'Split it, or move rows into a CSV.',
    );
    return null;
  }
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    report.error('not-text', start, 'the file is not text in UTF-8', 'Save it as UTF-8 text.');
    return null;
  }
  if (tooDeep(text)) {
    report.error('too-deep', start, `the file nests deeper than ${DEEPEST} levels`, 'Write it flatter.');
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    schema: 'failsafe',
    logLevel: 'silent',
  });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  const doubled = problems.filter(({ code }) => code === 'DUPLICATE_KEY');
  for (const { pos } of doubled)
    report.error('duplicate-key', at(pos[0]), 'this key stands twice in one map', 'A key stands once in a map.');
  const [first] = problems.filter((problem) => !doubled.includes(problem));
  if (first !== undefined) {
    // what the parser says after its first stumble is mostly that it lay on the ground
    const hint = syntaxHint(first, 'Mend the line so that it is YAML 1.2.');
    report.error('yaml-syntax', at(first.pos[0]), `not YAML: ${syntaxMessage(first)}`, hint);
    const rest = convert(document.contents, { text, at, report: createReport(), broken: true }, 0);
    if (rest === null || !isRawMap(rest)) return null;
    markUnreadable(rest);
    return rest;
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.source === '')) {
    report.error('empty-file', start, 'the file is empty', 'Write a section, or remove the file.');
    return null;
  }
  return convert(document.contents, { text, at, report, broken: false }, 0);
}

interface Reading {
  readonly text: string;
  readonly at: (offset: number) => Place;
  readonly report: Report;
  /** The file is not YAML: every map of it may lack something. */
  readonly broken: boolean;
}

function convert(node: ParsedNode | null, reading: Reading, depth: number): Raw | null {
  const { report } = reading;
  if (node === null) return null;
  const place = reading.at(node.range[0]);
  if (depth > DEEPEST) {
    report.error('too-deep', place, `the file nests deeper than ${DEEPEST} levels`, 'Write it flatter.');
    return null;
  }
  if (isAlias(node)) {
    report.error('alias', place, 'aliases (*name) are refused', 'Write the value out.');
    const nothing: Raw = {};
    rememberPosition(nothing, place);
    markDamaged(nothing);
    return nothing;
  }
  const before = propertiesOf(reading.text, node.range[0]);
  if (node.anchor !== undefined) {
    report.error(
      'alias',
      reading.at(before.anchor),
      'anchors (&name) are refused',
      'Write the value out where it is needed.',
    );
  }
  if (before.tag !== null)
    report.error('tag', reading.at(before.tag), 'tags (!…) are refused', 'Write the plain value.');
  if (isScalar(node)) {
    const raw = reading.text.slice(node.range[0], node.range[1]);
    const scalar: Scalar = { text: textOf(node.value), raw, place, quoted: node.type !== 'PLAIN' };
    return scalar;
  }
  if (isSeq(node)) {
    const list = node.items.map((item) => convert(item, reading, depth + 1) ?? emptyScalar(place));
    rememberPosition(list, place);
    return list;
  }
  return isMap(node) ? convertMap(node.items, place, reading, depth) : null;
}

/** With the failsafe schema every scalar is text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

interface PairLike {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function convertMap(pairs: readonly PairLike[], place: Place, reading: Reading, depth: number): Raw {
  const map: Record<string, Raw> = {};
  const keys = new Map<string, Place>();
  let damaged = reading.broken;
  for (const pair of pairs) {
    const keyAt = reading.at(pair.key.range[0]);
    if (!isScalar(pair.key)) {
      reading.report.error('bad-key', keyAt, 'a key must be a word', 'Quote or rewrite the key.');
      damaged = true;
      continue;
    }
    const key = textOf(pair.key.value);
    if (FORBIDDEN_KEYS.has(key)) {
      reading.report.error('forbidden-key', keyAt, `${key} is no key of a pack`, 'Choose another word.');
      damaged = true;
      continue;
    }
    if (key === '<<') {
      reading.report.error('alias', keyAt, 'merge keys (<<) are refused', 'Write the keys out.');
      damaged = true;
      continue;
    }
    if (keys.has(key)) continue;
    keys.set(key, keyAt);
    map[key] = convert(pair.value, reading, depth + 1) ?? emptyScalar(keyAt);
  }
  rememberPosition(map, place, keys);
  if (damaged) markDamaged(map);
  return map;
}

/** Where the anchor and the tag before a node stand. */
function propertiesOf(text: string, start: number): { readonly anchor: number; readonly tag: number | null } {
  const found = /((?:[&!][^\s]*\s+)+)$/.exec(text.slice(Math.max(0, start - 200), start));
  if (found === null) return { anchor: start, tag: null };
  const properties = found[1] ?? '';
  const from = start - properties.length;
  const tag = properties.search(/(^|\s)!/);
  const anchor = properties.search(/(^|\s)&/);
  const at = (index: number): number => from + index + (/\s/.test(properties[index] ?? '') ? 1 : 0);
  return { anchor: anchor < 0 ? start : at(anchor), tag: tag < 0 ? null : at(tag) };
}

/** A key without value: an empty text, which every schema refuses. */
function emptyScalar(place: Place): Scalar {
  return { text: '', raw: '', place, quoted: false };
}

/** Before parsing, since the parser itself recurses: brackets opened, and indents of the deepest line. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') {
      depth += 1;
      if (depth > 20 * DEEPEST) return true;
    } else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  return /^(?:- ){200}/m.test(text) || /^ {2000}/m.test(text);
}
