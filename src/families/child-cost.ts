import type { Month } from '../calendar/month.js';
import { Exact, money, placesOf } from '../decimal/exact.js';
import type { Money } from '../model/value.js';
import type { Pack } from '../model/pack.js';
import { reference } from './table.js';

/** What a first child of one age adds to a family's reference budget. */
export interface ChildCost {
  readonly age: number;
  readonly month: Money;
  /** Share of the budget without the child, in per cent with one decimal. */
  readonly share: string;
}

/** The cost of a first child by age: the budget with the child less the budget without, all else equal. */
export function childCosts(
  pack: Pack,
  family: { readonly id: string; readonly household: unknown },
  month: Month,
  ages: readonly number[],
): readonly ChildCost[] {
  const without = new Exact(reference(pack, family.id, family.household, month).total);
  return ages.map((age) => {
    const name = `${family.id} with a child of ${age}`;
    const added = new Exact(reference(pack, name, withChild(family.household, age), month).total).sub(without);
    const share = without.isZero() ? '–' : added.div(without).mul(100).toFixed(1);
    return { age, month: money(added, placesOf(pack.model.pack.rounding)), share };
  });
}

function withChild(household: unknown, age: number): Record<string, unknown> {
  const { persons, ...rest } = household as { readonly persons: readonly unknown[] };
  return { ...rest, persons: [...persons, { id: 'first-child', role: 'child', age }] };
}
