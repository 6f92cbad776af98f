import type { Batch, Said } from './batch.js';
import { placesSaid, SAID } from './decimal-places.js';
import type { Num } from './nums.js';
import type { NumberSlot } from './slots.js';

/** Remembers what was said, or what a lever sets, as it stands. */
export function say(batch: Batch, column: number, row: number, said: string | Num): void {
  const texts = (batch.said[column] ??= []);
  if (texts.length === 0) batch.saying.push(column);
  texts[row] = said;
  sayPlaces(batch, typeof said === 'string' ? placesSaid(said) : said.value.decimalPlaces());
}

/** Notes how fine something is that was said or set. */
export function sayPlaces(batch: Batch, places: number): void {
  if (places > SAID) batch.fine = true;
}

/** What was said of a number in one row. */
export const saidOf = (batch: Batch, { column }: NumberSlot, row: number): Said => batch.said[column]?.[row];

/** Nothing was said. */
export function unsay(batch: Batch): void {
  for (const column of batch.saying) batch.said[column]!.length = 0;
  batch.saying.length = 0;
  batch.fine = false;
}
