import { prepare, type Assessor } from '../../assessment/assess.js';
import type { Options } from '../../assessment/options.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Money } from '../../model/evaluation.js';
import type { Pack } from '../../model/pack.js';
import { cutsOf, decisionsOf } from './decisions.js';
import { namedIncome, type NamedIncome } from './named-income.js';
import { zeroes, type Probe } from './zero.js';

/** The income at which the balance is no longer below zero; all else is as said. */
export interface NeededIncome {
  /** `wage@ann`. */
  readonly income: string;
  readonly month: string;
  /** The smallest amount a month from which on the balance stays at zero or more, up to `upTo`; null where there is none. */
  readonly stays: Money | null;
  /** The smallest amount at which it is at zero or more at all; smaller than `stays` where a limit on the way takes it back. */
  readonly first: Money | null;
  /** The balance at `stays`: above zero where a limit lies there. */
  readonly balance: Money | null;
  readonly upTo: Money;
}

export interface NeededIncomeOptions extends Pick<Options, 'month' | 'policy'> {
  /** Largest amount looked at; default: the end of what is plausible for that kind of income, else 10,000. */
  readonly upTo?: string;
}

const FALLBACK = '10000';

/**
 * The net income a month (`wage@ann`) at which the balance is zero, exact to the cent. Income-tested rules make the balance
 * jump, so every limit between 0 and `upTo` is looked for (see `zero.ts`). Throws `RefbudgetError('household')`, or
 * `('options')` for an income of nobody.
 */
export function neededIncome<H>(
  pack: Pack<H>,
  household: H,
  income: string,
  options: NeededIncomeOptions = {},
): NeededIncome {
  const named = namedIncome(pack, household, income, options.month);
  const top = cents(options.upTo ?? named.kind.plausible?.below ?? FALLBACK);
  const assessor = prepare<unknown>(pack, {
    month: named.month,
    policy: options.policy ?? null,
    levers: 'none',
    trace: 'full',
  });
  const { first, stays } = zeroes(probeOf(pack, assessor, named), top);
  return {
    income: named.id,
    month: named.month,
    stays: stays === null ? null : money(stays),
    first: first === null ? null : money(first),
    balance: stays === null ? null : assessor.totals(named.at(money(stays))).balance,
    upTo: money(top),
  };
}

/** What the search asks: the balance at an income in cents, and what was decided there. Each answer is kept. */
function probeOf(pack: Pack, assessor: Assessor<unknown>, { at }: NamedIncome): Probe {
  const cuts = cutsOf(pack.model);
  const balances = new Map<number, number>();
  const decisions = new Map<number, string>();
  return {
    balance: (income) => {
      let known = balances.get(income);
      if (known === undefined) balances.set(income, (known = Number(assessor.totals(at(money(income))).balance)));
      return known;
    },
    decisions: (income) => {
      let known = decisions.get(income);
      if (known === undefined)
        decisions.set(income, (known = decisionsOf(assessor.assess(at(money(income))), pack.model, cuts)));
      return known;
    },
  };
}

/** Cents of "1450.50". */
function cents(amount: string): number {
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(amount))
    throw new RefbudgetError('options', [
      {
        code: 'not-an-amount',
        severity: 'error',
        message: `"${amount.slice(0, 40)}" is not an amount`,
        hint: 'Write 2500, or 2500.50.',
        places: [],
        path: ['upTo'],
      },
    ]);
  const [whole = '0', part = ''] = amount.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

export function money(amount: number): Money {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}
