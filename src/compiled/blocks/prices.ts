import type { MonthIndex } from '../../model/value.js';
import type { Batch } from '../machine/batch.js';
import { itemApplies, type ItemSlots } from '../lines/items.js';
import type { Line } from '../lines/line.js';

/** What the prices of a line tell of the quality of a budget. */
export interface Prices {
  /** Month of the oldest price; Infinity where none is dated. */
  readonly oldest: number;
  /** Series that were used past their end. */
  readonly beyond: readonly string[];
}

/** Of a line's items those that may say something: all under a condition, and of the others the one with the oldest price. */
export function rarestOf(items: readonly ItemSlots[]): readonly ItemSlots[] {
  const always = items.filter(({ when, index }) => when === null && index?.beyond !== true);
  const age = ({ item }: ItemSlots): number => item.priced ?? Infinity;
  const oldest = always.reduce<ItemSlots | null>((l, r) => (l === null || age(r) < age(l) ? r : l), null);
  return items.filter((one) => one === oldest || !always.includes(one));
}

const NONE: readonly string[] = [];

export function pricesOf(batch: Batch, line: Line, rarest: readonly ItemSlots[], row: number): Prices {
  const { need, index } = line;
  if (line.items === null)
    return { oldest: need.priced ?? Infinity, beyond: index?.beyond === true ? [index.series] : NONE };
  const household = line.rows === 'person' ? batch.household[row]! : row;
  let oldest: MonthIndex = Infinity;
  let beyond: string[] | null = null;
  for (const one of rarest) {
    if (!itemApplies(batch, one, row, household)) continue;
    oldest = Math.min(oldest, one.item.priced ?? Infinity);
    if (one.index?.beyond === true) (beyond ??= []).push(one.index.series);
  }
  return { oldest, beyond: beyond ?? NONE };
}
