import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import { layOut, type Cases } from '../machine/cases.js';
import type { Entry, Reading, TracePlan } from './entry.js';
import type { Met } from './met.js';
import { orderOf, type Order } from './order.js';

/** What a trace of persons met before looks at, laid out in the order of the document. */
export interface Sheet {
  readonly batch: Batch;
  readonly order: Order;
  /** By number in the order. */
  readonly cases: Cases;
  /** The case that was met last; mostly it is met again. */
  readonly last: Float64Array;
  /** What was made of it, and its node by itself: nodes are told by the hundreds. */
  readonly mets: (Met | undefined)[];
  readonly nodes: (TraceNode | undefined)[];
  /** By place in a reading: its number in the order; -1 of none. */
  readonly numbers: Int32Array;
  /** Rows told of their own accord where a truth holds: its place in the memory of the batch, then theirs in a reading. */
  readonly present: Int32Array;
  /** What else a whole trace tells of its own accord, values willing. */
  readonly others: readonly Entry[];
}

/** Laid out again only when the plan or the columns have grown. */
export function sheetOf(plan: TracePlan, reading: Reading): Sheet {
  const { roster, batch } = reading;
  const order = orderOf(plan, reading);
  if (roster.sheet?.order === order && roster.sheet.batch === batch) return roster.sheet;
  return (roster.sheet = laidOut(plan, reading, order));
}

function laidOut(plan: TracePlan, { batch, width }: Reading, order: Order): Sheet {
  const { entries, places } = order;
  const count = places.length / 2;
  const numbers = new Int32Array(entries * width).fill(-1);
  const rows = Array.from({ length: count }, (_, i) => {
    const place = places[2 * i]!;
    const at = Math.floor(place / width);
    numbers[place] = i;
    return { deciding: plan.entries[at]!.deciding(), row: place - at * width };
  });
  return {
    batch,
    order,
    cases: layOut(batch, rows),
    last: new Float64Array(count).fill(NaN),
    mets: new Array<undefined>(count).fill(undefined),
    nodes: new Array<undefined>(count).fill(undefined),
    numbers,
    present: Int32Array.from(plan.moving.flatMap((entry) => presentIn(entry, batch, width))),
    others: plan.moving.filter(({ present }) => present === undefined),
  };
}

function presentIn({ at, present, rows }: Entry, batch: Batch, width: number): number[] {
  if (present === undefined) return [];
  const n = rows === 'person' ? batch.members[0]! : 1;
  return Array.from({ length: n }, (_, row) => [present.column * batch.stride + row, at * width + row]).flat();
}
