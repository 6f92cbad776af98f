import type { Condition } from '../../model/condition.js';
import type { Batch } from '../machine/batch.js';
import type { Effect } from '../lines/effects.js';
import type { Line } from '../lines/line.js';
import type { Program } from '../program.js';
import { ofCondition } from './missing-conditions.js';
import { ofEffects, ofLine } from './missing-lines.js';
import { searchOf, type Place } from './search.js';

/** Asked facts and incomes that would settle something, each once, in the order in which they are met. */
export function missingOf(
  program: Program,
  batch: Batch,
  conditions: readonly (Condition | null)[],
  at: Place,
): string[] {
  const search = searchOf(program, batch);
  for (const condition of conditions) if (condition !== null) ofCondition(search, condition, at);
  return [...search.found];
}

/** What leaves the amounts open that work on a line at a place. */
export function missingOfEffects(program: Program, batch: Batch, effects: readonly Effect[], at: Place): string[] {
  const search = searchOf(program, batch);
  ofEffects(search, effects, at);
  return [...search.found];
}

/** What leaves a line open. */
export function missingOfLine(program: Program, batch: Batch, line: Line, row: number): string[] {
  const search = searchOf(program, batch);
  ofLine(search, line, { rows: line.rows, row });
  return [...search.found];
}
