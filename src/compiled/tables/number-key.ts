import { faultIn } from '../../model/diagnostic.js';
import type { Cell } from '../../model/numbers.js';
import { literalBound, SNAP } from '../machine/bounds.js';
import { type Batch, readError, readState, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import type { Compiler } from '../compiler/compiler.js';
import { ASK, fixedClassKernel, numberClassKernel, wholeHitsKernel } from '../kernels/table.js';
import { rowsOperand } from '../machine/writer.js';
import { compare, numOf, type Num } from '../machine/nums.js';
import { NONE, UNKNOWN, type NumberSlot, type Rows } from '../machine/slots.js';
import { NONE_LAST, UNKNOWN_LAST, type Key, type KeySource } from './key.js';

/** A place where a class ends: just below `value` (`after: false`) or just above it. */
interface Cut {
  readonly value: number;
  readonly error: number;
  readonly exact: Num;
  readonly after: boolean;
}

/** A `by` that is a number: cut where a cell begins or ends; near a cut the exact value is asked for. */
export function numberKey(
  c: Compiler,
  source: KeySource,
  slot: NumberSlot | null,
  rows: Rows,
  cells: readonly Cell[],
): Key {
  const cuts = cutsOf(c, cells);
  const places = new Map(cuts.map((cut, i) => [`${cut.exact.id} ${String(cut.after)}`, i]));
  const place = (text: string, after: boolean): number => {
    const exact = numOf(c.arena, text);
    return (
      places.get(`${exact.id} ${String(after)}`) ??
      cuts.findIndex((cut) => cut.after === after && compare(cut.exact, exact) === 0)
    );
  };
  const classes = cuts.length + 1 + UNKNOWN_LAST;
  const passed = (exact: Num): number => {
    let at = 0;
    while (at < cuts.length) {
      const order = compare(exact, cuts[at]!.exact);
      if (cuts[at]!.after ? order > 0 : order >= 0) at++;
      else break;
    }
    return at;
  };
  const fixed = source.kind === 'literal' ? passed(numOf(c.arena, source.value)) : 0;
  /** A value that cannot be had has any class: whoever uses what the table gives asks its keys again. */
  const exactly = (batch: Batch, row: number): number => {
    try {
      return passed(readExact(batch, slot!, row));
    } catch (error) {
      faultIn(error);
      batch.failed = true;
      return classes - UNKNOWN_LAST;
    }
  };
  const classOf = (batch: Batch, row: number): number => {
    if (slot === null) return fixed;
    const state = slot.stateful ? readState(batch, slot, row) : 0;
    if (state === UNKNOWN) return classes - UNKNOWN_LAST;
    if (state === NONE) return classes - NONE_LAST;
    const value = readValue(batch, slot, row);
    const error = readError(batch, slot, row);
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const cut = cuts[middle]!;
      const both = error + cut.error;
      if (both !== 0 && !(Math.abs(value - cut.value) > both + SNAP)) return exactly(batch, row);
      if (cut.after ? value > cut.value : value >= cut.value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const bounds = new Map<Cell, (at: number) => boolean>();
  for (const cell of cells) {
    if (cell.kind === 'band') {
      const from = cell.from === null ? 0 : place(cell.from, false) + 1;
      const below = cell.below === null ? cuts.length : place(cell.below, false);
      bounds.set(cell, (at) => at >= from && at <= below && at <= cuts.length);
    } else if (cell.kind === 'one-of') {
      const places = new Set(cell.values.map((value) => place(value, true)));
      bounds.set(cell, (at) => places.has(at) || (cell.unknown && at === classes - UNKNOWN_LAST));
    }
  }
  // classes of small whole numbers, looked up once
  let small: Int32Array | null = null;
  const write: Key['write'] = (to, isFirst) => {
    const times = isFirst ? 0 : classes;
    if (slot === null) return to.op(fixedClassKernel, fixed, times, rowsOperand(rows));
    const { batch } = to;
    const ask = to.call(() => (batch.answer = classOf(batch, batch.asked)));
    small ??= new Int32Array(SMALL).fill(ASK);
    const read = [to.column(slot), to.states(slot), to.table(small), times, classes, ask];
    return to.op(numberClassKernel, ...read, rowsOperand(rows));
  };
  const alone = slot?.whole === true && !slot.stateful ? { kernel: wholeHitsKernel, size: SMALL } : null;
  const fits: Key['fits'] = (cell, at) => cell.kind === 'any' || bounds.get(cell)!(at);
  return { slot, classes, classOf, write, alone, fits };
}

/** Ages in months and counts lie below this. */
const SMALL = 2048;

/** Doubles far apart tell the order; near ones are compared exactly. */
function inOrder(a: Cut, b: Cut): number {
  const off = a.value - b.value;
  return Math.abs(off) > (a.error + b.error) * 2 + SNAP ? off : compare(a.exact, b.exact);
}

function cutsOf(c: Compiler, cells: readonly Cell[]): Cut[] {
  const cuts = new Map<string, Cut>();
  const cut = (text: string, after: boolean): void => {
    const value = Number(text);
    cuts.set(`${text} ${String(after)}`, {
      value,
      error: literalBound(text, value),
      exact: numOf(c.arena, text),
      after,
    });
  };
  for (const cell of cells) {
    if (cell.kind === 'band') {
      if (cell.from !== null) cut(cell.from, false);
      if (cell.below !== null) cut(cell.below, false);
    } else if (cell.kind === 'one-of') {
      for (const value of cell.values) {
        cut(value, false);
        cut(value, true);
      }
    }
  }
  const sorted = [...cuts.values()].sort((a, b) => inOrder(a, b) || Number(a.after) - Number(b.after));
  return sorted.filter((one, i) => {
    const before = sorted[i - 1];
    return before?.after !== one.after || inOrder(before, one) !== 0;
  });
}
