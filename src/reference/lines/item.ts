import { monthText } from '../../calendar/month.js';
import { Exact, plain } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import type { LineItem } from '../../model/evaluation.js';
import type { Expression } from '../../model/expression.js';
import type { Item, Need } from '../../model/needs.js';
import { decisionOf } from '../engine/condition.js';
import { evaluateNumber } from '../values/formula.js';
import { numberOf } from '../engine/leaf-value.js';
import type { Progress } from './need.js';
import { atText } from '../persons.js';
import { readingsOf, readsNothing } from '../values/readings.js';
import type { Reading, Run, View } from '../run.js';
import { bounded, numberValue, weakest, ZERO, type NumberValue } from '../values/value.js';

/** An item that applies: its month before the index. */
export interface Chosen {
  readonly item: Item;
  readonly month: NumberValue;
  /** What the document tells of it but its id and its month. */
  readonly told: Omit<LineItem, 'id' | 'month'>;
  /** Price, quantity and lifetime read no name: the same for everybody. */
  readonly plain: boolean;
}

/** The items that exist in the month. */
export function validItems(run: Run, need: Need): readonly Item[] {
  return run.definitions.items.get(need.id) ?? [];
}

/** Σ price × quantity / months, or price × quantity × times a year / 12, of the items that apply. */
export function itemsOf(need: Need, view: View, id: string): { list: readonly Chosen[]; start: Progress } {
  const list = validItems(view.run, need)
    .filter((item) => decisionOf(item.when, view).truth === 'yes')
    .map((item) => chosen(item, view, `${need.id}/${item.id}${atText(view.run, view.person)}`));
  const value = bounded(
    numberValue(
      list.reduce<Exact>((sum, one) => sum.add(one.month.number), ZERO),
      weakest(list.map((one) => one.month.status)),
      list.some((one) => one.month.open),
    ),
    id,
  );
  const reads = (): Reading[] => list.flatMap(({ item }) => readingsOfItem(need, item, view));
  return {
    list,
    start: { value, steps: [{ step: 'items', reads, value: value.number }], leftOut: false, beyondEnd: false },
  };
}

function readingsOfItem(need: Need, item: Item, view: View): Reading[] {
  const when = item.when === null ? [] : [{ node: `when/${need.id}/${item.id}${atText(view.run, view.person)}` }];
  return [...when, ...[item.price, item.quantity, item.lasts].flatMap((one) => readingsOf(one, view))];
}

/** Items that read no name: worked out once. */
const plainItems = new WeakMap<Item, Chosen>();

function chosen(item: Item, view: View, name: string): Chosen {
  const known = plainItems.get(item);
  if (known !== undefined) return known;
  const found = bought(item, view, name);
  if (found.plain) plainItems.set(item, found);
  return found;
}

function bought(item: Item, view: View, name: string): Chosen {
  const price = evaluateNumber(item.price, view, name);
  const quantity = evaluateNumber(item.quantity, view, name);
  const lasts = item.lasts === null ? null : evaluateNumber(item.lasts, view, name);
  const paid = price.number.mul(quantity.number);
  const month =
    lasts === null ? paid.mul(numberOf(item.timesAYear ?? '12')).div(12) : divided(paid, lasts.number, name);
  const status = price.status ?? 'given';
  return {
    item,
    plain: [item.price, item.quantity, item.lasts].every((one) => one === null || readsNothing(one)),
    month: numberValue(
      month,
      weakest([price.status, quantity.status, lasts?.status ?? null]),
      price.open || quantity.open || (lasts?.open ?? false),
    ),
    told: {
      price: asWritten(item.price, price),
      priced: item.priced === null ? null : monthText(item.priced),
      quantity: asWritten(item.quantity, quantity),
      lasts:
        item.lasts === null || lasts === null
          ? `${item.timesAYear ?? '12'} a year`
          : `${asWritten(item.lasts, lasts)} months`,
      status: Object.freeze({ price: status, quantity: quantity.status ?? status, lasts: lasts?.status ?? status }),
    },
  };
}

function divided(paid: Exact, months: Exact, name: string): Exact {
  if (months.isZero()) throw evaluationError('division-by-zero', name, 'it lasts 0 months');
  return paid.div(months);
}

function asWritten(formula: Expression, value: NumberValue): string {
  return formula.kind === 'number' ? formula.value : plain(value.number);
}
