import { evaluationError } from '../model/diagnostic.js';
import type { Ref } from '../model/expression.js';
import type { Row, Table } from '../model/numbers.js';
import { errorsOf, readExact, rowsIn, statesOf, valuesOf, wordsOf, type Batch } from './batch.js';
import {
  addStep,
  definition,
  indexSlot,
  noted,
  numberIn,
  numberSlot,
  rowsOf,
  statusAt,
  wordIn,
  wordSlot,
  type Compiler,
} from './compiler.js';
import { atPerson, contextOf, type Context } from './context.js';
import { numberOf } from './expressions.js';
import { add, compare, larger, smaller, whole, type Num } from './nums.js';
import { ULP } from './bounds.js';
import {
  KNOWN,
  NO_STATUS,
  OPEN,
  WORD_UNKNOWN,
  type IndexSlot,
  type NumberSlot,
  type Rows,
  type WordSlot,
} from './slots.js';
import { sliceBounds, sliceExact, sliceParts, sliceValue, type Slice } from './table-slices.js';
import { isOpenKey, isUnknownKey, keySlot, makeKey, type Key, type KeySource } from './table-keys.js';
import { wordOf } from './words.js';

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
    const index = indexSlot(c, { rows, reads: keys.map((key) => key.slot).filter((slot) => slot !== null) });
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
    c.asksTables ||= keys.some(({ slot }) => (slot?.kind === 'word' ? slot.mayBeUnknown : slot?.stateful === true));
    addStep(c, { reads: index.reads, writes: [index], run: indexing(lookup) });
    return lookup;
  });
}

/** Fills the hit sets; a combination of classes is looked through once and then known. */
function indexing(lookup: Lookup): (batch: Batch) => void {
  const { table, keys, tableRows, sets, index, rows } = lookup;
  const read = table.hit === 'slices' ? keys.slice(0, -1) : keys;
  const knownSets = new Map<string, number>();
  const byClasses = new Map<number, number>();
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
  return (batch) => {
    const found = batch.indices[index.column]!;
    const n = rowsIn(batch, rows);
    for (let row = 0; row < n; row++) {
      let at = 0;
      for (const key of read) at = at * key.classes + key.classOf(batch, row);
      let set = byClasses.get(at);
      if (set === undefined) {
        set = find(read.map((key) => key.classOf(batch, row)));
        byClasses.set(at, set);
      }
      found[row] = set;
    }
  };
}

export function columnOf(lookup: Lookup, ref: TableRef): number {
  return ref.column === undefined ? 0 : Math.max(0, lookup.table.gives.indexOf(ref.column));
}

/** Rows of a table that fit, for one row of the batch. */
export function hitsOf(batch: Batch, lookup: Lookup, row: number): readonly number[] {
  return lookup.sets[batch.indices[lookup.index.column]![row]!]!;
}

/** What a table gives, as a number. */
export function tableNumber(c: Compiler, ref: TableRef, ctx: Context): NumberSlot {
  return noted(c, `${lookupKey(ref, ctx)} number ${ref.column ?? ''}`, () => {
    const lookup = lookupOf(c, ref, ctx);
    const results = lookup.results[columnOf(lookup, ref)]! as readonly (NumberSlot | null)[];
    const { hit } = lookup.table;
    const { rows, index, keys } = lookup;
    const fixed = Float64Array.from(results, (one) => one?.constant?.value.toNumber() ?? 0);
    const stateful =
      results.some((one) => one?.stateful === true) ||
      keys.some(({ slot }) => (slot?.kind === 'word' ? slot.mayBeUnknown : slot?.stateful === true));
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [index, ...results, ...keys.map((key) => key.slot)].filter((one) => one !== null),
      stateful,
      whole: hit !== 'slices' && results.every((one) => one === null || one.whole),
      status: (batch, row) => statusOfHits(batch, lookup, results, row),
      exact: (batch, row) => exactOfHits(c, batch, lookup, results, row),
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      run: (batch) => {
        const n = rowsIn(batch, rows);
        const v = valuesOf(batch, slot);
        const e = errorsOf(batch, slot);
        const s = statesOf(batch, slot);
        for (let row = 0; row < n; row++) {
          const hits = hitsOf(batch, lookup, row);
          if (stateful) s[row] = KNOWN;
          if (lookup.slices !== null) sliceValue(batch, lookup, lookup.slices, results, hits, row, v, e);
          else if (hits.length === 0) {
            v[row] = 0;
            e[row] = hit === 'sum' ? 0 : NaN;
            if (hit !== 'sum' && stateful && keys.some((key) => lost(batch, key, row))) {
              e[row] = 0;
              s[row] = OPEN;
            }
          } else takeHits(batch, hit, results, fixed, hits, row, v, e, stateful ? s : null);
          if (stateful && s[row]! < OPEN && keys.some((key) => isOpenKey(batch, key, row))) s[row] = OPEN;
        }
      },
    });
    return slot;
  });
}

const lost = (batch: Batch, key: Key, row: number): boolean =>
  isOpenKey(batch, key, row) || isUnknownKey(batch, key, row);

function takeHits(
  batch: Batch,
  hit: Table['hit'],
  results: readonly (NumberSlot | null)[],
  fixed: Float64Array,
  hits: readonly number[],
  row: number,
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array | null,
): void {
  let value = 0;
  let error = 0;
  let state = KNOWN;
  for (let i = 0; i < hits.length; i++) {
    const slot = results[hits[i]!]!;
    if (slot === null) {
      v[row] = 0;
      e[row] = NaN;
      return;
    }
    const x = slot.constant === null ? valuesOf(batch, slot)[row]! : fixed[hits[i]!]!;
    const xe = slot.constant === null ? errorsOf(batch, slot)[row]! : Number.isInteger(x) ? 0 : Math.abs(x) * ULP;
    if (slot.stateful) state = Math.max(state, statesOf(batch, slot)[row]!);
    if (i === 0) {
      value = x;
      error = xe;
    } else if (hit === 'sum') {
      value += x;
      const both = error + xe;
      error = both === 0 && Number.isInteger(value) ? 0 : both * (1 + ULP) + Math.abs(value) * ULP;
    } else {
      if (hit === 'lowest' ? x < value : x > value) value = x;
      error = Math.max(error, xe);
    }
  }
  v[row] = value;
  e[row] = error;
  if (s !== null) s[row] = state;
}

function failed(batch: Batch, lookup: Lookup, row: number): never {
  const name = `${lookup.table.id}${atPerson(batch, lookup.rows, row)}`;
  throw evaluationError('none-reached', name, 'the table gives no value for this case');
}

function exactOfHits(
  c: Compiler,
  batch: Batch,
  lookup: Lookup,
  results: readonly (NumberSlot | null)[],
  row: number,
): Num {
  const hits = hitsOf(batch, lookup, row);
  if (batch.failed) for (const { slot } of lookup.keys) if (slot?.kind === 'word') slot.probe?.(batch, row);
  if (lookup.slices !== null) return sliceExact(c, batch, lookup, lookup.slices, results, hits, row);
  if (hits.length === 0) {
    if (lookup.table.hit === 'sum' || lookup.keys.some((key) => lost(batch, key, row))) return whole(c.arena, 0);
    return failed(batch, lookup, row);
  }
  let found: Num | null = null;
  for (const at of hits) {
    const slot = results[at]!;
    if (slot === null) return failed(batch, lookup, row);
    const value = readExact(batch, slot, row);
    if (found === null) found = value;
    else if (lookup.table.hit === 'sum') found = add(c.arena, found, value);
    else found = lookup.table.hit === 'lowest' ? smaller(found, value) : larger(found, value);
  }
  return found!;
}

/** Rows whose numbers enter the value: all, or of an extreme the first that wins. */
export function rowsThatCount(
  batch: Batch,
  lookup: Lookup,
  results: readonly (NumberSlot | WordSlot | null)[],
  row: number,
): readonly number[] {
  const hits = hitsOf(batch, lookup, row);
  const { hit } = lookup.table;
  if (lookup.slices !== null) return sliceParts(batch, lookup, lookup.slices, hits, row);
  if (hit !== 'lowest' && hit !== 'highest') return hits;
  let best: number | null = null;
  for (const at of hits) {
    if (best === null) best = at;
    else {
      const order = compare(
        readExact(batch, results[at] as NumberSlot, row),
        readExact(batch, results[best] as NumberSlot, row),
      );
      if (hit === 'lowest' ? order < 0 : order > 0) best = at;
    }
  }
  return best === null ? [] : [best];
}

function statusOfHits(batch: Batch, lookup: Lookup, results: readonly (NumberSlot | null)[], row: number): number {
  let weakest = NO_STATUS;
  for (const at of rowsThatCount(batch, lookup, results, row)) {
    const slot = results[at];
    if (slot !== null && slot !== undefined) weakest = Math.max(weakest, statusAt(batch, slot.status, row));
  }
  if (lookup.slices !== null) {
    const last = lookup.keys.at(-1)!.slot;
    if (last?.kind === 'number') weakest = Math.max(weakest, statusAt(batch, last.status, row));
  }
  return weakest;
}

/** What a table gives, as a word; `none` or no row leaves it unknown, and is told where it is used. */
export function tableWord(c: Compiler, ref: TableRef, ctx: Context): WordSlot {
  return noted(c, `${lookupKey(ref, ctx)} word ${ref.column ?? ''}`, () => {
    const lookup = lookupOf(c, ref, ctx);
    const results = lookup.results[columnOf(lookup, ref)]! as readonly (WordSlot | null)[];
    const { rows, index, keys } = lookup;
    const slot = wordSlot(c, {
      rows,
      reads: [index, ...results].filter((one): one is IndexSlot | WordSlot => one !== null),
      mayBeUnknown:
        results.some((one) => one?.mayBeUnknown === true) ||
        keys.some((key) => (key.slot?.kind === 'word' ? key.slot.mayBeUnknown : key.slot?.stateful === true)),
      probe: (batch, row) => {
        const at = hitsOf(batch, lookup, row)[0];
        if (at === undefined ? !keys.some((key) => lost(batch, key, row)) : results[at] === null)
          failed(batch, lookup, row);
      },
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      run: (batch) => {
        const w = wordsOf(batch, slot);
        for (let row = 0; row < rowsIn(batch, rows); row++) {
          const at = hitsOf(batch, lookup, row)[0];
          const result = at === undefined ? null : (results[at] ?? null);
          if (result === null) batch.failed = true;
          w[row] = result === null ? WORD_UNKNOWN : wordsOf(batch, result)[row]!;
        }
      },
    });
    return slot;
  });
}
