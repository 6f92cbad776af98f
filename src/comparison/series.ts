import { agesOf, type Ages } from './ages.js';
import { assess } from '../assessment/assess.js';
import type { Assessment } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import { monthIndex, monthText, type Month } from '../calendar/month.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Money } from '../model/value.js';
import type { Pack } from '../model/pack.js';

/** One month of a series. */
export interface SeriesMonth {
  readonly month: string;
  readonly income: Money;
  readonly need: Money;
  readonly balance: Money;
  /** What a policy pays; null without one. */
  readonly pays: Money | null;
  /** Needs by basket; a basket without a line in that month is absent. */
  readonly baskets: Readonly<Record<string, Money>>;
}

/** A household month by month, all else as said. */
export interface Series {
  readonly policy: string | null;
  /** Whether ages follow the month; incomes and bills stay as said. */
  readonly ages: Ages;
  readonly months: readonly SeriesMonth[];
}

/** Months from one to another, both included. Throws `RefbudgetError('options')` where they are reversed or too many. */
export function monthsBetween(from: Month, to: Month): readonly Month[] {
  const [first, last] = [monthIndex(from)!, monthIndex(to)!];
  const wrong = last < first ? 'run backwards' : last - first >= MOST_MONTHS ? `are more than ${MOST_MONTHS}` : null;
  if (wrong !== null)
    throw new RefbudgetError('options', [
      {
        code: 'unknown-option',
        severity: 'error',
        message: `the months from ${from} to ${to} ${wrong}`,
        hint: 'Write the earlier month first, such as 2025-01..2025-12.',
        places: [],
        path: ['months'],
      },
    ]);
  return Array.from({ length: last - first + 1 }, (_, i) => monthText(first + i));
}

const MOST_MONTHS = 120;

/**
 * A household assessed in each month. Whoever is given with a birth date grows older; an age in years stays. Throws as
 * `assess` does, with the month.
 */
export function series<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  months: readonly Month[],
  options: Pick<Options, 'policy'> = {},
): Series {
  const chosen = { ...options, levers: 'none', trace: 'none' } as const;
  return seriesOf(months.map((month) => assess(pack, household, { ...chosen, month })));
}

/** The same from assessments of one household, in the order of months. */
export function seriesOf(assessments: readonly Assessment[]): Series {
  return {
    policy: assessments[0]?.policy?.id ?? null,
    ages: agesOf(assessments[0]?.input),
    months: assessments.map(({ month, incomes, needs, balance, aid }) => ({
      month,
      income: incomes.counted,
      need: needs.need,
      balance: balance.amount,
      pays: aid?.pays ?? null,
      baskets: Object.fromEntries(needs.baskets.map(({ id, need }) => [id, need])),
    })),
  };
}
