import type { MonthIndex } from '../../model/value.js';
import type { Batch } from '../machine/batch.js';
import type { NumberSlot, Rows } from '../machine/slots.js';

/** Where a formula stands: as of which month, and what the words of its place mean. */
export interface Context {
  /** Set inside `at(month; …)`. */
  readonly asOf: MonthIndex | null;
  /** `amount` in `counts`. */
  readonly amount: NumberSlot | null;
  /** `parts` in a need. */
  readonly parts: NumberSlot | null;
  /** A number left without value is unknown rather than open. */
  readonly unknowable: boolean;
  /** The definition that is told when a value cannot be had. */
  readonly name: string;
}

export function contextOf(name: string, more: Partial<Context> = {}): Context {
  return { asOf: null, amount: null, parts: null, unknowable: false, name, ...more };
}

/** `@tom` for a person's row, nothing for a household's. */
export function atPerson(batch: Batch, rows: Rows, row: number): string {
  if (rows === 'household') return '';
  const h = batch.household[row]!;
  return `@${batch.households[h]!.persons[row - batch.start[h]!]!.id}`;
}
