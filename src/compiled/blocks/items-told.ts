import { monthText } from '../../calendar/month.js';
import type { LineItem } from '../../model/evaluation.js';
import type { Expression } from '../../model/expression.js';
import type { Batch } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { itemApplies, type ItemSlots } from '../lines/items.js';
import type { Line } from '../lines/line.js';
import { textOf, type Num } from '../machine/nums.js';
import type { NumberSlot } from '../machine/slots.js';
import { statusAt } from '../machine/statuses.js';
import { statusText } from '../compiler/text.js';

/** The items of a line as told lately: prices of few rows of a table repeat, and the same is told once. */
export interface ToldItems {
  readonly items: readonly ToldItem[];
  /** Where nothing about them changes from household to household: all, once they were told. */
  readonly fixed: boolean;
  all: readonly LineItem[] | null;
}

interface ToldItem {
  readonly one: ItemSlots;
  /** Nothing about it changes from household to household. */
  readonly fixed: boolean;
  readonly lately: Told[];
}

/** An item as told, with all that its text follows from. */
interface Told {
  readonly price: Num;
  readonly quantity: Num;
  readonly lasts: Num | null;
  readonly statuses: number;
  readonly text: LineItem;
}

/** How many ways of telling an item are remembered. */
const LATELY = 8;

export function toldItems(items: readonly ItemSlots[]): ToldItems {
  const told = items.map((one): ToldItem => ({ one, fixed: isFixed(one), lately: [] }));
  return { items: told, fixed: told.every(({ one, fixed }) => fixed && one.when === null), all: null };
}

const isFixed = ({ price, quantity, month, lasts }: ItemSlots): boolean =>
  [price, quantity, month, lasts].every((slot) => slot === null || slot.constant !== null);

/** Items that apply in a row. */
export function itemsTold(batch: Batch, { rows }: Line, told: ToldItems, row: number): readonly LineItem[] {
  if (told.all !== null) return told.all;
  const household = rows === 'person' ? batch.household[row]! : row;
  const list: LineItem[] = [];
  for (const item of told.items)
    if (itemApplies(batch, item.one, row, household)) list.push(itemTold(batch, item, row, household));
  if (told.fixed) told.all = Object.freeze(list);
  return list;
}

function itemTold(batch: Batch, { one, fixed, lately }: ToldItem, row: number, household: number): LineItem {
  if (fixed && lately.length > 0) return lately[0]!.text;
  const price = exactIn(batch, one.price, row, household);
  const quantity = exactIn(batch, one.quantity, row, household);
  const lasts = one.lasts === null ? null : exactIn(batch, one.lasts, row, household);
  const priceStatus = statusIn(batch, one.price, row, household, 0);
  const quantityStatus = statusIn(batch, one.quantity, row, household, priceStatus);
  const lastsStatus = one.lasts === null ? priceStatus : statusIn(batch, one.lasts, row, household, priceStatus);
  const statuses = (priceStatus * 8 + quantityStatus) * 8 + lastsStatus;
  for (let i = 0; i < lately.length; i++) {
    const told = lately[i]!;
    if (told.price === price && told.quantity === quantity && told.lasts === lasts && told.statuses === statuses)
      return told.text;
  }
  const { item } = one;
  const text: LineItem = Object.freeze({
    id: item.id,
    month: textOf(exactIn(batch, one.month, row, household)),
    price: textAs(one.price, item.price, price),
    priced: item.priced === null ? null : monthText(item.priced),
    quantity: textAs(one.quantity, item.quantity, quantity),
    lasts: lasts === null ? `${item.timesAYear ?? '12'} a year` : `${textOf(lasts)} months`,
    status: Object.freeze({
      price: statusText(priceStatus),
      quantity: statusText(quantityStatus),
      lasts: statusText(lastsStatus),
    }),
  });
  if (lately.length >= LATELY) lately.length = 0;
  lately.push({ price, quantity, lasts, statuses, text });
  return text;
}

const rowOf = (slot: NumberSlot, row: number, household: number): number => (slot.rows === 'person' ? row : household);

const exactIn = (batch: Batch, slot: NumberSlot, row: number, household: number): Num =>
  readExact(batch, slot, rowOf(slot, row, household));

/** The status of a number; of one that has none, `otherwise`. */
function statusIn(batch: Batch, slot: NumberSlot, row: number, household: number, otherwise: number): number {
  const code = statusAt(batch, slot.status, rowOf(slot, row, household));
  return code < 0 ? otherwise : code;
}

/** A literal as the files write it, any other number in its shortest form. */
const textAs = (slot: NumberSlot, said: Expression, value: Num): string =>
  (said.kind === 'number' ? slot.written : null) ?? textOf(value);
