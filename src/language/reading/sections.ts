import { monthIndex } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import type { Valid } from '../../model/value.js';
import { idProblem } from './ids.js';
import { SECTIONS, type Section } from '../linked.js';
import { didYouMean, nearest } from '../../model/near.js';
import { NO_ORIGIN, originUnder, type Origin } from '../values/provenance.js';
import { createReport, type Report } from '../report.js';
import { isBandOfMonths } from '../shapes/shape.js';
import {
  isDamaged,
  isList,
  isMap,
  isScalar,
  rememberPosition,
  keyPlace,
  kindOf,
  placeOf,
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

/** A file read, taken apart into its sections. */
export interface FileContents {
  readonly file: string;
  readonly definitions: readonly Definition[];
  readonly pack: { readonly body: Raw; readonly place: Place } | null;
  readonly overlay: { readonly body: Raw; readonly place: Place } | null;
  readonly change: { readonly body: RawMap; readonly file: FileDefaults } | null;
  readonly remove: readonly Scalar[];
  readonly texts: RawMap | null;
  /** `draft: yes` beside `texts`: a machine translated them all. */
  readonly draft: boolean;
  readonly defaults: FileDefaults;
  readonly map: RawMap;
}

const SINGLE = ['pack', 'overlay', 'change', 'remove', 'texts', 'draft'];
const DEFAULTS = ['source', 'status', 'presence', 'index'];
const TOP_KEYS: readonly string[] = [...SECTIONS, ...SINGLE, ...DEFAULTS];

/** Takes a file apart. Refuses unknown sections, bad ids and what is no map. */
export function readSections(file: string, root: Raw, report: Report): FileContents | null {
  if (!isMap(root)) {
    report.error(
      'wrong-value',
      placeOf(root),
      `a file holds a map of sections, this one ${kindOf(root)}`,
      'Begin with a section: needs:',
    );
    return null;
  }
  refuseEmpty(root, report, []);
  const misspelt: Definition[] = [];
  for (const key of Object.keys(root).filter((one) => !TOP_KEYS.includes(one))) {
    report.error(
      'unknown-section',
      keyPlace(root, key),
      `${key} is no section`,
      didYouMean(key, TOP_KEYS, `Sections: ${SECTIONS.join(', ')}.`),
    );
    misspelt.push(...definitionsMeant(key, root[key]));
  }
  const scalar = (key: string): Scalar | null => {
    const raw = root[key];
    return raw !== undefined && isScalar(raw) ? raw : null;
  };
  const defaults: FileDefaults = {
    origin: originUnder(NO_ORIGIN, root),
    presence: scalar('presence'),
    index: scalar('index'),
  };
  const written = SECTIONS.flatMap((section) => {
    const raw = root[section];
    if (raw === undefined) return [];
    if (!isMap(raw)) {
      report.error(
        'wrong-value',
        placeOf(raw),
        `${section} maps ids to definitions`,
        `Write ${section}: and below it an id.`,
      );
      return [];
    }
    return Object.entries(raw).flatMap(([id, body]) =>
      definitionsOf(section, id, body, keyPlace(raw, id), defaults, report),
    );
  });
  const definitions = [...written, ...misspelt];
  const single = (key: string): { body: Raw; place: Place } | null => {
    const body = root[key];
    return body === undefined ? null : { body, place: keyPlace(root, key) };
  };
  const change = root.change;
  return {
    file,
    definitions: definitions.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column),
    pack: single('pack'),
    overlay: single('overlay'),
    change: change !== undefined && isMap(change) ? { body: change, file: defaults } : null,
    remove: isList(root.remove) ? root.remove.filter(isScalar) : [],
    texts: root.texts !== undefined && isMap(root.texts) ? root.texts : null,
    draft: readDraft(root, report),
    defaults,
    map: root,
  };
}

/** What stands in a misspelt section, as damaged definitions of the section that was meant: nobody is to miss their ids. */
function definitionsMeant(key: string, raw: Raw | undefined): Definition[] {
  const section = SECTIONS.find((one) => one === nearest(key, TOP_KEYS));
  if (section === undefined || raw === undefined || !isMap(raw)) return [];
  const file: FileDefaults = { origin: NO_ORIGIN, presence: null, index: null };
  return Object.entries(raw).flatMap(([id, body]) =>
    definitionsOf(section, id, body, keyPlace(raw, id), file, createReport()).map((one) => ({ ...one, damaged: true })),
  );
}

function readDraft(root: RawMap, report: Report): boolean {
  const raw = root.draft;
  if (raw === undefined) return false;
  if (root.texts !== undefined && isScalar(raw) && raw.text === 'yes') return true;
  report.error(
    'wrong-value',
    root.texts === undefined ? keyPlace(root, 'draft') : placeOf(raw),
    root.texts === undefined ? 'draft at the top of a file goes with texts' : 'draft is yes, or is not written',
    'Write draft: yes beside texts, or take it away.',
  );
  return false;
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

/** Empty maps, lists and values say nothing, and are mostly a slip; households and expectations may hold empty lists. */
function refuseEmpty(raw: Raw, report: Report, path: readonly string[]): void {
  const free = path[0] === 'scenarios' || path[0] === 'families';
  if (isScalar(raw)) return;
  const entries = isList(raw) ? raw.map((entry, i) => [String(i), entry] as const) : Object.entries(raw);
  if (entries.length === 0 && !free && !isDamaged(raw)) {
    report.error(
      'empty',
      placeOf(raw),
      `an empty ${isList(raw) ? 'list' : 'map'} says nothing`,
      'Fill it, or take the key away.',
    );
  }
  for (const [key, entry] of entries) {
    if (isScalar(entry) && entry.text === '' && !entry.quoted) {
      report.error(
        'empty',
        isMap(raw) ? keyPlace(raw, key) : placeOf(entry),
        `${key} has no value`,
        'Write its value, or take the key away.',
      );
    } else refuseEmpty(entry, report, path.length < 2 ? [...path, key] : path);
  }
}
