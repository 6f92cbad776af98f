import type { Asked, Entry, Reading, TracePlan } from './entry.js';
import { mark, readingOf, rowsOf, type Settled } from './roster.js';

/** Finds what is told of its own accord, then what that names, and so on. */
export function findTold(plan: TracePlan, reading: Reading, asked: Asked): void {
  const judged = reading.batch.households[0]!.overrides.length > 0;
  const settled = asked.level === 'full' && !judged ? settledOf(plan, reading) : null;
  if (settled !== null) {
    reading.told = settled.told.slice();
    for (const place of settled.moving) namesFrom(plan, reading, place);
  }
  markRoots(settled === null ? plan.roots : plan.moving, reading, asked);
  for (const place of reading.waiting) namesFrom(plan, reading, place);
}

/** Marks what is told of its own accord. */
export function markRoots(roots: readonly Entry[], reading: Reading, asked: Asked): void {
  const { batch, width } = reading;
  for (const entry of roots)
    for (let row = 0; row < rowsOf(entry, batch); row++)
      if (entry.exists(batch, row) && entry.root(batch, row, asked)) mark(reading, entry.at * width + row);
}

/** Marks what is named from a place. */
export function namesFrom({ entries }: TracePlan, reading: Reading, place: number): void {
  const at = Math.floor(place / reading.width);
  entries[at]!.names(reading, place - at * reading.width);
}

/** What a whole trace tells of the persons of a reading whatever their values: most of it, found once. */
export function settledOf(plan: TracePlan, { roster, batch }: Reading): Settled {
  if (roster.settled !== null) return roster.settled;
  const reading = readingOf(plan, batch);
  const moving: number[] = [];
  for (const entry of plan.roots)
    for (let row = 0; row < rowsOf(entry, batch); row++)
      if (entry.whole?.(batch, row) === true) mark(reading, entry.at * reading.width + row);
  for (const place of reading.waiting) {
    if (plan.entries[Math.floor(place / reading.width)]!.fixed()) namesFrom(plan, reading, place);
    else moving.push(place);
  }
  return (roster.settled = { told: reading.told, moving });
}
