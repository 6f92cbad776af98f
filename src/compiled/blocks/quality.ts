import { monthText } from '../../calendar/month.js';
import type { Evaluation } from '../../model/evaluation.js';
import { STATUSES, type Status } from '../../model/value.js';
import type { LineAt } from './line-plans.js';
import type { Program } from '../program.js';
import { moneyOf } from '../compiler/text.js';

/** What the need rests on: by strength, with sourced prices, the oldest price, series past their end. */
export function qualityBlock(
  program: Program,
  lines: readonly LineAt[],
  named: ReadonlySet<string>,
): Evaluation['quality'] {
  const c = program.compiler;
  const byStatus = STATUSES.map(() => 0);
  let sourced = 0;
  let oldest = Infinity;
  const beyond = new Set([...program.namedBeyond].filter((id) => named.has(id)));
  for (const { plan, need, statusOfNeed, priceSourced, prices } of lines) {
    if (prices.oldest < oldest) oldest = prices.oldest;
    for (let i = 0; i < prices.beyond.length; i++) beyond.add(prices.beyond[i]!);
    byStatus[statusOfNeed]! += plan.sign * need;
    if (priceSourced) sourced += plan.sign * need;
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
