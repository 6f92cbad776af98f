import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { DefinitionInfo, Linked, Read, Section } from '../linked.js';
import { keyOf } from './names.js';

export interface Captioned extends Place {
  readonly caption?: string;
}

/** A finding that refuses the pack. */
export function error(code: string, places: Place | readonly Captioned[], message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint, places: listed(places) };
}

/** A finding that is told and lets the pack be used. */
export function warning(code: string, places: Place | readonly Captioned[], message: string, hint: string): Diagnostic {
  return { code, severity: 'warning', message, hint, places: listed(places) };
}

function listed(places: Place | readonly Captioned[]): readonly Captioned[] {
  const list: readonly Captioned[] = Array.isArray(places) ? (places as readonly Captioned[]) : [places as Place];
  return list.map(({ file, line, column, caption }) => ({
    file,
    line,
    column,
    ...(caption === undefined ? {} : { caption }),
  }));
}

/** Finds where things stand. */
export interface Finder {
  /** The written definition behind an entry of one of the model's lists. */
  info(section: Section, at: number): DefinitionInfo;
  /** Where a path stands; of a path that is not known, the nearest thing around it. */
  at(path: string): Place;
  /** Where a definition reads a name, in a formula or a condition where that is said; else the definition. */
  read(path: string, ref: Ref, as?: Read['as']): Place;
}

const NOWHERE: Place = { file: '', line: 1, column: 1 };

export function createFinder(linked: Linked): Finder {
  const infos = new Map<string, DefinitionInfo>();
  const byPath = new Map<string, DefinitionInfo>();
  for (const info of linked.definitions) {
    byPath.set(info.path, info);
    if (info.at !== null) infos.set(`${info.section} ${info.at}`, info);
  }
  const reads = new Map<string, Place>();
  for (const { reader, ref, place, as } of linked.reads) {
    for (const key of [`${reader} ${keyOf(ref)}`, `${reader} ${keyOf(ref)} ${as}`]) {
      if (!reads.has(key)) reads.set(key, place);
    }
  }
  const at = (path: string): Place => {
    for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
      const place = linked.places[part] ?? byPath.get(part)?.place;
      if (place !== undefined) return place;
    }
    return linked.definitions[0]?.place ?? NOWHERE;
  };
  return {
    at,
    info: (section, position) => {
      const found = infos.get(`${section} ${position}`);
      if (found !== undefined) return found;
      return { section, id: '', path: '', place: at(''), valid: { from: null, to: null }, at: position, keys: {} };
    },
    read: (path, ref, as) =>
      reads.get(`${path} ${keyOf(ref)} ${as ?? ''}`) ?? reads.get(`${path} ${keyOf(ref)}`) ?? at(path),
  };
}
