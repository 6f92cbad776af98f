import type { Household, Said } from '../household/household.js';
import { Exact } from '../decimal/exact.js';
import { monthText } from '../calendar/month.js';
import type { Class, Unknown } from './unknown.js';

/** One answer: the class an unknown turns out to be in; a span stands for all its numbers. */
export interface Answer {
  readonly unknown: Unknown;
  readonly is: Class;
}

/** The household as it would be with these answers; what stays silent is left out. */
export function variantOf(household: Household, answers: readonly Answer[]): Household {
  const persons = [...household.persons];
  const facts: Record<string, Said> = { ...household.facts };
  const incomes = [...household.incomes];
  for (const { unknown, is } of answers) {
    const { fact, income, row } = unknown;
    if (is.kind === 'silent') continue;
    if (income !== null) {
      const amount = is.kind === 'span' ? decimal(middle(is)) : '0';
      incomes.push({ kind: income.id, of: row, amount, period: 'month', times: null });
    } else if (fact !== null) {
      const said = is.kind === 'word' ? is.word : numberSaid(fact.type, middle(is));
      if (row === null) facts[fact.id] = said;
      else persons[row] = { ...persons[row]!, facts: { ...persons[row]!.facts, [fact.id]: said } };
    }
  }
  return { ...household, persons, facts, incomes };
}

/** A number of a span: any will do, since nothing tells them apart where one stands for all. */
function middle({ lo, hi }: Extract<Class, { kind: 'span' }>): number {
  if (lo === hi) return lo;
  const [from, to] = [Number.isFinite(lo) ? lo : Math.min(0, hi), Number.isFinite(hi) ? hi : Math.max(1e6, lo + 1)];
  const whole = Math.ceil(from);
  return whole <= to ? whole : (from + to) / 2;
}

const decimal = (value: number): string => new Exact(value).toFixed();

function numberSaid(type: string, value: number): string {
  if (type === 'age') return decimal(Math.floor(value / 12));
  if (type === 'date' || type === 'month') return `${monthText(Math.round(value))}-01`;
  return decimal(value);
}
