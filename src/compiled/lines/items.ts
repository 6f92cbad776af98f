import { isValid } from '../../model/model.js';
import type { Item, Need } from '../../model/needs.js';
import type { MonthIndex } from '../../model/value.js';
import { type Batch, readTruth } from '../machine/batch.js';
import { noted, type Compiler } from '../compiler/compiler.js';
import { constant, literal } from '../compiler/new-slots.js';
import { statusCode } from '../machine/statuses.js';
import { conditionOf } from '../formulas/conditions.js';
import { contextOf, type Context } from '../compiler/context.js';
import { binary, numberOf } from '../formulas/expressions.js';
import { cases } from '../formulas/cases.js';
import { divide, numOf } from '../machine/nums.js';
import { seriesValue } from '../formulas/series.js';
import { KNOWN, YES, type NumberSlot, type TruthSlot } from '../machine/slots.js';

/** A good or service of a need, taken apart. */
export interface ItemSlots {
  readonly item: Item;
  readonly when: TruthSlot | null;
  readonly price: NumberSlot;
  readonly quantity: NumberSlot;
  readonly lasts: NumberSlot | null;
  /** A month, before the index. */
  readonly base: NumberSlot;
  /** A month, indexed. */
  readonly month: NumberSlot;
  readonly index: IndexFactor | null;
}

/** series(month) ÷ series(priced); a constant 1 without `priced`. */
export interface IndexFactor {
  readonly series: string;
  readonly priced: MonthIndex | null;
  readonly factor: NumberSlot;
  /** A month was past the end of the series. */
  readonly beyond: boolean;
}

export function indexFactor(c: Compiler, series: string | null, priced: MonthIndex | null): IndexFactor | null {
  if (series === null) return null;
  if (priced === null) return { series, priced, factor: literal(c, '1'), beyond: false };
  return noted(c, `index ${series} ${priced}`, () => {
    const now = seriesValue(c, series, c.month);
    const then = seriesValue(c, series, priced);
    const factor = divide(c.arena, numOf(c.arena, now.text), numOf(c.arena, then.text), () => series);
    const status = Math.max(statusCode(now.from.status), statusCode(then.from.status));
    return { series, priced, factor: constant(c, factor, status, null), beyond: now.beyond || then.beyond };
  });
}

export function itemsOf(c: Compiler, need: Need): readonly ItemSlots[] {
  const ctx = contextOf(need.id);
  return (need.items ?? [])
    .filter((item) => isValid(item, c.month))
    .map((item) => {
      const price = numberOf(c, item.price, ctx);
      const quantity = numberOf(c, item.quantity, ctx);
      const lasts = item.lasts === null ? null : numberOf(c, item.lasts, ctx);
      const base = monthly(c, binary(c, 'multiply', price, quantity, ctx), lasts, item.timesAYear, ctx);
      const index = indexFactor(c, need.index, item.priced);
      const month = index === null ? base : binary(c, 'multiply', base, index.factor, ctx);
      const when = item.when === null ? null : conditionOf(c, item.when, ctx);
      return { item, when, price, quantity, lasts, base, month, index };
    });
}

function monthly(
  c: Compiler,
  cost: NumberSlot,
  lasts: NumberSlot | null,
  times: string | null,
  ctx: Context,
): NumberSlot {
  if (lasts !== null) return binary(c, 'divide', cost, lasts, ctx);
  if (times === null) return cost;
  const year = times === '1' ? cost : binary(c, 'multiply', cost, literal(c, times), ctx);
  return binary(c, 'divide', year, literal(c, '12'), ctx);
}

/** What all items that apply come to a month, indexed. */
export function sumOfItems(c: Compiler, items: readonly ItemSlots[], ctx: Context): NumberSlot {
  const zero = literal(c, '0');
  const worth = items.map(({ when, month }) => (when === null ? month : cases(c, [when], [month, zero], KNOWN)));
  const fixed = worth.filter((slot) => slot.constant !== null);
  const moving = worth.filter((slot) => slot.constant === null);
  return [...fixed, ...moving].reduce((l, r) => (l === zero ? r : binary(c, 'add', l, r, ctx)), zero);
}

export const itemApplies = (batch: Batch, one: ItemSlots, row: number, household: number): boolean =>
  one.when === null || readTruth(batch, one.when, one.when.rows === 'person' ? row : household) === YES;
