import type { Cell } from '../../model/numbers.js';
import type { Ref, TableKey } from '../../model/expression.js';
import { type Batch, readError, readState, readWord } from '../machine/batch.js';
import type { Kernel } from '../machine/code.js';
import { KNOWN, OPEN, UNKNOWN, WORD_UNKNOWN, type NumberSlot, type WordSlot } from '../machine/slots.js';
import type { Writer } from '../machine/writer.js';

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

/** Where the last two classes stand, from the end: unknown and none. */
export const UNKNOWN_LAST = 2;
export const NONE_LAST = 1;

/** What a `by` reads: a name, or the literal that stands in its place. */
export type KeySource = { readonly kind: 'name'; readonly ref: Ref } | Extract<TableKey, { kind: 'literal' }>;

/** It may be open or unknown: then no row need fit. */
export const mayBeLost = ({ slot }: Key): boolean =>
  slot?.kind === 'word' ? slot.mayBeUnknown : slot?.stateful === true;

/** An open key makes the result open. */
export function isOpenKey(batch: Batch, key: Key, row: number): boolean {
  return key.slot?.kind === 'number' && key.slot.stateful && readState(batch, key.slot, row) === OPEN;
}

/** What a key reads could not be had. */
export function isFailedKey(batch: Batch, { slot }: Key, row: number): boolean {
  return slot?.kind === 'number' && readState(batch, slot, row) === KNOWN && Number.isNaN(readError(batch, slot, row));
}

/** Whether what a key reads may be unknown for somebody. */
export const mayBeUnknownKey = ({ slot }: Key): boolean => slot !== null && slot.mayBeUnknown;

export function isUnknownKey(batch: Batch, key: Key, row: number): boolean {
  if (key.slot === null) return false;
  if (key.slot.kind === 'word') return readWord(batch, key.slot, row) === WORD_UNKNOWN;
  return key.slot.stateful && readState(batch, key.slot, row) === UNKNOWN;
}
