import { Exact } from '../../decimal/exact.js';
import type { Assessment } from '../../assessment/document.js';
import type { Household, BillSaid } from '../../household/household.js';
import type { Bill } from '../../model/needs.js';
import { isValid, type Model } from '../../model/model.js';
import { splitName } from '../side.js';
import { changeName, type Change } from './change.js';

/** A bill that is taken to fall with its reference: what was said, and what it would be. */
export interface Followed {
  /** `energy`, `school@tom`. */
  readonly bill: string;
  readonly before: string;
  readonly after: string;
}

/** More places than a line is rounded from, so that the exact proportion is kept. */
const PLACES = 40;

/**
 * Bills with `what-if: follows`, as in a lever's run (decision 29): where the references they stand in for fall in sum, the
 * bill falls in proportion. One that is changed itself does not follow.
 */
export function followedBills(
  model: Model,
  household: Household,
  changes: readonly Change[],
  before: Assessment,
  after: Assessment,
): readonly (Followed & { readonly change: Change })[] {
  const set = new Set(changes.map(changeName));
  return household.bills.flatMap((said) => {
    const bill = model.bills.find((one) => one.id === said.bill && isValid(one, household.month));
    if (bill?.follows !== true) return [];
    const person = said.of === null ? null : (household.persons[said.of]?.id ?? null);
    const change = { of: 'bill', bill: bill.id, person } as const;
    if (set.has(changeName({ ...change, value: '' }))) return [];
    const [was, is] = [references(bill, person, before), references(bill, person, after)];
    if (was.isZero() || !is.lessThan(was)) return [];
    const value = new Exact(said.amount).times(is).div(was).toDecimalPlaces(PLACES).toFixed();
    const name = person === null ? bill.id : `${bill.id}@${person}`;
    const unit = ` ${model.pack.currency}/${said.period}`;
    return [
      {
        bill: name,
        before: amountText(said, unit),
        after: `${short(value)}${unit}`,
        change: { ...change, value: `${value}${unit}` },
      },
    ];
  });
}

function amountText({ amount }: BillSaid, unit: string): string {
  return `${amount}${unit}`;
}

/** For people; the run itself keeps all places. */
function short(value: string): string {
  return new Exact(value).toDecimalPlaces(2).toFixed(2);
}

/** Sum of the rounded references of the lines a bill stands in for. */
function references(bill: Bill, person: string | null, { needs }: Assessment): Exact {
  return needs.lines
    .filter(({ id }) => {
      const line = splitName(id);
      return bill.replaces.includes(line.name) && (person === null || line.person === person);
    })
    .reduce((sum, line) => sum.plus(line.reference), new Exact(0));
}
