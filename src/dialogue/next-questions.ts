import { prepared } from '../assessment/prepared.js';
import { evaluationOptions } from '../assessment/options.js';
import { monthText, type Month } from '../calendar/month.js';
import { totalsOf } from '../compiled/totals/totals.js';
import { Exact, money, placesOf } from '../decimal/exact.js';
import { monthOf, mustRead } from '../household/read.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Money } from '../model/value.js';
import type { Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import { signOf, type Sign } from './band.js';
import { costsWorthAsking } from './costs.js';
import { countedCosts } from './counted-costs.js';
import { inOrder } from './in-order.js';
import { likelihood } from './likely.js';
import { isBoundless, rankingOf } from './rank.js';
import { tablesOf } from './tables.js';
import type { Unknown } from './unknown.js';
import { isSaidUnknown, sceneOf } from './unknowns.js';

/** One thing that could be asked. */
export interface Question {
  /** `person.work@tom`, `dwelling.tenure`, `person.income.wage@tom`: as `open` and `missing` name it. */
  readonly name: string;
  /** Width of the band that the answer is expected to leave, and the widest it may leave; null = no end is known. */
  readonly expected: Money | null;
  readonly worst: Money | null;
}

/** How far the balance of a household is known, and what to ask next. */
export interface NextQuestions {
  readonly month: Month;
  /** As `assess` gives it now: what nobody said is assumed, or counts for nothing. */
  readonly balance: Money;
  /** No way of saying what is unknown leads below `lowest` or above `highest`; null = no end is known. */
  readonly lowest: Money | null;
  readonly highest: Money | null;
  /** `shortfall` and `enough` (0 included) are certain; `open`: what is unknown can still turn it. */
  readonly sign: Sign;
  /** The most useful first, after what decides whether they arise; only what can still move the balance. */
  readonly questions: readonly Question[];
  /**
   * Bills that nobody named and that are worth a question, the largest first: `rent`, `childcare@leo`. Until they are named the
   * balance and the band have their references. Under a policy also those that count there alone and can open or widen its gap.
   */
  readonly costs: readonly string[];
}

/**
 * What to ask next of a household that is not yet complete: a safe band of the balance, and the unknown facts and open
 * incomes ranked by what they leave in doubt. The month is `options.month`, else the household's. Numbers are taken from
 * the span that the pack calls plausible, words from those that it does not doubt at somebody's age; bills that nobody named
 * keep their references. Facts said to be `unknown` keep the band open and are not asked again. `options.policy` adds costs
 * that it counts. Throws `RefbudgetError` (`household`, `options`, `pack`) as `assess` does.
 */
export function nextQuestions<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  options: { readonly month?: Month; readonly policy?: string | null } = {},
): NextQuestions {
  const month = monthOf(pack.model, household, options.month);
  if (!month.ok) throw new RefbudgetError('household', month.errors);
  const { policy } = evaluationOptions(pack.model, month.value, { policy: options.policy ?? null });
  const { program, reader } = prepared(pack.model, month.value, null);
  const read = mustRead(reader, household);
  const scene = sceneOf(pack.model, read);
  const tables = tablesOf(program, scene);
  const ranking = rankingOf(tables, likelihood(tables));
  // In the columns of the ranking: others need not be laid out for one household.
  const [now] = totalsOf(program, [read]);
  const isAsked = (unknown: Unknown): boolean => !isSaidUnknown(read, unknown);
  const text = (steps: number): Money | null => (isBoundless(steps) ? null : moneyOf(pack.model, steps));
  return {
    month: monthText(month.value),
    balance: moneyOf(pack.model, now!.balance),
    lowest: text(ranking.lo),
    highest: text(ranking.hi),
    sign: signOf(ranking),
    questions: inOrder(
      tables.scene,
      ranking.questions.filter(({ unknown }) => isAsked(unknown)),
      isAsked,
    ).map(({ unknown, expected, worst }) => ({ name: unknown.name, expected: text(expected), worst: text(worst) })),
    costs: [
      ...costsWorthAsking(program, scene),
      ...countedCosts(pack.model, read, policy, isBoundless(ranking.lo) ? null : now!.balance - ranking.lo),
    ],
  };
}

function moneyOf(model: Model, steps: number): Money {
  const { rounding } = model.pack;
  return money(new Exact(steps).times(rounding), placesOf(rounding));
}
