import type { Program } from '../program.js';
import { KINDS, type Entry, type Reading, type TracePlan } from './entry.js';
import { inOrder } from './planned.js';
import { rowsOf } from './roster.js';

/** The order of the document for the persons of a roster. */
export interface Order {
  /** How many entries the plan had. */
  readonly entries: number;
  /** Pairs: a place in a reading, and the place that must be told for the node to stand here. */
  readonly places: Int32Array;
}

/** In which order nodes are told: found again only when the plan has grown. */
export function orderOf(plan: TracePlan, reading: Reading): Order {
  const { roster } = reading;
  if (roster.order?.entries === plan.entries.length) return roster.order;
  return (roster.order = { entries: plan.entries.length, places: Int32Array.from(placesIn(plan, reading)) });
}

function placesIn(plan: TracePlan, reading: Reading): number[] {
  const { program, batch, width } = reading;
  const places: number[] = [];
  const placeOf = (entry: Entry, row: number): number => entry.at * width + (entry.rows === 'person' ? row : 0);
  const add = (entry: Entry, row: number, where = entry): void => {
    places.push(placeOf(entry, row), placeOf(where, row));
  };
  const addRows = (entry: Entry): void => {
    for (let row = 0; row < rowsOf(entry, batch); row++) add(entry, row);
  };
  const aidLines = new Map(plan.kinds[KINDS.aidLine]!.map((entry) => [entry.order[0], entry]));
  /** A bill stands before the first line it stands in for that is told, a policy's line after its own. */
  const addLine = (entry: Entry): void => {
    const bill = billOf(plan, program, entry);
    const aid = aidLines.get(entry.order[0]);
    for (let row = 0; row < rowsOf(entry, batch); row++) {
      if (bill !== undefined) add(bill, row, entry);
      add(entry, row);
      if (aid !== undefined) add(aid, row);
    }
  };
  /** Members by place, then the household; within one, kinds in the order of the model. */
  const addIncomes = (entries: readonly Entry[]): void => {
    const owned = entries.filter(({ rows }) => rows === 'person');
    for (let row = 0; row < batch.persons; row++) for (const entry of owned) add(entry, row);
    for (const entry of entries) if (entry.rows === 'household') add(entry, 0);
  };
  for (const kind of Object.values(KINDS)) {
    const entries = inOrder(plan, kind);
    if (kind === KINDS.income) addIncomes(entries);
    else if (kind === KINDS.line) entries.forEach(addLine);
    else if (kind !== KINDS.aidLine) entries.forEach(addRows);
  }
  return places;
}

/** The bill that may stand in for a line. */
function billOf(plan: TracePlan, { lines, splitFor }: Program, { order }: Entry): Entry | undefined {
  const billed = splitFor.get(lines[order[0] as number]!);
  return billed === undefined ? undefined : plan.byKey.get(`bill/${billed.split.bill.id}{at}`);
}
