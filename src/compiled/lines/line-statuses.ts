import { readTruth } from '../machine/batch.js';
import { statusAt, weakest } from '../machine/statuses.js';
import { statusOfEffects } from './effects.js';
import { NO_STATUS, type NumberSlot, type Rows, type StatusOf } from '../machine/slots.js';
import type { Parsed } from './line.js';

export function statusOfLine(line: Parsed): StatusOf {
  const fixed = weakest([line.base.status, line.presence?.status ?? NO_STATUS]);
  if (line.effects.every(({ by }) => by === null)) return fixed;
  return (batch, row) => Math.max(statusAt(batch, fixed, row), statusOfEffects(batch, line.effects, row));
}

export function priceStatusOf(line: Parsed): StatusOf {
  const { items, amount } = line;
  if (items === null) return amount === null ? NO_STATUS : inRows(amount, line.rows);
  const prices = items.map(({ when, price }): StatusOf => {
    const status = inRows(price, line.rows);
    if (when === null) return status;
    return (batch, row) =>
      readTruth(batch, when, when.rows === 'person' || line.rows === 'household' ? row : batch.household[row]!) === 2
        ? statusAt(batch, status, row)
        : NO_STATUS;
  });
  return weakest(prices);
}

/** A status as rows of the line see it. */
export function inRows(slot: NumberSlot, rows: Rows): StatusOf {
  const { status } = slot;
  if (typeof status === 'number' || slot.rows === rows) return status;
  return (batch, row) => status(batch, batch.household[row]!);
}
