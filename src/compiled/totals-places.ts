import type { Group } from '../model/needs.js';
import type { Line } from './lines.js';

export const GROUPS: readonly Group[] = ['fixed', 'living', 'reserve'];

/** Where the steps of a line are added: its basket and its group among a household's sums. */
export interface Place {
  readonly line: Line;
  readonly basket: number;
  readonly group: number;
  readonly sign: 1 | -1;
}

/** Baskets first, then groups; optional lines are in no sum. */
export function placesOf(baskets: readonly string[], lines: readonly Line[]): readonly Place[] {
  return lines
    .filter(({ need }) => !need.optional)
    .map((line) => ({
      line,
      basket: baskets.indexOf(line.need.basket),
      group: baskets.length + GROUPS.indexOf(line.need.pays),
      sign: line.need.credit ? -1 : 1,
    }));
}
