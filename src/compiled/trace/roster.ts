import type { Batch } from '../machine/batch.js';
import type { Entry, Reading, TracePlan } from './entry.js';
import type { Met } from './met.js';
import type { Order } from './order.js';
import type { Sheet } from './sheet.js';

/** Who the rows of a batch of one are, and the names that follow from it. */
export interface Roster {
  /** `@id` of each person's row. */
  readonly persons: readonly string[];
  /** By entry and row: its id. */
  readonly ids: (string | undefined)[];
  /** By links and row: what they name. */
  readonly named: (NamedThere | undefined)[];
  /** By place in a reading: what was made of cases met before. */
  readonly met: (Map<number, Met> | undefined)[];
  /** How many traces were told of these persons. */
  readings: number;
  /** Found when a whole trace is first asked for. */
  settled: Settled | null;
  /** Found again when the plan has grown. */
  order: Order | null;
  /** Laid out when they are met again. */
  sheet: Sheet | null;
}

/** What a whole trace tells of these persons, whatever their values. */
export interface Settled {
  /** As in a reading. */
  readonly told: Uint8Array;
  /** Places in it whose names depend on the values. */
  readonly moving: readonly number[];
}

/** What is named from a place: ids, and their places in a reading. */
export interface NamedThere {
  readonly ids: readonly string[];
  readonly places: readonly number[];
}

/** Households often have the same persons (`p1`, `p2` …, or one household asked again and again); so many are remembered. */
const REMEMBERED = 16;

/** Rows that an entry may have. */
export const widthOf = (batch: Batch): number => Math.max(batch.persons, 1);

/** How many rows of an entry there are. */
export const rowsOf = ({ rows }: Entry, batch: Batch): number => (rows === 'person' ? batch.persons : 1);

export function rosterOf(plan: TracePlan, batch: Batch): Roster {
  const { persons, members } = batch.households[0]!;
  const key = `${members} ${persons.map((person) => person.id).join(' ')}`;
  const known = plan.rosters.get(key);
  if (known !== undefined) return known;
  if (plan.rosters.size >= REMEMBERED) {
    plan.rosters.clear();
    plan.kept = 0;
  }
  const width = widthOf(batch);
  const roster: Roster = {
    persons: persons.map((person) => `@${person.id}`),
    ids: new Array<undefined>(plan.entries.length * width),
    named: new Array<undefined>(plan.links * width),
    met: new Array<undefined>(plan.entries.length * width),
    readings: 0,
    settled: null,
    order: null,
    sheet: null,
  };
  plan.rosters.set(key, roster);
  return roster;
}

export function idOf({ roster, width }: Reading, entry: Entry, row: number): string {
  const at = entry.at * width + row;
  return (roster.ids[at] ??=
    entry.rows === 'person' ? entry.prefix + roster.persons[row]! + entry.suffix : entry.prefix + entry.suffix);
}

/** A reading of a batch of one, of which nothing is told yet. */
export function readingOf(plan: TracePlan, batch: Batch): Reading {
  const width = widthOf(batch);
  const told = new Uint8Array(plan.entries.length * width);
  return { program: plan.program, batch, roster: rosterOf(plan, batch), width, told, waiting: [] };
}

/** Notes that a node is named: it is told too. */
export function name(reading: Reading, entry: Entry, row: number): void {
  mark(reading, entry.at * reading.width + row);
}

/** The same of a place in the reading. Entries may have been added since it began. */
export function mark(reading: Reading, place: number): void {
  if (reading.told[place] === 1) return;
  if (place >= reading.told.length) reading.told = longer(reading.told, place);
  reading.told[place] = 1;
  reading.waiting.push(place);
}

/** The same marks, with room for a place beyond them. */
export function longer(told: Uint8Array, place: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * place);
  more.set(told);
  return more;
}
