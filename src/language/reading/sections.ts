import type { Place } from '../../model/pack.js';
import { SECTIONS } from '../linked.js';
import { didYouMean, nearest } from '../../model/near.js';
import { NO_ORIGIN, originUnder } from '../values/provenance.js';
import { createReport, type Report } from '../report.js';
import { fileSchema } from '../constructs/file.js';
import { hasShape } from '../shapes/shape-errors.js';
import { definitionsOf, type Definition, type FileDefaults } from './definitions.js';
import { refuseEmpty } from './empty.js';
import { isList, isMap, isScalar, keyPlace, kindOf, placeOf, type Raw, type RawMap, type Scalar } from './tree.js';

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
  refuseEmpty(root, report);
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
  const isWell = hasShape(fileSchema, root, 'this file', report);
  const defaults: FileDefaults = {
    // where it is not known what was meant, no number is told as having nothing
    origin: isWell ? originUnder(NO_ORIGIN, root) : { ...NO_ORIGIN, status: 'official' },
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
