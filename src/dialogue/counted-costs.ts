import { prepared } from '../assessment/prepared.js';
import { evaluate } from '../compiled/evaluate.js';
import { Exact } from '../decimal/exact.js';
import type { Household } from '../household/household.js';
import { countedBills, mostOf } from '../model/counted-bills.js';
import type { Model } from '../model/model.js';

/**
 * Bills that nobody named, that count under this policy alone, and that can change what it finds missing: at their greatest usual
 * amount there would be a gap. `below`: by how much, in steps, the balance may still be less than it is now; null = no end is known.
 */
export function countedCosts(
  model: Model,
  household: Household,
  policy: string | null,
  below: number | null,
): readonly string[] {
  const bills = countedBills(model, household.month, policy).filter(
    ({ id }) => !household.bills.some((one) => one.bill === id),
  );
  if (bills.length === 0 || below === null) return bills.map(({ id }) => id);
  const { program } = prepared(model, household.month, policy);
  const { aid, incomes } = evaluate(program, household, { policy, levers: 'none', trace: 'none' });
  const left = new Exact(incomes.counted).minus(aid?.need ?? '0').minus(new Exact(below).times(model.pack.rounding));
  return bills.filter((bill) => mostOf(bill) === null || left.lt(mostOf(bill)!)).map(({ id }) => id);
}
