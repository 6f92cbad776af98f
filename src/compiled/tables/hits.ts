import { evaluationError } from '../../model/diagnostic.js';
import type { Table } from '../../model/numbers.js';
import { type Batch, readError, readState, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import type { Compiler } from '../compiler/compiler.js';
import { statusAt } from '../machine/statuses.js';
import { atPerson } from '../compiler/context.js';
import { add, compare, larger, smaller, snappedNum, whole, type Num } from '../machine/nums.js';
import { SNAP, ULP } from '../machine/bounds.js';
import { KNOWN, NO_STATUS, type NumberSlot, type WordSlot } from '../machine/slots.js';
import { sliceExact, sliceParts } from './slices.js';
import { FIXED, MIXED } from '../kernels/table.js';
import { isFailedKey, isOpenKey, isUnknownKey, type Key } from './key.js';
import { type Lookup, hitsOf } from './lookup.js';

/** What hit sets give, for `gatherKernel`, found when a set is first met: value, bound, and where they stand. */
export function learnSets(
  batch: Batch,
  lookup: Lookup,
  results: readonly (NumberSlot | null)[],
  fixed: Float64Array,
  known: number[],
): void {
  const { hit } = lookup.table;
  while (known.length < 3 * lookup.sets.length) {
    const hits = lookup.sets[known.length / 3]!;
    const v = new Float64Array(1);
    const e = new Float64Array(1);
    const moving = hits.flatMap((at) => results[at] ?? []).filter(({ constant }) => constant === null);
    const [only] = moving;
    if (only !== undefined) {
      known.push(0, 0, hits.length === 1 && !isExtreme(hit) ? only.column : MIXED);
      continue;
    }
    if (hits.length === 0) e[0] = hit === 'sum' ? 0 : NaN;
    else takeHits(batch, hit, results, fixed, hits, 0, v, e, null);
    known.push(v[0]!, e[0]!, FIXED);
  }
}

export const lost = (batch: Batch, key: Key, row: number): boolean =>
  isOpenKey(batch, key, row) || isUnknownKey(batch, key, row);

/** No row need fit: gaps count 0, or a key is open or unknown. */
const mayBeEmpty = (batch: Batch, { table, keys }: Lookup, row: number): boolean =>
  table.hit === 'sum' || keys.some((key) => lost(batch, key, row));

/** A row that no row of the table fits, or one without a value. */
export function givesNothing(batch: Batch, lookup: Lookup, column: number, row: number): boolean {
  const hits = hitsOf(batch, lookup, row);
  if (lookup.slices !== null) return false;
  return hits.length === 0 ? !mayBeEmpty(batch, lookup, row) : hits.some((at) => lookup.results[column]![at] === null);
}

export function takeHits(
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
    const slot = results[hits[i]!] ?? null;
    if (slot === null) {
      v[row] = 0;
      e[row] = NaN;
      return;
    }
    const x = slot.constant === null ? readValue(batch, slot, row) : fixed[hits[i]!]!;
    const xe = slot.constant === null ? readError(batch, slot, row) : Number.isInteger(x) ? 0 : Math.abs(x) * ULP;
    if (slot.stateful) state = Math.max(state, readState(batch, slot, row));
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
  e[row] = error !== 0 && isExtreme(hit) ? error + SNAP : error;
  if (s !== null) s[row] = state;
}

export function failed(batch: Batch, lookup: Lookup, row: number): never {
  const name = `${lookup.table.id}${atPerson(batch, lookup.rows, row)}`;
  throw evaluationError('none-reached', name, 'the table gives no value for this case');
}

/** Throws what was swallowed when a key could not be had. */
export function probeKeys(batch: Batch, { keys }: Lookup, row: number): void {
  for (const key of keys) {
    if (key.slot?.kind === 'word') key.slot.probe?.(batch, row);
    else if (key.slot !== null && isFailedKey(batch, key, row)) readExact(batch, key.slot, row);
  }
}

export function exactOfHits(
  c: Compiler,
  batch: Batch,
  lookup: Lookup,
  results: readonly (NumberSlot | null)[],
  row: number,
): Num {
  const hits = hitsOf(batch, lookup, row);
  if (batch.failed) probeKeys(batch, lookup, row);
  if (lookup.slices !== null) return sliceExact(c, batch, lookup, lookup.slices, results, hits, row);
  if (hits.length === 0) return mayBeEmpty(batch, lookup, row) ? whole(c.arena, 0) : failed(batch, lookup, row);
  let found: Num | null = null;
  for (const at of hits) {
    const slot = results[at] ?? null;
    if (slot === null) return failed(batch, lookup, row);
    const value = readExact(batch, slot, row);
    if (found === null) found = value;
    else if (lookup.table.hit === 'sum') found = add(c.arena, found, value);
    else found = lookup.table.hit === 'lowest' ? smaller(found, value) : larger(found, value);
  }
  return isExtreme(lookup.table.hit) ? snappedNum(c.arena, found!) : found!;
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

export function statusOfHits(
  batch: Batch,
  lookup: Lookup,
  results: readonly (NumberSlot | null)[],
  row: number,
): number {
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

/** Extremes are compared, so they are brought to 24 places. */
const isExtreme = (hit: Table['hit']): boolean => hit === 'lowest' || hit === 'highest';
