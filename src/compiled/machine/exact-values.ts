import { placeOf, type Batch } from './batch.js';
import { ULP } from './bounds.js';
import { DIGITS } from './decimal-places.js';
import { decimal, type Num } from './nums.js';
import { KNOWN, type NumberSlot } from './slots.js';

/** Exact values read before a change no longer hold. */
export function forgetExact({ memo, memoed }: Batch): void {
  for (let i = 0; i < memoed.length; i++) memo[memoed[i]!] = undefined;
  memoed.length = 0;
}

/** The exact value of a number in one row, read once a run. */
export function readExact(batch: Batch, slot: NumberSlot, row: number): Num {
  if (slot.constant !== null) return slot.constant;
  if (slot.column < 0) return slot.exact(batch, row);
  const { memo, memoed } = batch;
  const place = placeOf(batch, slot, row);
  const known = memo[place];
  if (known !== undefined) return known;
  const told = decimalAt(batch, slot, row);
  const exact = told === told ? decimal(batch.layout.arena, told) : slot.exact(batch, row);
  memoed.push(place);
  return (memo[place] = exact);
}

/** Larger numbers are looked at exactly, and refused there. */
const LARGEST = 2 ** 31;
const TENS = Array.from({ length: DIGITS + 1 }, (_, places) => 10 ** places);
const MOST = 10 ** DIGITS;
/** Below it a double is shown with an exponent. */
const LEAST = 1e-6;

/**
 * The exact value of a row as the double nearest to it, where the column says it: a double with the bound 0 is the value; with
 * a wider one it is the only decimal of so few places that lies near enough. NaN where it cannot be told, or something went
 * wrong that the exact reader tells.
 */
export function decimalAt(batch: Batch, slot: NumberSlot, row: number): number {
  if (!slot.filled || batch.failed) return NaN;
  const { memory } = batch;
  const place = placeOf(batch, slot, row);
  const value = memory.values[place]!;
  const error = memory.errors[place]!;
  if (!(Math.abs(value) < LARGEST)) return NaN;
  if (error === 0) return value;
  const { places, stateful } = slot;
  if (places === null || (places.said && batch.fine) || (stateful && memory.states[place] !== KNOWN)) return NaN;
  // what a worker puts in place of a name may be as fine as it likes
  if (batch.patches.size > 0) return NaN;
  const ten = TENS[places.most]!;
  const scaled = value * ten;
  const units = Math.round(scaled);
  // both the bound and the rounding of `scaled`: the exact value is a whole number of units, and no other is as near
  if (!(error >= 0 && error * ten + Math.abs(scaled) * ULP < 0.25 && Math.abs(units) < MOST)) return NaN;
  return units === 0 || Math.abs(value) >= LEAST ? units / ten : NaN;
}
