import type { Cell, Row } from '../../model/numbers.js';
import type { ValueType } from '../../model/value.js';
import type { TableKey } from '../../model/expression.js';
import type { Ref } from '../../model/expression.js';
import { literalBound, SNAP } from '../machine/bounds.js';
import { type Batch, readError, readExact, readState, readValue, readWord } from '../machine/batch.js';
import { wordCode, type Compiler } from '../compiler.js';
import { numberIn, wordIn } from '../machine/lift.js';
import type { Context } from '../formulas/context.js';
import {
  ASK,
  fixedClassKernel,
  numberClassKernel,
  wholeHitsKernel,
  wordClassKernel,
  wordHitsKernel,
} from '../kernels/table.js';
import type { Kernel } from '../machine/code.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { isWord, nameNumber, nameWord } from '../inference/names.js';
import { compare, numOf, type Num } from '../machine/nums.js';
import {
  NONE,
  OPEN,
  UNKNOWN,
  WORD_NONE,
  WORD_UNKNOWN,
  type NumberSlot,
  type Rows,
  type WordSlot,
} from '../machine/slots.js';

/** One `by` of a table cut into classes: values that no cell tells apart. */
export interface Key {
  readonly slot: NumberSlot | WordSlot | null;
  /** Number of classes; the last two are unknown and none. */
  readonly classes: number;
  readonly classOf: (batch: Batch, row: number) => number;
  /** place = place × classes + class, for all rows; of the first key place = class. */
  readonly write: (to: Writer, isFirst: boolean) => void;
  /** Where this key alone tells which rows fit: by its value, hit sets in a table of that size. */
  readonly alone: { readonly kernel: Kernel; readonly size: number } | null;
  readonly fits: (cell: Cell, at: number) => boolean;
}

const UNKNOWN_LAST = 2;
const NONE_LAST = 1;

/** What a `by` reads: a name, or the literal that stands in its place. */
export type KeySource = { readonly kind: 'name'; readonly ref: Ref } | Extract<TableKey, { kind: 'literal' }>;

/** The slot a key reads, without the lift to the table's rows. */
export function keySlot(c: Compiler, source: KeySource, type: ValueType, ctx: Context): NumberSlot | WordSlot | null {
  if (source.kind === 'literal') return null;
  return isWord(type) ? nameWord(c, source.ref, ctx) : nameNumber(c, source.ref, ctx, 'months');
}

export function makeKey(
  c: Compiler,
  source: KeySource,
  type: ValueType,
  slot: NumberSlot | WordSlot | null,
  rows: Rows,
  table: readonly Row[],
  place: number,
): Key {
  const cells = table.map((row) => row.cells[place]!);
  if (isWord(type)) return wordKey(c, source, slot === null ? null : wordIn(c, slot as WordSlot, rows), rows, cells);
  return numberKey(c, source, slot === null ? null : numberIn(c, slot as NumberSlot, rows), rows, cells);
}

function wordKey(c: Compiler, source: KeySource, slot: WordSlot | null, rows: Rows, cells: readonly Cell[]): Key {
  const named = new Map<number, number>();
  for (const cell of cells) {
    if (cell.kind !== 'one-of') continue;
    for (const value of cell.values) {
      const code = wordCode(c, value);
      if (!named.has(code)) named.set(code, named.size);
    }
  }
  // class of every other word
  const rest = named.size;
  const classes = rest + 1 + UNKNOWN_LAST;
  const classOfCode = (code: number): number =>
    code === WORD_UNKNOWN
      ? classes - UNKNOWN_LAST
      : code === WORD_NONE
        ? classes - NONE_LAST
        : (named.get(code) ?? rest);
  const fixed = source.kind === 'literal' ? classOfCode(wordCode(c, source.value)) : 0;
  return {
    slot,
    classes,
    classOf: (batch, row) => (slot === null ? fixed : classOfCode(readWord(batch, slot, row))),
    write: (to, isFirst) => {
      const times = isFirst ? 0 : classes;
      if (slot === null) return to.op(fixedClassKernel, fixed, times, rowsOperand(rows));
      const table = Int32Array.from({ length: c.wordTexts.length }, (_, code) => classOfCode(code));
      return to.op(wordClassKernel, to.column(slot), to.table(table), times, rowsOperand(rows));
    },
    get alone() {
      return slot === null ? null : { kernel: wordHitsKernel, size: c.wordTexts.length };
    },
    fits: (cell, at) => {
      if (cell.kind === 'any') return true;
      if (cell.kind !== 'one-of' || at === classes - NONE_LAST) return false;
      if (at === classes - UNKNOWN_LAST) return cell.unknown;
      return at !== rest && cell.values.some((value) => named.get(wordCode(c, value)) === at);
    },
  };
}

/** A place where a class ends: just below `value` (`after: false`) or just above it. */
interface Cut {
  readonly value: number;
  readonly error: number;
  readonly exact: Num;
  readonly after: boolean;
}

function numberKey(c: Compiler, source: KeySource, slot: NumberSlot | null, rows: Rows, cells: readonly Cell[]): Key {
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
      if (both !== 0 && !(Math.abs(value - cut.value) > both + SNAP)) return passed(readExact(batch, slot, row));
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

/** An open key makes the result open. */
export function isOpenKey(batch: Batch, key: Key, row: number): boolean {
  return key.slot?.kind === 'number' && key.slot.stateful && readState(batch, key.slot, row) === OPEN;
}

export function isUnknownKey(batch: Batch, key: Key, row: number): boolean {
  if (key.slot === null) return false;
  if (key.slot.kind === 'word') return readWord(batch, key.slot, row) === WORD_UNKNOWN;
  return key.slot.stateful && readState(batch, key.slot, row) === UNKNOWN;
}
