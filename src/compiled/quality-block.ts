import { monthText } from '../calendar/month.js';
import type { Evaluation } from '../model/evaluation.js';
import { STATUSES, type Status } from '../model/value.js';
import type { Batch } from './batch.js';
import { noted } from './compiler.js';
import { itemApplies, type ItemSlots } from './items.js';
import type { Line } from './lines.js';
import type { LineAt } from './needs-block.js';
import type { Program } from './program.js';
import { moneyOf } from './text.js';

/** Of a line's items those that may say something: all under a condition, and of the others the one with the oldest price. */
function rarestItems({ compiler }: Program, { need }: Line, items: readonly ItemSlots[]): readonly ItemSlots[] {
  return noted(compiler, `rarest items/${need.id}`, () => {
    const always = items.filter(({ when, index }) => when === null && index?.beyond !== true);
    const age = ({ item }: ItemSlots): number => item.priced ?? Infinity;
    const oldest = always.reduce<ItemSlots | null>((l, r) => (l === null || age(r) < age(l) ? r : l), null);
    return items.filter((one) => one === oldest || !always.includes(one));
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
  for (const { line, row, need, status, priceSourced } of lines) {
    if (!line.need.optional) {
      const signed = line.need.credit ? -need : need;
      byStatus[status.need]! += signed;
      if (priceSourced) sourced += signed;
    }
    if (line.items === null) {
      price(line.need.priced);
      if (line.index?.beyond === true) beyond.add(line.index.series);
      continue;
    }
    for (const one of rarestItems(program, line, line.items)) {
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
