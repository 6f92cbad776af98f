import { z } from 'zod';
import type { Place } from '../../model/pack.js';
import { didYouMean } from '../../model/near.js';
import type { Report } from '../report.js';
import type { ShapeMeta } from './shape.js';
import { isList, isMap, isScalar, keyPlace, kindOf, placeOf, type Raw, type Scalar } from '../reading/tree.js';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Checks a tree against its schema and tells every mistake with its place. True when the shape is right. */
export function hasShape<S extends z.ZodType>(
  schema: S,
  raw: Raw,
  what: string,
  report: Report,
  where?: Place,
): raw is Raw & z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return true;
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const path = pathToValue(issue, raw);
    if (path === null) tell(issue, raw, what, report, where);
    else if (!told.has(path.join('.'))) {
      told.add(path.join('.'));
      tellNoMap(path, raw, what, report);
    }
  }
  return false;
}

function tell(issue: Issue, root: Raw, what: string, report: Report, where?: Place): void {
  const path = issue.path as Path;
  const found = at(root, path);
  const parent = at(root, path.slice(0, -1));
  const key = path[path.length - 1];
  const name = path.length === 0 ? what : `${what}: ${path.join('.')}`;
  const place = placeOfPath(root, path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    for (const wrong of issue.keys) {
      report.error(
        'unknown-key',
        found !== undefined && isMap(found) ? keyPlace(found, wrong) : place,
        `${name}: ${wrong} is no key here`,
        didYouMean(wrong, known, `The keys here are ${known.join(', ')}.`),
      );
    }
  } else if (found === undefined) {
    report.error(
      'missing-key',
      path.length === 1 && where !== undefined ? where : parent === undefined ? placeOf(root) : placeOf(parent),
      `${what}: ${path.join('.')} is missing`,
      `Write ${String(key)}: … here.`,
    );
  } else if (isScalar(found) && found.text === '' && !found.quoted) {
    // an empty value was told when the file was read
    return;
  } else if (issue.code === 'custom') {
    const meta = issue.params as ShapeMeta | undefined;
    const expects = meta?.expects ?? 'something else';
    const shown = isScalar(found) ? (found.text === '' ? 'nothing' : found.text) : kindOf(found);
    report.error('wrong-value', place, `${name}: expected ${expects}, found ${shown}`, hintFor(found, meta));
  } else {
    const expected = issue.code === 'invalid_type' ? wordFor(issue.expected) : 'something else';
    report.error(
      'wrong-value',
      place,
      `${name}: expected ${expected}, found ${kindOf(found)}`,
      `Write ${expected} here.`,
    );
  }
}

/** The way to a value that stands where a map should: zod looks into it, and misses in it what the map should hold. */
function pathToValue(issue: Issue, root: Raw): Path | null {
  const path = issue.path as Path;
  const lookedInto = issue.code === 'unrecognized_keys' ? path.length : path.length - 1;
  for (let depth = 0; depth <= lookedInto; depth++) {
    if (isScalar(at(root, path.slice(0, depth)))) return path.slice(0, depth);
  }
  return null;
}

function tellNoMap(path: Path, root: Raw, what: string, report: Report): void {
  const found = at(root, path) as Scalar;
  // an empty value was told when the file was read
  if (found.text === '' && !found.quoted) return;
  const name = path.length === 0 ? what : `${what}: ${path.join('.')}`;
  report.error('wrong-value', found.place, `${name}: expected a map, found ${found.text}`, 'Write a map here.');
}

function hintFor(found: Raw, meta: ShapeMeta | undefined): string {
  if (isScalar(found) && meta?.words?.includes('yes') && /^(true|false|on|off)$/i.test(found.text)) {
    return `Write ${/^(true|on)$/i.test(found.text) ? 'yes' : 'no'}.`;
  }
  if (isScalar(found) && meta?.words !== undefined) {
    return didYouMean(found.text, meta.words, `Write ${meta.words.join(' or ')}.`);
  }
  return `Write ${meta?.expects ?? 'something else'}.`;
}

function wordFor(expected: string): string {
  if (expected === 'array') return 'a list';
  return expected === 'object' || expected === 'record' ? 'a map' : 'a value';
}

function at(root: Raw, path: Path): Raw | undefined {
  let node: Raw | undefined = root;
  for (const step of path) {
    if (node === undefined || isScalar(node)) return undefined;
    node = isList(node) ? node[Number(step)] : (node as Record<string, Raw>)[String(step)];
  }
  return node;
}

function placeOfPath(root: Raw, path: Path): ReturnType<typeof placeOf> {
  const found = at(root, path);
  if (found !== undefined && !(isScalar(found) && found.text === '')) return placeOf(found);
  const parent = at(root, path.slice(0, -1));
  const key = path[path.length - 1];
  if (parent !== undefined && isMap(parent) && key !== undefined) return keyPlace(parent, String(key));
  return placeOf(parent ?? root);
}
