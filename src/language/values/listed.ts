import { Exact } from '../../decimal/exact.js';
import type { ValueType } from '../../model/value.js';
import type { Reader } from '../context.js';
import type { Scalar } from '../reading/tree.js';
import { isProblem, parseBand, type Bounds } from './band.js';

/** What a list of values takes in. */
export interface Listed {
  readonly values: readonly string[];
  /** Ages and months stand for bands; those that touch are one. */
  readonly bands: readonly Bounds[];
  /** Where silence is taken in. */
  readonly unknown: Scalar | null;
}

/** Reads the values of a list, each with `one`; null where one of them is wrong. */
export function readListed(entries: readonly Scalar[], one: (entry: Scalar) => string | Bounds | null): Listed | null {
  const unknown = entries.find(({ text }) => text === 'unknown') ?? null;
  const read = entries.filter(({ text }) => text !== 'unknown').map(one);
  const sound = read.filter((value) => value !== null);
  if (sound.length < read.length) return null;
  const bands = sound.filter((value) => typeof value !== 'string');
  return { values: sound.filter((value) => typeof value === 'string'), bands: merged(bands), unknown };
}

function merged(bands: readonly Bounds[]): Bounds[] {
  const sorted = [...bands].sort((a, b) => new Exact(a.from ?? '-1').cmp(b.from ?? '-1'));
  const out: Bounds[] = [];
  for (const band of sorted) {
    const last = out[out.length - 1];
    if (last !== undefined && last.below === band.from) out[out.length - 1] = { from: last.from, below: band.below };
    else out.push(band);
  }
  return out;
}

/** Reads a band of what has numbers; `instead` is what to write where it has words. Null after a finding. */
export function readBand(raw: Scalar, type: ValueType, instead: string, reader: Reader): Bounds | null {
  const { report } = reader.context;
  if (type === 'one-of' || type === 'yes-no') {
    report.error('wrong-value', raw.place, `a ${type} has no bands`, instead);
    return null;
  }
  const band = parseBand(raw.text, type);
  if (!isProblem(band)) return band;
  report.error('bad-band', raw.place, band.problem, band.hint);
  return null;
}
