import { prepare } from '../../assessment/assess.js';
import { prepared } from '../../assessment/prepared.js';
import type { Options } from '../../assessment/options.js';
import { monthIndex } from '../../calendar/month.js';
import { mustRead } from '../../household/read.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Money } from '../../model/value.js';
import type { Pack } from '../../model/pack.js';
import { namedIncome } from './named-income.js';
import { money, stretchOf } from './stretch.js';
import { zeroes } from './zero.js';

/** The income at which the balance is no longer below zero; all else is as said. */
export interface NeededIncome {
  /** `wage@ann`. */
  readonly income: string;
  readonly month: string;
  /** What is received of it today; null where nobody said. */
  readonly given: Money | null;
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
 * jump, so no cent between 0 and `upTo` is passed over unless bounds of the balance settle it (see `zero.ts`). Throws `RefbudgetError('household')`, or
 * `('options')` for an income of nobody.
 */
export function neededIncome<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  income: string,
  options: NeededIncomeOptions = {},
): NeededIncome {
  const named = namedIncome(pack, household, income, options.month);
  const top = cents(options.upTo ?? named.kind.plausible?.below ?? FALLBACK);
  const { policy = null } = options;
  const assessor = prepare<unknown>(pack, { month: named.month, policy, levers: 'none', trace: 'none' });
  const { program, bare } = prepared(pack.model, monthIndex(named.month)!, policy);
  const read = mustRead(bare, named.at('0'));
  const row = named.person === null ? null : read.persons.findIndex(({ id }) => id === named.person);
  const given = assessor.assess(household).incomes.lines.find(({ id }) => id === named.id);
  const { first, stays } = zeroes(stretchOf({ program, household: read, kind: named.kind, row }, 0, top));
  return {
    income: named.id,
    month: named.month,
    given: given === undefined || given.open ? null : given.given,
    stays: stays === null ? null : money(stays),
    first: first === null ? null : money(first),
    balance: stays === null ? null : assessor.totals(named.at(money(stays))).balance,
    upTo: money(top),
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
