import type { Batch } from './batch.js';
import { numberCode, STATUSES, type Deciding, type Leaf } from './case.js';

/**
 * The cases of many rows of a batch of one, laid out in the order in which they are asked. A trace asks thousands: what they
 * look at stands side by side in memory, since time goes into fetching it, not into computing. Where there are many
 * households, whose a person's are changes from run to run: there `caseAt` asks row by row.
 */
export interface Cases {
  /** By row in that order: where its leaves begin, and the end. */
  readonly starts: Int32Array;
  /** Of each leaf: what it is, its place in the memory of the batch, its unit, how many codes it has. */
  readonly leaves: Int32Array;
  /** Statuses that change from row to row. */
  readonly statuses: readonly (() => number)[];
}

/** What decides in one row. */
export interface DecidingRow {
  readonly deciding: Deciding;
  readonly row: number;
}

const LEAF = 4;
const TRUTH = 0;
/** A word, or the hit set of a table. */
const WORD = 1;
const NUMBER = 2;
/** A number that keeps a state. */
const STATED = 3;
const STATUS = 4;
/** What tells no case. */
const NOTHING = 5;

/** Lays out the cases of rows of a batch, whose columns stay where they are. */
export function layOut(batch: Batch, rows: readonly DecidingRow[]): Cases {
  const { stride, layout, household } = batch;
  const starts: number[] = [0];
  const leaves: number[] = [];
  const statuses: (() => number)[] = [];
  const add = ({ kind, column, lifted, stateful, status, unit, codes }: Leaf, own: number): void => {
    const row = lifted ? household[own]! : own;
    const place = column * stride + row;
    if (kind === 'truth') leaves.push(TRUTH, place, unit, codes);
    else if (kind === 'word') leaves.push(WORD, place, unit, codes);
    // hit sets of tables stand behind the words
    else if (kind === 'index') leaves.push(WORD, place + layout.words * stride, unit, codes);
    else leaves.push(stateful ? STATED : NUMBER, place, unit, status === null ? codes : codes / STATUSES);
    if (status !== null) leaves.push(STATUS, statuses.push(() => status(batch, row)) - 1, unit, STATUSES);
  };
  for (const { deciding, row } of rows) {
    if (deciding === null) leaves.push(NOTHING, 0, 1, 1);
    else for (const leaf of deciding) add(leaf, row);
    starts.push(leaves.length);
  }
  return { starts: Int32Array.from(starts), leaves: Int32Array.from(leaves), statuses };
}

/** The case of a row that was laid out; NaN where it cannot be told. */
export function caseIn({ memory }: Batch, { starts, leaves, statuses }: Cases, at: number): number {
  const end = starts[at + 1]!;
  let found = 0;
  for (let i = starts[at]!; i < end; i += LEAF) {
    const what = leaves[i]!;
    const place = leaves[i + 1]!;
    let code: number;
    if (what === TRUTH) code = memory.truths[place]!;
    else if (what === WORD) code = memory.words[place]!;
    else if (what === STATUS) code = 1 + statuses[place]!();
    else if (what === NOTHING) code = NaN;
    else code = numberCode(memory, what === STATED, place, leaves[i + 2]!);
    const codes = leaves[i + 3]!;
    if (!(code < codes)) return NaN;
    found = found * codes + code;
  }
  return found;
}
