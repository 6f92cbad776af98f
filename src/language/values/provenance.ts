import type { Provenance, Status } from '../../model/value.js';
import { isMap, isScalar, type Raw, type Scalar } from '../reading/tree.js';

/** The statuses that a file may write; `given` is said by households alone. */
export const WRITTEN_STATUSES = ['official', 'published', 'press', 'assumption'] as const;

/** What stands above a number, from the nearest outwards: the number's own map, row, edition, item, case, definition, file. */
export interface Origin {
  readonly source: string | null;
  readonly status: Status | null;
  readonly note: string | null;
  readonly law: boolean;
  readonly above: Origin | null;
}

export const NO_ORIGIN: Origin = { source: null, status: null, note: null, law: false, above: null };

/** Defaults of the file of the overlay that put a node here; they stand nearer than what it lies in. */
const changes = new WeakMap<object, Origin>();

export function markChanged(raw: Raw, origin: Origin): void {
  changes.set(raw, origin);
}

/** The origin around a node: what it lies in, or before that the file of the overlay that changed it. */
export function originAround(above: Origin | null, raw: Raw): Origin {
  const change = changes.get(raw);
  return change === undefined ? (above ?? NO_ORIGIN) : { ...change, above };
}

/** The origin of what lies inside a map that may carry `source`, `status`, `note`, `law`. */
export function originUnder(outer: Origin | null, raw: Raw): Origin {
  const above = originAround(outer, raw);
  if (!isMap(raw)) return above;
  const text = (key: string): string | null => {
    const value = raw[key];
    return value !== undefined && isScalar(value) ? value.text : null;
  };
  const status = text('status');
  return {
    source: text('source'),
    status: WRITTEN_STATUSES.find((written) => written === status) ?? null,
    note: text('note'),
    law: text('law') === 'yes',
    above,
  };
}

/**
 * The nearest one counts. A level with a source and no status takes the status of that source; an assumption keeps only a
 * source of its own level, for what is guessed does not come from the source of the file around it.
 */
export function provenanceOf(origin: Origin, statusOfSource: (source: string) => Status | null): Provenance | null {
  let source: string | null = null;
  let status: Status | null = null;
  let law = false;
  for (let level: Origin | null = origin; level !== null; level = level.above) {
    law ||= level.law;
    if (status === null) {
      status = level.status ?? (level.source === null ? null : statusOfSource(level.source));
      if (status === 'assumption' && level.source === null && source === null) source = '';
    }
    if (source === null && level.source !== null) source = level.source;
  }
  if (status === null) return null;
  return { status, ...(source === null || source === '' ? {} : { source }), ...(law ? { law: true as const } : {}) };
}

/** The note of the nearest level that has one. */
export function noteOf(origin: Origin): string | null {
  for (let level: Origin | null = origin; level !== null; level = level.above)
    if (level.note !== null) return level.note;
  return null;
}

/** A scalar's text, or null. */
export function textOrNull(scalar: Scalar | undefined): string | null {
  return scalar === undefined ? null : scalar.text;
}
