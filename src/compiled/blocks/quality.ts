import { monthText } from '../../calendar/month.js';
import type { Evaluation } from '../../model/evaluation.js';
import { STATUSES, type Status } from '../../model/value.js';
import type { Batch } from '../machine/batch.js';
import { noted } from '../compiler.js';
import { itemApplies, type ItemSlots } from '../lines/items.js';
import type { LineAt } from './lines.js';
import type { Program } from '../program.js';
import { moneyOf } from '../machine/text.js';

/** Of a line's items those that may say something: all under a condition, and of the others the one with the oldest price. */
function rarestOf(items: readonly ItemSlots[]): readonly ItemSlots[] {
  const always = items.filter(({ when, index }) => when === null && index?.beyond !== true);
  const age = ({ item }: ItemSlots): number => item.priced ?? Infinity;
  const oldest = always.reduce<ItemSlots | null>((l, r) => (l === null || age(r) < age(l) ? r : l), null);
  return items.filter((one) => one === oldest || !always.includes(one));
}

/** By place of a line: its rarest items; none of a line with an amount. */
function rarestItems({ compiler, lines }: Program): readonly (readonly ItemSlots[])[] {
  return noted(compiler, 'rarest items', () => {
    const found: (readonly ItemSlots[])[] = [];
    for (const { at, items } of lines) found[at] = rarestOf(items ?? []);
    return found;
  });
}

/** What the need rests on: by strength, with sourced prices, the oldest price, series past their end. */
export function qualityBlock(
  program: Program,
  batch: Batch,
  lines: readonly LineAt[],
  named: ReadonlySet<string>,
): Evaluation['quality'] {
  const c = program.compiler;
  const byStatus = STATUSES.map(() => 0);
  let sourced = 0;
  let oldest = Infinity;
  const beyond = new Set([...program.namedBeyond].filter((id) => named.has(id)));
  const price = (month: number | null): void => {
    if (month !== null && month < oldest) oldest = month;
  };
  const rarest = rarestItems(program);
  for (const { line, row, need, statusOfNeed, priceSourced } of lines) {
    if (!line.need.optional) {
      const signed = line.need.credit ? -need : need;
      byStatus[statusOfNeed]! += signed;
      if (priceSourced) sourced += signed;
    }
    if (line.items === null) {
      price(line.need.priced);
      if (line.index?.beyond === true) beyond.add(line.index.series);
      continue;
    }
    for (const one of rarest[line.at]!) {
      if (!itemApplies(batch, one, row, line.rows === 'person' ? batch.household[row]! : row)) continue;
      price(one.item.priced);
      if (one.index?.beyond === true) beyond.add(one.index.series);
    }
  }
  return {
    byStatus: Object.fromEntries(STATUSES.map((status, i) => [status, moneyOf(c, byStatus[i]!)])) as Record<
      Status,
      string
    >,
    priceSourced: moneyOf(c, sourced),
    oldestPrice: oldest === Infinity ? null : monthText(oldest),
    seriesBeyondEnd: [...new Set(program.model.series.map((series) => series.id))].filter((id) => beyond.has(id)),
  };
}
