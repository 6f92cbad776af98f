import type { Group } from '../../model/needs.js';
import type { Batch } from '../machine/batch.js';
import type { CoreBlock, CoreCode } from './core.js';
import type { Line } from './lines.js';
import { rowsOperand } from '../machine/writer.js';

export const GROUPS: readonly Group[] = ['fixed', 'living', 'reserve'];

/** Where the steps of a line are added: its basket and its group. */
export interface Place {
  readonly line: Line;
  readonly basket: number;
  readonly group: number;
  readonly sign: 1 | -1;
}

/** Optional lines are in no sum. */
export function placesOf(baskets: readonly string[], lines: readonly Line[]): readonly Place[] {
  return lines
    .filter(({ need }) => !need.optional)
    .map((line) => ({
      line,
      basket: baskets.indexOf(line.need.basket),
      group: GROUPS.indexOf(line.need.pays),
      sign: line.need.credit ? -1 : 1,
    }));
}

/** Sums of the households of a batch: a cell a basket and group, in both columns. */
export interface Sums {
  readonly baskets: number;
  readonly references: Float64Array;
  readonly needs: Float64Array;
  /** Room for the sums of one household's groups, both columns by turns. */
  readonly groups: Float64Array;
  /** Per place: the block that computes its line (-1 = one that always runs), columns, rows, cell, sign. */
  readonly places: Int32Array;
}

/** What totals take in the columns of one batch. */
export interface TotalsCode {
  readonly core: CoreCode;
  readonly sums: Sums;
}

const FIELDS = 6;

export function makeSums(batch: Batch, places: readonly Place[], blocks: readonly CoreBlock[], baskets: number): Sums {
  const blockOf = new Map(blocks.map(({ line }, i) => [line, i]));
  const table = places.flatMap(({ line, basket, group, sign }) => [
    blockOf.get(line) ?? -1,
    line.reference.column * batch.stride,
    line.paid.column * batch.stride,
    rowsOperand(line.rows),
    basket * GROUPS.length + group,
    sign,
  ]);
  const room = (batch.start.length - 1) * baskets * GROUPS.length;
  return {
    baskets,
    references: new Float64Array(room),
    needs: new Float64Array(room),
    groups: new Float64Array(2 * GROUPS.length),
    places: Int32Array.from(table),
  };
}

/** Adds up the lines of a batch whose core has run; `ran` tells the blocks whose line somebody has. */
export function addUp({ baskets, references, needs, places }: Sums, batch: Batch, ran: Uint8Array): void {
  const { household, rows, count } = batch;
  const { values } = batch.memory;
  const width = baskets * GROUPS.length;
  references.fill(0, 0, count * width);
  needs.fill(0, 0, count * width);
  for (let at = 0; at < places.length; at += FIELDS) {
    const block = places[at]!;
    if (block >= 0 && ran[block] === 0) continue;
    const reference = places[at + 1]!;
    const paid = places[at + 2]!;
    const byPerson = places[at + 3] === 1;
    const cell = places[at + 4]!;
    const sign = places[at + 5]!;
    const n = rows[places[at + 3]!]!;
    for (let row = 0; row < n; row++) {
      const into = (byPerson ? household[row]! : row) * width + cell;
      references[into]! += values[reference + row]! * sign;
      needs[into]! += values[paid + row]! * sign;
    }
  }
}
