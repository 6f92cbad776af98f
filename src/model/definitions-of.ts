import { isValid } from './model.js';
import type { MonthIndex, Valid } from './value.js';

interface Dated {
  readonly id: string;
  readonly valid: Valid;
}

/** By the list itself: a model is frozen, so each of its lists is put in order once. */
const known = new WeakMap<readonly Dated[], ReadonlyMap<string, readonly Dated[]>>();

/** All definitions of an id in one of the model's lists, in the order of the files. */
export function definitionsOf<T extends Dated>(list: readonly T[], id: string): readonly T[] {
  let byId = known.get(list) as ReadonlyMap<string, readonly T[]> | undefined;
  if (byId === undefined) {
    const made = new Map<string, T[]>();
    for (const one of list) {
      const same = made.get(one.id);
      if (same === undefined) made.set(one.id, [one]);
      else same.push(one);
    }
    byId = made;
    known.set(list, byId);
  }
  return byId.get(id) ?? [];
}

/** The definition of an id that is there in a month; undefined where there is none. */
export function definitionIn<T extends Dated>(list: readonly T[], id: string, month: MonthIndex): T | undefined {
  return definitionsOf(list, id).find((one) => isValid(one, month));
}
