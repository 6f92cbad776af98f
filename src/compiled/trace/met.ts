import type { TraceNode } from '../../model/trace.js';
import { caseIn } from '../machine/cases.js';
import type { Reading, TracePlan } from './entry.js';
import { idOf, type Roster } from './roster.js';
import type { Sheet } from './sheet.js';

/** What was made of a case: its node, and the places in a reading that it names beyond what a whole trace tells anyway. */
export interface Met {
  readonly node: TraceNode;
  /** Null before they are first asked for. */
  beyond: readonly number[] | null;
}

/** So many nodes are kept of a plan, some thirty megabytes; the first are those of cases that are often met. */
const ROOM = 40_000;

/** So many traces are told of the same persons first: to lay out what decides takes as long as several. */
const FIRST = 4;

/** Nodes are kept for persons met before: most rosters are met a few times only. A judgement, or a value that cannot be had, may change any node. */
export function areMetAgain({ roster, batch }: Reading): boolean {
  return roster.readings++ >= FIRST && batch.households[0]!.overrides.length === 0 && !batch.failed;
}

/** What was made of the case at a number of a sheet; undefined where it was never met. */
export const metAt = (reading: Reading, sheet: Sheet, number: number): Met | undefined =>
  metAs(reading, sheet, number, caseIn(reading.batch, sheet.cases, number));

function metAs({ roster }: Reading, sheet: Sheet, number: number, at: number): Met | undefined {
  const { last, mets, nodes, order } = sheet;
  if (at === last[number]) return mets[number];
  const known = at === at ? roster.met[order.places[2 * number]!]?.get(at) : undefined;
  if (known === undefined) return undefined;
  last[number] = at;
  nodes[number] = known.node;
  return (mets[number] = known);
}

/** The node at a number of a sheet; of a case met before it is the same frozen object again. */
export function nodeAt(plan: TracePlan, reading: Reading, sheet: Sheet, number: number): TraceNode {
  const at = caseIn(reading.batch, sheet.cases, number);
  if (at === sheet.last[number]) return sheet.nodes[number]!;
  const met = metAs(reading, sheet, number, at);
  if (met !== undefined) return met.node;
  const place = sheet.order.places[2 * number]!;
  const own = Math.floor(place / reading.width);
  const row = place - own * reading.width;
  const entry = plan.entries[own]!;
  const node = entry.node(reading, row, idOf(reading, entry, row));
  if (at === at && plan.kept < ROOM) keep(plan, reading.roster, place, at, node);
  return node;
}

function keep(plan: TracePlan, roster: Roster, place: number, at: number, node: TraceNode): void {
  (roster.met[place] ??= new Map()).set(at, { node: frozen(node), beyond: null });
  plan.kept++;
}

function frozen<T>(told: T): T {
  if (typeof told !== 'object' || told === null || Object.isFrozen(told)) return told;
  for (const part of Object.values(told)) frozen(part);
  return Object.freeze(told);
}
