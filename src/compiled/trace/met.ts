import type { TraceNode } from '../../model/trace.js';
import type { Entry, Reading } from './entry.js';
import { idOf } from './roster.js';

/** So many nodes are kept of the same persons; the first are those of cases that are often met. */
const ROOM = 12_000;

/** Nodes are kept for persons met before: most rosters are met once. A worker's judgement may change any node. */
export function areMetAgain({ roster, batch }: Reading): boolean {
  return roster.readings++ > 0 && batch.households[0]!.overrides.length === 0;
}

/** A node; of a case met before it is the same frozen object again. */
export function nodeAt(reading: Reading, entry: Entry, row: number): TraceNode {
  const { roster, batch, width } = reading;
  const at = entry.caseAt(batch, row);
  if (at !== at) return entry.node(reading, row, idOf(reading, entry, row));
  const place = entry.at * width + row;
  const met = (roster.nodes[place] ??= new Map<number, TraceNode>());
  const known = met.get(at);
  if (known !== undefined) return known;
  const node = entry.node(reading, row, idOf(reading, entry, row));
  if (roster.kept >= ROOM) return node;
  met.set(at, frozen(node));
  roster.kept++;
  return node;
}

function frozen<T>(told: T): T {
  if (typeof told !== 'object' || told === null || Object.isFrozen(told)) return told;
  for (const part of Object.values(told)) frozen(part);
  return Object.freeze(told);
}
