import { prepare } from '../../assessment/assess.js';
import type { Options } from '../../assessment/options.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Money } from '../../model/value.js';
import type { Pack } from '../../model/pack.js';
import { difference, sum } from '../amounts.js';
import { placesOf } from '../../decimal/exact.js';
import { namedIncome } from './named-income.js';
import { money } from './stretch.js';

/** The balance at one amount of an income. `kept` is what the step from the amount before it adds; null at the first. */
export interface WageStep {
  readonly amount: Money;
  readonly need: Money;
  readonly balance: Money;
  readonly kept: Money | null;
  /** With what the policy pays; null without a policy. */
  readonly withAid: { readonly pays: Money; readonly balance: Money; readonly kept: Money | null } | null;
}

/** The balance over amounts of one income, with and without a policy: does work pay? All else is as said. */
export interface AidBesideWage {
  /** `wage@ann`. */
  readonly income: string;
  readonly month: string;
  readonly policy: string | null;
  readonly steps: readonly WageStep[];
}

export interface AidBesideWageOptions extends Pick<Options, 'month' | 'policy'> {
  /** Whole amounts a month; default 0 to 2,500 by 100. */
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
}

const MOST_STEPS = 1000;

/**
 * The balance at amounts of an income (`wage@ann`), a table for a conversation and for a chart. Throws
 * `RefbudgetError('household')`, or `('options')` for an income of nobody, a policy that is not known, amounts upside down.
 */
export function aidBesideWage<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  income: string,
  { month, policy = null, from = 0, to = 2500, step = 100 }: AidBesideWageOptions = {},
): AidBesideWage {
  if (
    ![from, to, step].every(Number.isSafeInteger) ||
    from < 0 ||
    step < 1 ||
    to < from ||
    (to - from) / step > MOST_STEPS
  )
    throw new RefbudgetError('options', [wrongAmounts(from, to, step)]);
  const named = namedIncome(pack, household, income, month);
  const assessor = prepare<unknown>(pack, { month: named.month, policy, levers: 'none', trace: 'none' });
  const places = placesOf(pack.model.pack.rounding);
  const steps: WageStep[] = [];
  for (let amount = from; amount <= to; amount += step) {
    const { needs, balance, aid } = assessor.assess(named.at(String(amount)));
    const before = steps.at(-1);
    const together = aid === undefined ? null : sum([balance.amount, aid.pays], places);
    steps.push({
      amount: money(amount * 100),
      need: needs.need,
      balance: balance.amount,
      kept: before === undefined ? null : difference(balance.amount, before.balance),
      withAid:
        aid === undefined || together === null
          ? null
          : { pays: aid.pays, balance: together, kept: keptOf(before, together) },
    });
  }
  return { income: named.id, month: named.month, policy, steps };
}

function keptOf(before: WageStep | undefined, balance: Money): Money | null {
  return before?.withAid == null ? null : difference(balance, before.withAid.balance);
}

function wrongAmounts(from: number, to: number, step: number): RefbudgetError['diagnostics'][number] {
  return {
    code: 'unknown-option',
    severity: 'error',
    message: `amounts from ${from} to ${to} by ${step} cannot be tried`,
    hint: `Give whole amounts from small to large, at most ${MOST_STEPS} steps.`,
    places: [],
    path: ['from'],
  };
}
