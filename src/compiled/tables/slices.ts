import { evaluationError } from '../../model/diagnostic.js';
import { SNAP, ULP } from '../machine/bounds.js';
import { type Batch, readError, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import type { Compiler } from '../compiler/compiler.js';
import { atPerson } from '../compiler/context.js';
import { add, compare, doubleOf, multiply, smaller, snappedNum, subtract, whole, type Num } from '../machine/nums.js';
import type { NumberSlot } from '../machine/slots.js';
import type { Lookup } from './lookup.js';
import type { Slice } from './slice-bounds.js';

const nameAt = (batch: Batch, lookup: Lookup, row: number): string =>
  `${lookup.table.id}${atPerson(batch, lookup.rows, row)}`;

const amountOf = (lookup: Lookup): NumberSlot => lookup.keys.at(-1)!.slot as NumberSlot;

/** Σ of the part of the amount inside each band × the row's number. An amount that meets bands is one of 24 places. */
export function sliceValue(
  batch: Batch,
  lookup: Lookup,
  slices: readonly Slice[],
  results: readonly (NumberSlot | null)[],
  hits: readonly number[],
  row: number,
  v: Float64Array,
  e: Float64Array,
): void {
  const amount = amountOf(lookup);
  const x = readValue(batch, amount, row);
  const told = readError(batch, amount, row);
  const xe = told === 0 ? 0 : told + SNAP;
  let value = 0;
  let error = x === 0 && xe === 0 ? 0 : x - xe > SNAP ? 0 : NaN;
  for (const at of hits) {
    const { low, high } = slices[at]!;
    const part = Math.min(x, high) - low;
    const partError = xe + (Math.abs(low) + Math.abs(x)) * ULP * 2;
    if (part < -partError) continue;
    const slot = results[at] ?? null;
    if (slot === null) {
      error = NaN;
      continue;
    }
    const rate = slot.constant === null ? readValue(batch, slot, row) : doubleOf(slot.constant);
    const rateError = slot.constant === null ? readError(batch, slot, row) : Math.abs(rate) * ULP;
    const term = Math.max(0, part) * rate;
    value += term;
    error +=
      (partError * (Math.abs(rate) + rateError) + Math.abs(part) * rateError) * (1 + 4 * ULP) +
      (Math.abs(term) + Math.abs(value)) * ULP * 2;
  }
  v[row] = value;
  e[row] = error;
}

/** The exact sum; an amount below 0 is an error. */
export function sliceExact(
  c: Compiler,
  batch: Batch,
  lookup: Lookup,
  slices: readonly Slice[],
  results: readonly (NumberSlot | null)[],
  hits: readonly number[],
  row: number,
): Num {
  const amount = snappedNum(c.arena, readExact(batch, amountOf(lookup), row));
  if (compare(amount, whole(c.arena, 0)) < 0)
    throw evaluationError('negative-slice', nameAt(batch, lookup, row), 'an amount below 0 has no slices');
  let found = whole(c.arena, 0);
  for (const at of hits) {
    const { from, below } = slices[at]!;
    if (compare(amount, from) <= 0) continue;
    const slot = results[at] ?? null;
    if (slot === null)
      throw evaluationError('none-reached', nameAt(batch, lookup, row), 'the table gives no value for this case');
    const part = subtract(c.arena, below === null ? amount : smaller(amount, below), from);
    found = add(c.arena, found, multiply(c.arena, part, readExact(batch, slot, row)));
  }
  return found;
}

/** Rows that hold a part of the amount above 0. */
export function sliceParts(
  batch: Batch,
  lookup: Lookup,
  slices: readonly Slice[],
  hits: readonly number[],
  row: number,
): readonly number[] {
  const amount = readExact(batch, amountOf(lookup), row);
  return hits.filter((at) => compare(amount, slices[at]!.from) > 0);
}
