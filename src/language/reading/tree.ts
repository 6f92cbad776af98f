import type { Place } from '../../model/pack.js';

/** One text of a YAML file: `text` is its value, `raw` what stands in the file, quotes and line ends included. */
export interface Scalar {
  readonly text: string;
  readonly raw: string;
  readonly place: Place;
  readonly quoted: boolean;
}
export interface RawMap {
  readonly [key: string]: Raw;
}
export type RawList = readonly Raw[];
/** What a YAML file holds: every leaf is text, numbers too, so that nothing is ever read as a float. */
export type Raw = Scalar | RawList | RawMap;

interface Position {
  readonly place: Place;
  readonly keys: ReadonlyMap<string, Place>;
}

/** Beside the data and not in it, so that schemas see plain lists and maps. */
const positions = new WeakMap<object, Position>();
const NO_KEYS: ReadonlyMap<string, Place> = new Map();

export function rememberPosition(
  node: RawList | RawMap,
  place: Place,
  keys: ReadonlyMap<string, Place> = NO_KEYS,
): void {
  positions.set(node, { place, keys });
}

/** Maps of which something was refused or could not be read: what else they lack is no news. */
const damaged = new WeakSet();

export function markDamaged(map: RawMap): void {
  damaged.add(map);
}

/** Roots of files that are not YAML. */
const unreadable = new WeakSet();

export function markUnreadable(root: RawMap): void {
  unreadable.add(root);
}

export function isUnreadable(root: RawMap): boolean {
  return unreadable.has(root);
}

/** True when a key was refused in a node or below it. */
export function isDamaged(raw: Raw): boolean {
  if (isScalar(raw)) return false;
  return damaged.has(raw) || Object.values(raw).some(isDamaged);
}

export function isScalar(raw: unknown): raw is Scalar {
  return typeof raw === 'object' && raw !== null && typeof (raw as Scalar).text === 'string';
}

export function isList(raw: unknown): raw is RawList {
  return Array.isArray(raw);
}

export function isMap(raw: unknown): raw is RawMap {
  return typeof raw === 'object' && raw !== null && !isScalar(raw) && !Array.isArray(raw);
}

/** Where a node begins. */
export function placeOf(raw: Raw): Place {
  if (isScalar(raw)) return raw.place;
  const position = positions.get(raw);
  if (position === undefined) throw new Error('a node without position');
  return position.place;
}

/** Where a key of a map stands; of a key that is not there, the map itself. */
export function keyPlace(map: RawMap, key: string): Place {
  return positions.get(map)?.keys.get(key) ?? placeOf(map);
}

/** Where the character `offset` of a scalar's text stands in the file. */
export function placeWithin(scalar: Scalar, offset: number): Place {
  const { raw, place, quoted } = scalar;
  let at = quoted ? 1 : 0;
  for (let seen = 0; seen < offset && at < raw.length; seen++) {
    const folded = /^\s*\n\s*/.exec(raw.slice(at));
    if (folded !== null) at += folded[0].length;
    else if (quoted && (raw[at] === '\\' || raw.startsWith("''", at))) at += 2;
    else at += 1;
  }
  const before = raw.slice(0, at).split('\n');
  const last = before[before.length - 1] ?? '';
  return before.length === 1
    ? { file: place.file, line: place.line, column: place.column + last.length }
    : { file: place.file, line: place.line + before.length - 1, column: last.length + 1 };
}

/** Plain data as a JSON file would hold it: numbers where the text is a plain number of at most 15 digits, else text. */
export function plainData(raw: Raw): unknown {
  if (isScalar(raw)) return plainScalar(raw);
  if (isList(raw)) return raw.map(plainData);
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plainData(value)]));
}

function plainScalar(scalar: Scalar): string | number {
  const { text, quoted } = scalar;
  if (quoted || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) || text.replace(/[-.]/g, '').length > 15) return text;
  return Number(text);
}

/** What a node is, in words of the files. */
export function kindOf(raw: unknown): string {
  return isScalar(raw) ? 'a value' : isList(raw) ? 'a list' : isMap(raw) ? 'a map' : 'nothing';
}
