import { definitionIn } from './definitions-of.js';
import { definitionsInMonth } from './definitions-in-month.js';
import type { Model } from './model.js';
import type { Bill, Need } from './needs.js';
import type { MonthIndex } from './value.js';
import { namesIn } from './walk.js';

/** The optional needs that count under a policy. */
export function countedNeeds(model: Model, month: MonthIndex, policy: string | null): readonly Need[] {
  const counts = policy === null ? [] : (definitionIn(model.policies, policy, month)?.counts ?? []);
  const { needs } = definitionsInMonth(model, month);
  return counts.flatMap((id) => needs.get(id) ?? []);
}

/** The bills of the household that only such needs read: without the policy nobody need say them. */
export function countedBills(model: Model, month: MonthIndex, policy: string | null): readonly Bill[] {
  const counted = countedNeeds(model, month, policy);
  const { needs, bills } = definitionsInMonth(model, month);
  const needed = [...needs.values()].filter((need) => !need.optional);
  return [...bills.values()].filter(
    (bill) =>
      bill.for === 'household' &&
      bill.assume !== null &&
      counted.some((need) => readsBill(need, bill)) &&
      !needed.some((need) => readsBill(need, bill)),
  );
}

/** The amount of a need reads the bill. */
export function readsBill({ amount }: Need, { id }: Bill): boolean {
  return amount !== null && namesIn(amount).some((ref) => ref.of === 'bill' && ref.id === id);
}

/** The greatest amount a month that is usual for a bill; null = no end is known. */
export function mostOf({ plausible }: Bill): number | null {
  return plausible?.below == null ? null : Number(plausible.below);
}
