import type { LineItem } from '../../model/evaluation.js';
import { isValid } from '../../model/model.js';
import type { Item } from '../../model/needs.js';
import type { Cause } from '../shapes.js';
import { definitionIn } from '../../model/definitions-of.js';
import { splitName, type Side } from '../side.js';
import type { Walk } from './side-by-side.js';

/** Items whose own numbers are written otherwise in the other pack or month, or that are there on one side only. */
export function itemCauses(walk: Walk, id: string): readonly Cause[] {
  const { name } = splitName(id);
  const [left, right] = [itemsOf(walk.left, name), itemsOf(walk.right, name)];
  const before = left.filter((item) => !right.some((one) => sameItem(one, item)));
  const after = right.filter((item) => !left.some((one) => sameItem(one, item)));
  return [...new Set([...before, ...after].map((item) => item.id))].map((item) => ({
    kind: 'item',
    name: `${name}/${item}`,
    person: null,
    left: itemText(walk.left, id, item),
    right: itemText(walk.right, id, item),
  }));
}

function itemsOf(side: Side, need: string): readonly Item[] {
  const items = definitionIn(side.model.needs, need, side.month)?.items ?? [];
  return items.filter((item) => isValid(item, side.month));
}

function sameItem(one: Item, other: Item): boolean {
  return one === other || (one.id === other.id && JSON.stringify(one) === JSON.stringify(other));
}

/** `20 × 1, 60 months`. */
function itemText(side: Side, line: string, item: string): string | null {
  const found: LineItem | undefined = side.lines.get(line)?.items?.find((one) => one.id === item);
  return found === undefined ? null : `${found.price} × ${found.quantity}, ${found.lasts}`;
}
