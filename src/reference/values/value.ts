import { monthText } from '../../calendar/month.js';
import { Exact, LARGEST, plain } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import { weaker, type Status, type ValueType } from '../../model/value.js';

/** What a name is worth: a word, a number (ages in months, months as month index), nobody said, or on purpose nothing. */
export type Value =
  { readonly state: 'word'; readonly word: string } | NumberValue | { readonly state: 'unknown' | 'none' };

export interface NumberValue {
  readonly state: 'number';
  readonly number: Exact;
  /** It rests on an income nobody has told yet, and is computed with 0. */
  readonly open: boolean;
  /** The weakest number it was computed from; null = none that weakens. */
  readonly status: Status | null;
}

export const UNKNOWN: Value = { state: 'unknown' };
export const NONE: Value = { state: 'none' };
export const ZERO = new Exact(0);
export const ONE = new Exact(1);
/** 0 until somebody says. */
export const OPEN: NumberValue = { state: 'number', number: ZERO, open: true, status: null };

export function wordValue(word: string): Value {
  return { state: 'word', word };
}

export function numberValue(number: Exact, status: Status | null = null, open = false): NumberValue {
  return { state: 'number', number, open, status };
}

/** The weakest of several; null does not weaken. */
export function weakest(all: Iterable<Status | null>): Status | null {
  let weak: Status | null = null;
  for (const one of all) if (one !== null) weak = weak === null ? one : weaker(weak, one);
  return weak;
}

export function isOpen(value: Value): boolean {
  return value.state === 'number' && value.open;
}

/** The number in a formula: `none` is 0. What meets an unknown here should have been refused when the pack was loaded. */
export function asNumber(value: Value, name: string): NumberValue {
  if (value.state === 'number') return value;
  if (value.state === 'none') return numberValue(ZERO);
  throw new Error(`${name}: a formula met ${value.state === 'word' ? `the word "${value.word}"` : 'an unknown value'}`);
}

/** Refuses what is larger than the language allows. */
export function bounded<T extends Value>(value: T, name: string): T {
  // 12 digits before the point or fewer cannot be over 10^12: most numbers need no comparison.
  if (value.state === 'number' && value.number.e >= LARGEST.e && value.number.abs().gt(LARGEST))
    throw evaluationError('value-too-large', name, `${plain(value.number)} is over 10^12 in size`);
  return value;
}

/** Completed years of an age in months. */
function completedYears(months: Exact): Exact {
  return months.div(12).floor();
}

/** As the trace prints it; null for unknown and `none`. */
export function valueText(value: Value, type: ValueType, unit: string | null = null): string | null {
  if (value.state === 'word') return value.word;
  if (value.state !== 'number') return null;
  if (type === 'age') return `${completedYears(value.number).toFixed()} years`;
  if (type === 'date' || type === 'month') return monthText(value.number.toNumber());
  return unit === null ? plain(value.number) : `${plain(value.number)} ${unit}`;
}
