import { monthText } from '../calendar/month.js';
import type { LineItem } from '../model/evaluation.js';
import type { Expression } from '../model/expression.js';
import { type Batch, readExact } from './batch.js';
import { itemApplies, type ItemSlots } from './items.js';
import type { Line } from './lines.js';
import { textOf, type Num } from './nums.js';
import type { NumberSlot } from './slots.js';
import { statusAt } from './statuses.js';
import { statusText } from './text.js';

/** The items of a line as told lately: prices of few rows of a table repeat, and the same is told once. */
export interface ToldItems {
  readonly items: readonly ToldItem[];
  /** By row: the list as told last. */
  readonly last: (readonly LineItem[] | undefined)[];
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
  return { items: items.map((one) => ({ one, fixed: isFixed(one), lately: [] })), last: [] };
}

const isFixed = ({ price, quantity, month, lasts }: ItemSlots): boolean =>
  [price, quantity, month, lasts].every((slot) => slot === null || slot.constant !== null);

/** Items that apply in a row; told as before, they are the same list. */
export function itemsTold(batch: Batch, { rows }: Line, { items, last }: ToldItems, row: number): readonly LineItem[] {
  const household = rows === 'person' ? batch.household[row]! : row;
  const before = last[row];
  let told: LineItem[] | null = null;
  let n = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (!itemApplies(batch, item.one, row, household)) continue;
    const text = itemTold(batch, item, row, household);
    if (told === null && before?.[n] !== text) told = before === undefined ? [] : before.slice(0, n);
    told?.push(text);
    n++;
  }
  if (told === null && before?.length === n) return before;
  return (last[row] = Object.freeze(told ?? before?.slice(0, n) ?? []));
}

function itemTold(batch: Batch, { one, fixed, lately }: ToldItem, row: number, household: number): LineItem {
  if (fixed && lately.length > 0) return lately[0]!.text;
  const at = (slot: NumberSlot): number => (slot.rows === 'person' ? row : household);
  const status = (slot: NumberSlot, otherwise: number): number => {
    const code = statusAt(batch, slot.status, at(slot));
    return code < 0 ? otherwise : code;
  };
  const price = readExact(batch, one.price, at(one.price));
  const quantity = readExact(batch, one.quantity, at(one.quantity));
  const lasts = one.lasts === null ? null : readExact(batch, one.lasts, at(one.lasts));
  const priceStatus = status(one.price, 0);
  const quantityStatus = status(one.quantity, priceStatus);
  const lastsStatus = one.lasts === null ? priceStatus : status(one.lasts, priceStatus);
  const statuses = (priceStatus * 8 + quantityStatus) * 8 + lastsStatus;
  for (const told of lately)
    if (told.price === price && told.quantity === quantity && told.lasts === lasts && told.statuses === statuses)
      return told.text;
  const { item } = one;
  const text: LineItem = Object.freeze({
    id: item.id,
    month: textOf(readExact(batch, one.month, at(one.month))),
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

/** A literal as the files write it, any other number in its shortest form. */
const textAs = (slot: NumberSlot, said: Expression, value: Num): string =>
  (said.kind === 'number' ? slot.written : null) ?? textOf(value);
