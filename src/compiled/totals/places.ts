import type { Group } from '../../model/needs.js';
import type { Batch } from '../machine/batch.js';
import type { CoreBlock, CoreCode } from './core.js';
import type { Line } from '../lines/line.js';
import type { BillSplit } from '../lines/split.js';
import { rowsOperand } from '../machine/writer.js';

export const GROUPS: readonly Group[] = ['fixed', 'living', 'reserve'];

/** Where the steps of a line are added: its basket and its group. */
export interface Place {
  readonly line: Line;
  readonly basket: number;
  readonly group: number;
  readonly sign: 1 | -1;
  /** Number of the bill that may stand in for it (its need may then be another than its reference); -1 = none. */
  readonly bill: number;
}

/** Optional lines are in no sum. */
export function placesOf(
  baskets: readonly string[],
  lines: readonly Line[],
  splits: readonly BillSplit[],
): readonly Place[] {
  const billOf = new Map(splits.flatMap(({ lines: paid, at }) => paid.map((line) => [line, at] as const)));
  return lines
    .filter(({ need }) => !need.optional)
    .map((line) => ({
      line,
      basket: baskets.indexOf(line.need.basket),
      group: GROUPS.indexOf(line.need.pays),
      sign: line.need.credit ? -1 : 1,
      bill: billOf.get(line) ?? -1,
    }));
}

/** A basket and group that some line is added to. */
export interface Cell {
  readonly basket: number;
  readonly group: number;
}

/** Sums of the households of a batch: a column a cell. */
export interface Sums {
  readonly baskets: number;
  readonly cells: readonly Cell[];
  /** How far apart columns begin. */
  readonly stride: number;
  readonly references: Float64Array;
  /** What bills and judgements change: need less reference. */
  readonly changes: Float64Array;
  /** Room for the sums of one household's groups, both columns by turns. */
  readonly groups: Float64Array;
  /** Per place: the block that computes its line (-1 = one that always runs), columns, rows, cell, sign, bill. */
  readonly places: Int32Array;
}

/** What totals take in the columns of one batch. */
export interface TotalsCode {
  readonly core: CoreCode;
  readonly sums: Sums;
}

const FIELDS = 7;

export function makeSums(batch: Batch, places: readonly Place[], blocks: readonly CoreBlock[], baskets: number): Sums {
  const blockOf = new Map(blocks.map(({ line }, i) => [line, i]));
  const cells: Cell[] = [];
  const cellOf = ({ basket, group }: Cell): number => {
    const known = cells.findIndex((cell) => cell.basket === basket && cell.group === group);
    return known >= 0 ? known : cells.push({ basket, group }) - 1;
  };
  const table = places.flatMap((place) => [
    blockOf.get(place.line) ?? -1,
    place.line.reference.column * batch.stride,
    place.line.paid.column * batch.stride,
    rowsOperand(place.line.rows),
    cellOf(place),
    place.sign,
    place.bill,
  ]);
  const stride = batch.start.length - 1;
  return {
    baskets,
    cells,
    stride,
    references: new Float64Array(cells.length * stride),
    changes: new Float64Array(cells.length * stride),
    groups: new Float64Array(2 * GROUPS.length),
    places: Int32Array.from(table),
  };
}

/** Adds up the lines of a batch whose core has run; `ran` tells the blocks whose line somebody has. */
export function addUp({ stride, references, changes, places }: Sums, batch: Batch, ran: Uint8Array): void {
  const { values } = batch.memory;
  const judged = batch.linePatches.size > 0;
  references.fill(0);
  changes.fill(0);
  for (let at = 0; at < places.length; at += FIELDS) {
    const block = places[at]!;
    if (block >= 0 && ran[block] === 0) continue;
    const reference = places[at + 1]!;
    const paid = places[at + 2]!;
    const add = places[at + 3] === 1 ? addPersons : addHouseholds;
    const cell = places[at + 4]! * stride;
    const sign = places[at + 5]!;
    add(batch, references, cell, values, reference, sign);
    const bill = places[at + 6]!;
    if (!judged && (bill < 0 || batch.paidBills[bill] === 0)) continue;
    add(batch, changes, cell, values, paid, sign);
    add(batch, changes, cell, values, reference, -sign);
  }
}

/** Adds a column of steps, which begins at `from`, to sums that begin at `cell`. */
type Adding = (batch: Batch, sums: Float64Array, cell: number, steps: Float64Array, from: number, sign: number) => void;

const addHouseholds: Adding = ({ count }, sums, cell, steps, from, sign) => {
  for (let h = 0; h < count; h++) sums[cell + h]! += steps[from + h]! * sign;
};

/** One addition a household, so that none waits for the one before it to be written. */
const addPersons: Adding = ({ start, count }, sums, cell, steps, from, sign) => {
  for (let h = 0; h < count; h++) {
    let sum = 0;
    for (let p = from + start[h]!; p < from + start[h + 1]!; p++) sum += steps[p]!;
    sums[cell + h]! += sum * sign;
  }
};
