import type { Expression, Ref } from '../../model/expression.js';
import type { Item, Need } from '../../model/needs.js';
import type { MonthIndex } from '../../model/value.js';
import type { BillSplit } from '../lines/split.js';
import type { Effect } from '../lines/effects.js';
import type { ItemSlots } from '../lines/items.js';
import type { Line } from '../lines/line.js';
import { namesOfExpression, type Named } from '../formulas/refs.js';
import { linksOf, NO_LINKS, type Links } from './links.js';
import type { Entry, TracePlan } from './entry.js';
import { entryFor } from './planned.js';

/** What a line's steps name, found once. */
export interface LineLinks {
  readonly amount: Links;
  readonly index: Links;
  readonly items: readonly ItemLinks[];
  /** What all items name; null where one of them has a condition. */
  readonly together: Pick<ItemLinks, 'links' | 'index'> | null;
  readonly presence: Links;
  readonly effects: ReadonlyMap<Effect, Links>;
  /** The bill that may fill the need. */
  readonly billed: { readonly split: BillSplit; readonly at: number; readonly entry: Entry } | null;
}

export interface ItemLinks {
  readonly one: ItemSlots;
  readonly links: Links;
  readonly index: Links;
}

/** Names an effect rests on: its adjustment's `when`, then those of its number. */
export function effectLinks(plan: TracePlan, effects: readonly Effect[], prefix: string): Map<Effect, Links> {
  return new Map(
    effects.map((effect) => {
      const { adjustment } = effect;
      const by = numberOf(effect);
      const first = adjustment.when === null ? undefined : plan.byKey.get(`when/${prefix}${adjustment.id}{at}`);
      return [effect, linksOf(plan, by === null ? [] : namesOfExpression(by), { first })];
    }),
  );
}

/** The number an effect works with, as written. */
export const numberOf = ({ adjustment, verb }: Effect): Expression | null =>
  adjustment.effects.find((one) => one.verb === verb)?.by ?? null;

/** The two months of a series between which prices of some months are indexed. */
function indexNames({ program }: TracePlan, id: string | null, priced: readonly (MonthIndex | null)[]): Named[] {
  if (id === null) return [];
  const ref: Ref = { of: 'series', id };
  return priced.flatMap((month) =>
    month === null
      ? []
      : [
          { ref, asOf: month },
          { ref, asOf: program.month },
        ],
  );
}

/** Names in the amount, those of parts where it reads their sum. */
function amountNames({ amount, parts }: Need): Named[] {
  const names: Named[] = [];
  if (amount === null) return names;
  for (const named of namesOfExpression(amount)) {
    if (named.ref.of === 'sum' && named.ref.id === 'parts')
      for (const part of parts ?? []) namesOfExpression(part.value, null, names);
    else names.push(named);
  }
  return names;
}

const itemNames = ({ price, quantity, lasts }: Item): Named[] =>
  [price, quantity, lasts].flatMap((e) => (e === null ? [] : namesOfExpression(e)));

function linksOfItem(plan: TracePlan, need: Need, one: ItemSlots): ItemLinks {
  const { item } = one;
  const first = item.when === null ? undefined : plan.byKey.get(`when/${need.id}/${item.id}{at}`);
  return {
    one,
    // the condition of an item is told with its line
    links: linksOf(plan, itemNames(item), { first, sureOfFirst: true }),
    index: linksOf(plan, indexNames(plan, need.index, [item.priced])),
  };
}

function linksOfItems(plan: TracePlan, need: Need, items: readonly ItemSlots[]): LineLinks['together'] {
  if (items.some(({ when }) => when !== null)) return null;
  const priced = items.map(({ item }) => item.priced);
  return {
    links: linksOf(
      plan,
      items.flatMap(({ item }) => itemNames(item)),
    ),
    index: linksOf(plan, indexNames(plan, need.index, priced)),
  };
}

export function linksOfLine(plan: TracePlan, line: Line): LineLinks {
  const { need, effects } = line;
  const items = line.items ?? [];
  const together = linksOfItems(plan, need, items);
  const billed = plan.program.splitFor.get(line);
  const entry = billed === undefined ? null : entryFor(plan, { of: 'bill', id: billed.split.bill.id }, null);
  return {
    amount: linksOf(plan, amountNames(need)),
    index: linksOf(plan, indexNames(plan, need.index, [need.priced])),
    items: items.map((one) =>
      together === null ? linksOfItem(plan, need, one) : { one, links: NO_LINKS, index: NO_LINKS },
    ),
    together,
    presence:
      need.for === 'person' ? linksOf(plan, [{ ref: { of: 'fact', id: 'person.presence' }, asOf: null }]) : NO_LINKS,
    effects: effectLinks(plan, effects, ''),
    billed: billed === undefined || entry === null ? null : { ...billed, entry },
  };
}
