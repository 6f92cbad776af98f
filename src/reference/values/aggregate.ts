import { Exact, snap } from '../../decimal/exact.js';
import type { Derived, Rule } from '../../model/facts.js';
import type { Truth } from '../../model/value.js';
import { decisionOf } from '../engine/condition.js';
import { evaluateAs } from './formula.js';
import { domain } from '../persons.js';
import { ask, askFormula, type Gathering } from '../engine/questions.js';
import type { View } from '../run.js';
import {
  asNumber,
  NONE,
  numberValue,
  OPEN,
  UNKNOWN,
  weakest,
  wordValue,
  ZERO,
  type NumberValue,
  type Value,
} from './value.js';

type Aggregate = Extract<Rule, { kind: 'aggregate' }>;

/** The view of one person inside an aggregate. */
export function viewOf(view: View, person: number): View {
  return { ...view, person };
}

export function askAggregate(rule: Aggregate, view: View, into: Gathering): void {
  for (const person of domain(view.run, rule.over, view.person)) {
    ask(rule.where, viewOf(view, person), into);
    askFormula(rule.of, viewOf(view, person), into);
  }
}

/** `count`, `any`, `every`, `sum`, `lowest`, `highest` over persons. */
export function aggregate(rule: Aggregate, derived: Derived, view: View, id: string): Value {
  const truths = domain(view.run, rule.over, view.person).map((person) => ({
    person,
    truth: decisionOf(rule.where, viewOf(view, person)).truth,
  }));
  if (rule.how === 'any')
    return kleene(
      truths.map((one) => one.truth),
      'yes',
    );
  if (rule.how === 'every')
    return kleene(
      truths.map((one) => one.truth),
      'no',
    );
  if (truths.some((one) => one.truth === 'undecided')) return undecided(view);
  const chosen = truths.filter((one) => one.truth === 'yes').map((one) => one.person);
  if (rule.how === 'count') return numberValue(new Exact(chosen.length));
  const values = chosen.map((person) => evaluateAs(rule.of!, derived.type, viewOf(view, person), id));
  if (values.some((one) => one.state === 'unknown')) return undecided(view);
  return rule.how === 'sum' ? sum(values.map((one) => asNumber(one, id))) : extreme(rule.how, values, id);
}

/** `any`: one yes settles it; `every`: one no. */
function kleene(truths: readonly Truth[], settles: 'yes' | 'no'): Value {
  if (truths.includes(settles)) return wordValue(settles);
  if (truths.includes('undecided')) return UNKNOWN;
  return wordValue(settles === 'yes' ? 'no' : 'yes');
}

/** A number that cannot be settled for one person is without value for all. */
export function undecided(view: View): Value {
  return view.undecided === 'unknown' ? UNKNOWN : OPEN;
}

function sum(values: readonly NumberValue[]): NumberValue {
  return numberValue(
    values.reduce<Exact>((total, one) => total.add(one.number), ZERO),
    weakest(values.map((one) => one.status)),
    values.some((one) => one.open),
  );
}

/** Who has `none` is passed over; over nobody there is none. */
function extreme(how: 'lowest' | 'highest', values: readonly Value[], id: string): Value {
  const numbers = values.filter((one) => one.state !== 'none').map((one) => asNumber(one, id));
  if (numbers.length === 0) return NONE;
  const snapped = numbers.map((one) => snap(one.number));
  const best = how === 'lowest' ? Exact.min(...snapped) : Exact.max(...snapped);
  const winner = numbers[snapped.findIndex((one) => one.eq(best))]!;
  return numberValue(
    best,
    winner.status,
    numbers.some((one) => one.open),
  );
}
