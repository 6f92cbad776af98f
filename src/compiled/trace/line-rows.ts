import type { Batch } from '../machine/batch.js';
import { isTaken } from '../blocks/years.js';
import { itemApplies } from '../lines/items.js';
import type { Line } from '../lines/line.js';
import type { ItemLinks, LineLinks } from './line-links.js';

/** The row of the household of a line's row. */
export const householdOf = (batch: Batch, line: Line, row: number): number =>
  line.rows === 'person' ? batch.household[row]! : row;

/** The items that apply in a row. */
export function applying(batch: Batch, line: Line, links: LineLinks, row: number): readonly ItemLinks[] {
  if (links.together !== null) return links.items;
  const household = householdOf(batch, line, row);
  return links.items.filter(({ one }) => itemApplies(batch, one, row, household));
}

/** Whose bill fills the line's need; null where none does. */
export function payerOf({ billed }: LineLinks, batch: Batch, line: Line, row: number): number | null {
  if (billed === null || !isTaken(batch, billed.split, billed.at, row)) return null;
  return billed.split.bill.for === 'household' ? householdOf(batch, line, row) : row;
}
