import { monthIndex } from '../calendar/month.js';
import type { Assessment } from './document.js';
import { Exact } from '../decimal/exact.js';
import { countedBills, countedNeeds, mostOf, readsBill } from '../model/counted-bills.js';
import type { Model } from '../model/model.js';

/** A bill to ask for, because a policy counts it, and the optional line that it would make. */
export interface CountedBill {
  readonly bill: string;
  readonly need: string;
}

/** Bills that only the policy counts, that nobody named, and that would open or widen its gap at their greatest usual amount. */
export function billsToAsk(model: Model, { aid, input, incomes, month, policy }: Assessment): readonly CountedBill[] {
  const at = monthIndex(month);
  if (aid === undefined || policy === null || input === null || at === null) return [];
  const named = (input['bills'] ?? {}) as Readonly<Record<string, unknown>>;
  const left = new Exact(incomes.counted).minus(aid.need);
  const needs = countedNeeds(model, at, policy.id);
  return countedBills(model, at, policy.id)
    .filter((bill) => named[bill.id] === undefined && (mostOf(bill) === null || left.lt(mostOf(bill)!)))
    .flatMap((bill) => {
      const need = needs.find((one) => readsBill(one, bill));
      return need === undefined ? [] : [{ bill: bill.id, need: need.id }];
    });
}
