import type { Assessment } from '../../assessment/document.js';
import { Exact, money, placesOf, snap } from '../../decimal/exact.js';
import type { LineItem, NeedLine } from '../../model/evaluation.js';
import type { Money } from '../../model/value.js';
import { isZero } from '../words/numbers.js';

/** Something bought once in a while: what it costs at the prices of the month, how often, what to put aside for it. */
export interface Purchase {
  readonly line: NeedLine;
  readonly item: LineItem;
  /** One purchase of the quantity. */
  readonly cost: Money;
  /** Months from one purchase to the next; 12 for what is bought every year or more often. */
  readonly every: number;
  /** Where it is bought more often than once a year. */
  readonly timesAYear: string | null;
  readonly month: Money;
}

/** Purchases that come back about as often; `months` is the longest time between two of them, null without end. */
export interface Horizon {
  readonly months: number | null;
  readonly month: Money;
  readonly purchases: readonly Purchase[];
}

export interface SavingPlan {
  /** What the reserve lines come to, as in the budget. */
  readonly month: Money;
  /** They add up to `month`: lines without items, paid or set by hand, count with what comes every year. */
  readonly horizons: readonly Horizon[];
}

const HORIZONS = [12, 36, null] as const;

/** What to put aside each month for reserve lines, by how often it is spent. */
export function savingPlan({ needs }: Assessment): SavingPlan {
  const { need: month } = needs.groups.reserve;
  const places = placesOf(month);
  const lines = needs.lines.filter((line) => line.group === 'reserve' && !line.optional && !line.credit);
  const purchases = lines.filter((line) => line.basis === 'reference').flatMap((line) => purchasesOf(line, places));
  const [first, ...later] = HORIZONS.map((months, at) => {
    const over = HORIZONS[at - 1] ?? 0;
    const within = purchases.filter(({ every }) => every > over && (months === null || every <= months));
    return { months, month: sumOf(within, places), purchases: within };
  });
  const yearly = later.reduce((left, one) => left.sub(one.month), new Exact(month));
  return { month, horizons: [{ ...first!, month: money(yearly, places) }, ...later] };
}

/** An item has the part of its line that its share of the items is: days at home and adjustments work on the whole line. */
function purchasesOf(line: NeedLine, places: number): Purchase[] {
  const items = (line.items ?? []).filter((item) => !isZero(item.month));
  const sum = items.reduce((total, item) => total.add(item.month), new Exact(0));
  const part = sum.isZero() ? sum : new Exact(line.need).div(sum);
  return items.map((item) => {
    const [number = '1', unit] = item.lasts.split(' ');
    const oftenInAYear = unit === 'a';
    const every = oftenInAYear ? 12 : Number(number);
    const month = part.mul(item.month);
    const year = month.mul(every);
    const cost = oftenInAYear ? year.div(number) : year;
    const timesAYear = oftenInAYear && number !== '1' ? number : null;
    return { line, item, cost: money(snap(cost), places), every, timesAYear, month: money(snap(month), places) };
  });
}

function sumOf(purchases: readonly Purchase[], places: number): Money {
  return money(
    purchases.reduce((total, one) => total.add(one.month), new Exact(0)),
    places,
  );
}
