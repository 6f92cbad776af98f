import type { Over } from '../../model/facts.js';
import type { Batch } from '../machine/batch.js';
import { overPersons } from '../inference/over-persons.js';
import type { Named } from '../formulas/refs.js';
import type { Rows } from '../machine/slots.js';
import { always, type Entry, type Reading, type TracePlan, type Visit } from './entry.js';
import { entryFor } from './planned.js';
import { idOf, mark, name, type NamedThere } from './roster.js';

/** Names that stand together: once each, in the order of writing. */
export interface Links {
  readonly entries: readonly Entry[];
  /** Of these the ones that lead to what usage asks for. */
  readonly leading: readonly Entry[];
  /** For each of these persons rather than for the one at hand. */
  readonly over: Over | null;
  /** Their ids, where these are the same for every household. */
  readonly ids: readonly string[] | null;
  /** Their number, where what they name depends on nothing but who is there; -1 of others. */
  readonly at: number;
}

/** Names nothing; the same list wherever that is so. */
export const NO_IDS: readonly string[] = Object.freeze([]);
export const NO_LINKS: Links = { entries: [], leading: [], over: null, ids: NO_IDS, at: -1 };

interface LinkOptions {
  readonly over?: Over | null;
  readonly first?: Entry | undefined;
  readonly sureOfFirst?: boolean;
}

/** Links of names; `first` stands before them. With `sureOfFirst` it exists wherever the links are told. */
export function linksOf(
  plan: TracePlan,
  names: readonly Named[],
  { over = null, first, sureOfFirst = false }: LinkOptions = {},
): Links {
  const entries: Entry[] = first === undefined ? [] : [first];
  for (const { ref, asOf } of names) {
    const entry = entryFor(plan, ref, asOf);
    if (entry !== null && !entries.includes(entry)) entries.push(entry);
  }
  if (entries.length === 0) return NO_LINKS;
  const sure = entries.every((entry) => entry.exists === always || (sureOfFirst && entry === first));
  const same = sure && over === null && entries.every((entry) => entry.rows === 'household');
  const ids = same ? Object.freeze(entries.map((entry) => entry.prefix + entry.suffix)) : null;
  const leading = entries.filter(({ leads }) => leads);
  return { entries, leading, over, ids, at: sure && !same ? plan.links++ : -1 };
}

/** Calls back for what is named from a row of `rows`; for an aggregate person by person, the household's own once. */
function follow(batch: Batch, { entries, over }: Links, rows: Rows, row: number, visit: Visit): void {
  visitAll(batch, entries, over, rows, row, visit);
}

/** The same of what leads to what usage asks for. */
export function lead(batch: Batch, { leading, over }: Links, rows: Rows, row: number, visit: Visit): void {
  if (leading.length > 0) visitAll(batch, leading, over, rows, row, visit);
}

function visitAll(
  batch: Batch,
  entries: readonly Entry[],
  over: Over | null,
  rows: Rows,
  row: number,
  visit: Visit,
): void {
  const household = rows === 'person' ? batch.household[row]! : row;
  if (over === null) {
    for (const entry of entries) {
      const at = entry.rows === 'household' ? household : row;
      if (entry.exists(batch, at)) visit(entry, at);
    }
    return;
  }
  let first = true;
  overPersons(batch, over, rows, row, (p) => {
    for (const entry of entries) {
      if (entry.rows === 'household' && !first) continue;
      const at = entry.rows === 'household' ? household : p;
      if (entry.exists(batch, at)) visit(entry, at);
    }
    first = false;
  });
}

/** True where what they name depends on nothing but who is there. */
export const isFixed = ({ ids, at }: Links): boolean => ids !== null || at >= 0;

/** Notes what is named from a row. */
export function nameAll(reading: Reading, links: Links, rows: Rows, row: number): void {
  const { ids, entries, at } = links;
  if (ids !== null) {
    for (let i = 0; i < entries.length; i++) name(reading, entries[i]!, 0);
    return;
  }
  const { places } = at < 0 ? namedFrom(reading, links, rows, row) : namedThere(reading, links, rows, row);
  for (let i = 0; i < places.length; i++) mark(reading, places[i]!);
}

/** Ids of what is named from a row. */
export function idsOf(reading: Reading, links: Links, rows: Rows, row: number): readonly string[] {
  const { ids, at } = links;
  if (ids !== null) return ids;
  return (at < 0 ? namedFrom(reading, links, rows, row) : namedThere(reading, links, rows, row)).ids;
}

/** What is named wherever the same persons are there: found once a roster. */
function namedThere(reading: Reading, links: Links, rows: Rows, row: number): NamedThere {
  const { roster, width } = reading;
  const place = links.at * width + row;
  return (roster.named[place] ??= namedFrom(reading, links, rows, row));
}

function namedFrom(reading: Reading, links: Links, rows: Rows, row: number): NamedThere {
  const found = { ids: [] as string[], places: [] as number[] };
  follow(reading.batch, links, rows, row, (entry, at) => {
    found.ids.push(idOf(reading, entry, at));
    found.places.push(entry.at * reading.width + at);
  });
  Object.freeze(found.ids);
  return found;
}

/** Several lists of ids as one, each id once. */
export function merged(lists: readonly (readonly string[])[]): readonly string[] {
  let first: readonly string[] = NO_IDS;
  let all: string[] | null = null;
  for (const list of lists) {
    if (list.length === 0 || list === first) continue;
    if (first.length === 0) {
      first = list;
      continue;
    }
    all ??= [...first];
    for (const id of list) if (!all.includes(id)) all.push(id);
  }
  return all ?? first;
}
