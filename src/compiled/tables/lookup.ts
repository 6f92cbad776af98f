import type { Ref } from '../../model/expression.js';
import type { Row, Table } from '../../model/numbers.js';
import { type Batch, readIndex, rowsIn, writeIndex } from '../machine/batch.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { indexSlot } from '../compiler/new-slots.js';
import { numberIn, rowsOf, wordIn } from '../compiler/lift.js';
import { contextOf, type Context } from '../compiler/context.js';
import { ASK, fixedClassKernel, hitsKernel } from '../kernels/table.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { numberOf } from '../formulas/expressions.js';
import type { IndexSlot, NumberSlot, Rows, WordSlot } from '../machine/slots.js';
import { sliceBounds, type Slice } from './slice-bounds.js';
import { mayBeUnknownKey, UNKNOWN_LAST, type Key, type KeySource } from './key.js';
import { keySlot, makeKey } from './keys.js';
import { wordOf } from '../formulas/words.js';

export type TableRef = Extract<Ref, { of: 'table' }>;

/** A table as of a month, with its keys: which rows fit is one number a row. */
export interface Lookup {
  readonly table: Table;
  readonly ref: TableRef;
  readonly rows: Rows;
  readonly tableRows: readonly Row[];
  readonly sources: readonly KeySource[];
  readonly keys: readonly Key[];
  readonly index: IndexSlot;
  /** Rows that fit, by number of the hit set. */
  readonly sets: (readonly number[])[];
  /** Slots of the results of a column, one a row; null = `none`. */
  readonly results: readonly (readonly (NumberSlot | WordSlot | null)[])[];
  readonly slices: readonly Slice[] | null;
}

export function lookupKey(ref: TableRef, ctx: Context): string {
  const last =
    ref.with === undefined ? '' : ref.with.kind === 'literal' ? `=${ref.with.value}` : JSON.stringify(ref.with.ref);
  return `lookup ${ref.id} ${last} ${String(ctx.asOf)}`;
}

/** The look-up of a table: its keys, and the hit set of each row. */
export function lookupOf(c: Compiler, ref: TableRef, ctx: Context): Lookup {
  return noted(c, lookupKey(ref, ctx), () => {
    const month = ctx.asOf ?? c.month;
    const table = definition(c, 'table', c.model.tables, ref.id, month);
    const edition = table.editions.filter(({ from }) => from === null || from <= month).at(-1) ?? table.editions[0]!;
    const tableRows = edition.rows;
    const own = contextOf(table.id, { asOf: ctx.asOf });
    const today = contextOf(table.id);
    const sources = table.by.map((by, i): KeySource =>
      ref.with !== undefined && i === table.by.length - 1 ? ref.with : { kind: 'name', ref: by },
    );
    const keySlots = sources.map((source, i) => keySlot(c, source, table.keys[i]!, today));
    const words = table.type === 'one-of' || table.type === 'yes-no';
    const made = tableRows.map((row) =>
      row.results.map((result) => (result === null ? null : words ? wordOf(c, result, own) : numberOf(c, result, own))),
    );
    const slots = [...keySlots, ...made.flat()].filter((slot) => slot !== null);
    const rows = rowsOf(slots);
    const results = made.map((row) =>
      row.map((slot) => {
        if (slot === null || (slot.kind === 'number' && slot.constant !== null)) return slot;
        return slot.kind === 'word' ? wordIn(c, slot, rows) : numberIn(c, slot, rows);
      }),
    );
    const sliced = table.hit === 'slices';
    const keys = sources.map((source, i) => makeKey(c, source, table.keys[i]!, keySlots[i]!, rows, tableRows, i));
    const fitsUnknown = keys.some(
      (key, i) => mayBeUnknownKey(key) && tableRows.some((row) => key.fits(row.cells[i]!, key.classes - UNKNOWN_LAST)),
    );
    const index = indexSlot(c, {
      rows,
      reads: keys.map((key) => key.slot).filter((slot) => slot !== null),
      fitsUnknown,
    });
    const lookup: Lookup = {
      table,
      ref,
      rows,
      tableRows,
      sources,
      keys,
      index,
      sets: [],
      results: (table.gives.length === 0 ? [''] : table.gives).map((_, column) =>
        results.map((row) => row[column] ?? null),
      ),
      slices: sliced ? sliceBounds(c, tableRows) : null,
    };
    c.asksTables ||= fitsUnknown;
    addStep(c, { reads: index.reads, writes: [index], write: indexing(lookup) });
    return lookup;
  });
}

/** Fills the hit sets; a combination of classes is looked through once and then known. */
function indexing(lookup: Lookup): (to: Writer) => void {
  const { table, keys, tableRows, sets, index, rows } = lookup;
  const read = table.hit === 'slices' ? keys.slice(0, -1) : keys;
  const knownSets = new Map<string, number>();
  const byPlace = new Map<number, number>();
  const find = (classes: readonly number[]): number => {
    const fitting: number[] = [];
    for (let r = 0; r < tableRows.length; r++) {
      if (!read.every((key, i) => key.fits(tableRows[r]!.cells[i]!, classes[i]!))) continue;
      fitting.push(r);
      if (table.hit === 'unique' || table.hit === 'first') break;
    }
    const text = fitting.join(',');
    let set = knownSets.get(text);
    if (set === undefined) {
      set = sets.length;
      sets.push(fitting);
      knownSets.set(text, set);
    }
    return set;
  };
  const combinations = read.reduce((product, key) => product * key.classes, 1);
  let dense: Int32Array | null = null;
  return (to) => {
    const { batch } = to;
    const findRow = (row: number): number => find(read.map((key) => key.classOf(batch, row)));
    const learn = to.call(() => (batch.answer = findRow(batch.asked)));
    const [only, ...others] = read;
    if (only !== undefined && others.length === 0 && only.alone !== null) {
      const { kernel, size } = only.alone;
      const known = (dense ??= new Int32Array(size).fill(ASK));
      to.op(kernel, to.column(index), to.column(only.slot), to.table(known), learn, rowsOperand(rows));
      return;
    }
    if (only === undefined) to.op(fixedClassKernel, 0, 0, rowsOperand(rows));
    read.forEach((key, i) => key.write(to, i === 0));
    if (combinations <= DENSE) {
      const known = (dense ??= new Int32Array(combinations).fill(ASK));
      to.op(hitsKernel, to.column(index), to.table(known), learn, rowsOperand(rows));
      return;
    }
    to.run(() => {
      for (let row = 0; row < rowsIn(batch, rows); row++) {
        const place = batch.places[row]!;
        let set = byPlace.get(place);
        if (set === undefined) byPlace.set(place, (set = findRow(row)));
        writeIndex(batch, index, row, set);
      }
    });
  };
}

/** Combinations of classes that are looked up in an array rather than a map. */
const DENSE = 1 << 16;

export function columnOf(lookup: Lookup, ref: TableRef): number {
  return ref.column === undefined ? 0 : Math.max(0, lookup.table.gives.indexOf(ref.column));
}

/** Rows of a table that fit, for one row of the batch. */
export function hitsOf(batch: Batch, lookup: Lookup, row: number): readonly number[] {
  return lookup.sets[readIndex(batch, lookup.index, row)]!;
}
