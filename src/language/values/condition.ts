import type { Condition, Test } from '../../model/condition.js';
import type { Place } from '../../model/pack.js';
import type { Reader } from '../context.js';
import { didYouMean } from '../../model/near.js';
import { read, resolveName } from './resolve.js';
import type { Resolved } from './resolved.js';
import { linkBounds, linkCheck, type Checked } from './test-value.js';
import {
  isList,
  isMap,
  isScalar,
  keyPlace,
  kindOf,
  placeOf,
  type Raw,
  type RawMap,
  type Scalar,
} from '../reading/tree.js';

const GROUPS = ['any', 'all', 'none'];
const BOUNDS = ['from', 'to', 'above', 'below'];

/**
 * Links a condition: a map all of whose tests must hold, with `any`, `all`, `none` of further maps. Negations are pushed
 * down to the tests. Null after a finding.
 */
export function linkCondition(raw: Raw, reader: Reader): Condition | null {
  return linkMap(raw, { ...reader, origin: null, as: 'condition' }, false);
}

function linkMap(raw: Raw, reader: Reader, turned: boolean): Condition | null {
  const { report } = reader.context;
  if (!isMap(raw)) {
    report.error(
      'wrong-value',
      placeOf(raw),
      `a condition is a map of tests, found ${kindOf(raw)}`,
      'Write { person.age: 18.. }.',
    );
    return null;
  }
  const parts = Object.entries(raw).map(([key, value]) => {
    const place = keyPlace(raw, key);
    if (GROUPS.includes(key)) return linkGroup(key, value, place, reader, turned);
    if (key === 'not') {
      report.error(
        'not-of-a-map',
        place,
        'there is no not: of a map',
        'Turn one test round: person.tall: { not: yes }; or write none: [{ … }].',
      );
      return null;
    }
    return linkTest(key, value, place, reader, turned);
  });
  return join(turned ? 'any' : 'all', parts);
}

function linkGroup(key: string, value: Raw, place: Place, reader: Reader, turned: boolean): Condition | null {
  if (isList(value) && value.length === 0) return null;
  if (!isList(value)) {
    reader.context.report.error('wrong-value', place, `${key} takes a list of maps`, `Write ${key}: [{ … }, { … }].`);
    return null;
  }
  const inner = value.map((entry) => linkMap(entry, reader, key === 'none' ? !turned : turned));
  const any = key === 'any';
  return join(any !== turned ? 'any' : 'all', inner);
}

/** One of several is itself; a list inside a list of the same kind is spread. */
function join(kind: 'all' | 'any', parts: readonly (Condition | null)[]): Condition | null {
  const sound = parts.filter((part) => part !== null);
  if (sound.length < parts.length || sound.length === 0) return null;
  const flat = sound.flatMap((part) => (part.kind === kind ? part.of : [part]));
  return flat.length === 1 ? (flat[0] ?? null) : { kind, of: flat };
}

function linkTest(name: string, raw: Raw, place: Place, reader: Reader, turned: boolean): Condition | null {
  const silence = unknownIn(raw);
  const before = reader.context.reads.length;
  const found = resolveName(name, reader, place);
  if (found === null) return null;
  if (silence !== null) {
    reader.context.reads.splice(before);
    read(found, reader, silence.place, true);
  }
  const inner = isMap(raw) && 'not' in raw ? onlyNot(raw, reader) : raw;
  if (inner === null) return null;
  const isTurned = turned !== (inner !== raw);
  if (isMap(inner)) return linkCompare(found, inner, reader, isTurned);
  const checks = linkCheck(found, name, inner, reader);
  if (checks === null) return null;
  const text = written(inner);
  const tests = checks.map((check) => testOf(found, check, isTurned, text));
  return join(isTurned ? 'all' : 'any', tests);
}

function testOf(found: Resolved, check: Checked, turned: boolean, text: string): Test {
  return { kind: 'test', ref: found.ref, check, turned, text: turned ? `not ${text}` : text };
}

function onlyNot(raw: RawMap, reader: Reader): Raw | null {
  const { report } = reader.context;
  const keys = Object.keys(raw);
  const inner = raw.not as Raw;
  if (keys.length === 1 && !isMap(inner)) return inner;
  report.error(
    'wrong-value',
    placeOf(raw),
    'not takes what may stand alone: a value, a list or a band',
    'Write { not: yes } or { not: [a, b] }.',
  );
  return null;
}

/** `{ from, to, above, below }`. */
function linkCompare(found: Resolved, raw: RawMap, reader: Reader, turned: boolean): Condition | null {
  const { report } = reader.context;
  const wrong = Object.keys(raw).filter((key) => !BOUNDS.includes(key));
  for (const key of wrong) {
    report.error(
      'unknown-key',
      keyPlace(raw, key),
      `${key} is no bound`,
      didYouMean(key, [...BOUNDS, 'not'], 'Bounds: from (≥), to (≤), above, below; or not.'),
    );
  }
  if (wrong.length > 0 || Object.keys(raw).length === 0) return null;
  const bounds = linkBounds(found, raw, reader);
  if (bounds === null) return null;
  const text = Object.entries(raw)
    .map(([key, value]) => `${key} ${written(value)}`)
    .join(', ');
  return testOf(found, { op: 'compare', bounds }, turned, text);
}

/** The word `unknown` of a test, or null. */
function unknownIn(raw: Raw): Scalar | null {
  if (isScalar(raw)) return raw.text === 'unknown' ? raw : null;
  if (isList(raw)) return raw.filter(isScalar).find((entry) => entry.text === 'unknown') ?? null;
  return isMap(raw) && raw.not !== undefined && !isMap(raw.not) ? unknownIn(raw.not) : null;
}

/** A test's value as the trace shows it. */
function written(raw: Raw): string {
  if (isScalar(raw)) return raw.text;
  if (isList(raw)) return `[${raw.map(written).join(', ')}]`;
  return 'value' in raw ? written(raw.value) : '…';
}
