import { monthIndex } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import type { Valid } from '../../model/value.js';
import type { Section } from '../linked.js';
import type { Report } from '../report.js';
import { isBandOfMonths } from '../shapes/shape.js';
import type { Origin } from '../values/provenance.js';
import { idProblem } from './ids.js';
import {
  isDamaged,
  isList,
  isMap,
  isScalar,
  kindOf,
  placeOf,
  rememberPosition,
  type Raw,
  type RawMap,
  type Scalar,
} from './tree.js';

export const ALWAYS: Valid = { from: null, to: null };

/** Defaults that a file sets for everything in it. */
export interface FileDefaults {
  readonly origin: Origin;
  readonly presence: Scalar | null;
  readonly index: Scalar | null;
}

/** A definition as written, not yet linked. */
export interface Definition {
  readonly section: Section;
  readonly id: string;
  /** Key in `places`: the id, `id#1` for the second of a list. */
  readonly path: string;
  readonly place: Place;
  readonly body: RawMap;
  readonly valid: Valid;
  readonly file: FileDefaults;
  /** Something of it was refused already: it is not linked, but its id is known. */
  readonly damaged: boolean;
}

/** One definition, or one for each entry of a list of them. */
export function definitionsOf(
  section: Section,
  id: string,
  body: Raw,
  place: Place,
  file: FileDefaults,
  report: Report,
): Definition[] {
  const problem = idProblem(id, section);
  if (problem !== null) {
    report.error('bad-id', place, problem.message, problem.hint);
    return [];
  }
  const bodies = isList(body) ? body : [body];
  return bodies.flatMap((entry, index) => {
    const at = isList(body) ? placeOf(entry) : place;
    const path = index === 0 ? id : `${id}#${index}`;
    if (isMap(entry)) {
      const damaged = isDamaged(entry);
      return [{ section, id, path, place: at, body: entry, valid: validOf(entry), file, damaged }];
    }
    const isEmpty = isScalar(entry) && entry.text === '' && !entry.quoted;
    if (!isEmpty) {
      report.error(
        'wrong-value',
        placeOf(entry),
        `${id}: a definition is a map, found ${kindOf(entry)}`,
        'Write its keys below it.',
      );
    }
    return [{ section, id, path, place: at, body: emptyMap(at), valid: ALWAYS, file, damaged: true }];
  });
}

function emptyMap(place: Place): RawMap {
  const map: RawMap = {};
  rememberPosition(map, place);
  return map;
}

/** The band of months under `valid`; a wrong one is told by the schema of the section. */
export function validOf(body: RawMap): Valid {
  const raw = body.valid;
  if (raw === undefined || !isScalar(raw) || !isBandOfMonths(raw.text)) return ALWAYS;
  const [from = '', to] = raw.text.split('..');
  return {
    from: from === '' ? null : monthIndex(from),
    to: to === undefined ? monthIndex(from) : to === '' ? null : monthIndex(to),
  };
}
