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
export function metAt(
  { roster, batch }: Reading,
  { cases, last, mets, order }: Sheet,
  number: number,
): Met | undefined {
  const at = caseIn(batch, cases, number);
  if (at === last[number]) return mets[number];
  const known = at === at ? roster.met[order.places[2 * number]!]?.get(at) : undefined;
  if (known === undefined) return undefined;
  last[number] = at;
  return (mets[number] = known);
}

/** The node at a number of a sheet; of a case met before it is the same frozen object again. */
export function nodeAt(plan: TracePlan, reading: Reading, sheet: Sheet, number: number): TraceNode {
  const met = metAt(reading, sheet, number);
  if (met !== undefined) return met.node;
  const place = sheet.order.places[2 * number]!;
  const at = Math.floor(place / reading.width);
  const row = place - at * reading.width;
  const entry = plan.entries[at]!;
  const node = entry.node(reading, row, idOf(reading, entry, row));
  if (plan.kept < ROOM) keep(plan, reading.roster, place, caseIn(reading.batch, sheet.cases, number), node);
  return node;
}

function keep(plan: TracePlan, roster: Roster, place: number, at: number, node: TraceNode): void {
  if (at !== at) return;
  (roster.met[place] ??= new Map()).set(at, { node: frozen(node), beyond: null });
  plan.kept++;
}

function frozen<T>(told: T): T {
  if (typeof told !== 'object' || told === null || Object.isFrozen(told)) return told;
  for (const part of Object.values(told)) frozen(part);
  return Object.freeze(told);
}
