import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/pack.js';
import { fault } from './fault.js';

const DEEPEST = 32;
/** Aliases repeat parts of a file; a small file could stand for billions of parts. */
const MOST_ALIASES = 1_000;
const MOST_PARTS = 500_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

interface Walk {
  readonly document: Document.Parsed;
  readonly placeAt: (offset: number) => Place;
  readonly errors: Diagnostic[];
  parts: number;
  aliases: number;
}

/** A YAML document as plain data. Numbers become their own text, except below the top key `about`, which nobody reads. */
export function plainValue(
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
): { readonly value: unknown; readonly errors: readonly Diagnostic[] } {
  const walk: Walk = { document, placeAt, errors: [], parts: 0, aliases: 0 };
  return { value: plain(walk, document.contents, 0, false), errors: walk.errors };
}

function plain(walk: Walk, node: unknown, depth: number, native: boolean): unknown {
  const place = placeOf(walk, node);
  walk.parts++;
  if (isAlias(node)) walk.aliases++;
  if (walk.parts > MOST_PARTS || walk.aliases > MOST_ALIASES) return refuseOnce(walk, tooManyParts(place));
  if (depth > DEEPEST) return refuseOnce(walk, tooDeep(place));
  if (isAlias(node)) {
    const target = node.resolve(walk.document);
    return target === undefined ? refuse(walk, unsetAlias(node.source, place)) : plain(walk, target, depth + 1, native);
  }
  if (isScalar(node)) {
    const value = scalar(node, native);
    return typeof value === 'object' && value !== null ? refuse(walk, tagged(node.tag ?? '', place)) : value;
  }
  if (isSeq(node)) return node.items.map((item) => plain(walk, item, depth + 1, native));
  if (isMap(node)) return map(walk, node, depth, native);
  return null;
}

function map(walk: Walk, node: { readonly items: readonly unknown[] }, depth: number, native: boolean): unknown {
  const result: Record<string, unknown> = {};
  for (const { key, value } of node.items as readonly { key: unknown; value: unknown }[]) {
    if (!isScalar(key)) {
      refuse(
        walk,
        fault(
          'wrong-key',
          placeOf(walk, key),
          'a name stands before the colon, not a list or a map',
          'Write "name: value".',
        ),
      );
      continue;
    }
    const name = String(scalar(key, false));
    if (FORBIDDEN.has(name)) {
      refuse(walk, fault('forbidden-key', placeOf(walk, key), `"${name}" is no name`, 'Leave it out.'));
      continue;
    }
    result[name] = plain(walk, value, depth + 1, native || (depth === 0 && name === 'about'));
  }
  return result;
}

function scalar(node: Scalar, native: boolean): unknown {
  if (native || (typeof node.value !== 'number' && typeof node.value !== 'bigint')) return node.value;
  return node.source ?? String(node.value);
}

function placeOf(walk: Walk, node: unknown): Place {
  return walk.placeAt((node as Node | null)?.range?.[0] ?? 0);
}

function refuse(walk: Walk, finding: Diagnostic): null {
  walk.errors.push(finding);
  return null;
}

function refuseOnce(walk: Walk, finding: Diagnostic): null {
  return walk.errors.some((error) => error.code === finding.code) ? null : refuse(walk, finding);
}

export function tooDeep(place: Place): Diagnostic {
  return fault('too-deep', place, 'the file is nested too deeply', 'A household has a few levels only.');
}

function tooManyParts(place: Place): Diagnostic {
  return fault(
    'too-many-parts',
    place,
    'the file stands for too many parts, because aliases repeat one another',
    'Write the parts out instead of repeating them by alias.',
  );
}

function tagged(tag: string, place: Place): Diagnostic {
  return fault('not-yaml', place, `the tag "${tag}" has no meaning here`, 'Write a plain number or text.');
}

function unsetAlias(name: string, place: Place): Diagnostic {
  return fault('unset-alias', place, `nothing is marked "&${name}"`, 'Write the value here.');
}
