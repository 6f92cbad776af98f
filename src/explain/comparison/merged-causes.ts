import type { Cause } from '../../comparison/shapes.js';

/**
 * Causes as a reader counts them: a tariff that begins where one ends is one that moved, and what moved alike for several persons is
 * told once, with all of them.
 */
export function mergedCauses(causes: readonly Cause[]): readonly Cause[] {
  return forAllPersons(replaced(causes));
}

/** Of each person: the only amount that ends and the only one that begins, in the same unit, are one under two names; the new name stays. */
function replaced(causes: readonly Cause[]): readonly Cause[] {
  const only = (one: Cause, ends: boolean): Cause | null => {
    const all = causes.filter((other) => isAlike(one, other) && (ends ? other.right : other.left) === null);
    return all.length === 1 ? all[0]! : null;
  };
  return causes.flatMap((one) => {
    if (one.kind !== 'amount' || (one.left === null) === (one.right === null)) return [one];
    const [end, begin] = [only(one, true), only(one, false)];
    if (end === null || begin === null) return [one];
    return one === begin ? [{ ...begin, left: end.left }] : [];
  });
}

function isAlike(one: Cause, other: Cause): boolean {
  const isOneSided = (other.left === null) !== (other.right === null);
  return isOneSided && other.kind === one.kind && other.person === one.person && other.unit === one.unit;
}

/** Facts, incomes and bills are told of each person: they are what was said of them. */
function forAllPersons(causes: readonly Cause[]): readonly Cause[] {
  const known = new Map<string, Cause>();
  for (const [at, one] of causes.entries()) {
    const key = one.kind === 'amount' ? [one.name, one.left, one.right].join(' ') : String(at);
    const before = known.get(key);
    known.set(key, before === undefined ? one : { ...before, person: `${before.person}, ${one.person}` });
  }
  return [...known.values()];
}
