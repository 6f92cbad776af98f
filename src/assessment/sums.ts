import type { StepPair, Totals } from '../compiled/totals/totals.js';
import { Exact, placesOf } from '../decimal/exact.js';
import type { Pair } from '../model/evaluation.js';
import type { Money } from '../model/value.js';
import type { PackInfo } from '../model/model.js';
import type { Group } from '../model/needs.js';

/** The sums of a household a month, as money text; what a document says in `needs`, `incomes` and `balance`. */
export interface Sums {
  readonly reference: Money;
  readonly need: Money;
  /** What is counted of the incomes. */
  readonly income: Money;
  readonly balance: Money;
  /** In the order of the pack's baskets, those without a line included. */
  readonly baskets: Readonly<Record<string, Pair>>;
  readonly groups: Readonly<Record<Group, Pair>>;
}

/** Prints whole numbers of rounding steps as money. */
export function sumsOf(pack: PackInfo): (totals: Totals) => Sums {
  const print = moneyOfSteps(pack.rounding);
  // most needs are their references: one text then stands for both
  const pair = (reference: number, need: number): Pair => {
    const text = print(reference);
    return { reference: text, need: need === reference ? text : print(need) };
  };
  const ofGroup = ({ reference, need }: StepPair): Pair => pair(reference, need);
  return ({ reference, need, income, balance, baskets, groups }) => {
    const byBasket: Record<string, Pair> = {};
    for (let i = 0; i < pack.baskets.length; i++)
      byBasket[pack.baskets[i]!] = pair(baskets.reference[i]!, baskets.need[i]!);
    return {
      reference: print(reference),
      need: print(need),
      income: print(income),
      balance: print(balance),
      baskets: byBasket,
      groups: { fixed: ofGroup(groups.fixed), living: ofGroup(groups.living), reserve: ofGroup(groups.reserve) },
    };
  };
}

function moneyOfSteps(step: string): (steps: number) => Money {
  if (step === '0.01') return centsText;
  const places = placesOf(step);
  const exact = new Exact(step);
  return (steps) => exact.times(steps).toFixed(places);
}

/** ".00" to ".99". */
const FRACTIONS = Array.from({ length: 100 }, (_, cents) => `.${cents < 10 ? '0' : ''}${cents}`);

/** Cents as "662.40", without a decimal in between. */
function centsText(cents: number): Money {
  const size = Math.abs(cents);
  const whole = Math.floor(size / 100);
  const text = String(whole) + FRACTIONS[size - whole * 100]!;
  return cents < 0 ? `-${text}` : text;
}
