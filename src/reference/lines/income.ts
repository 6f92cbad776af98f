import { Exact } from '../../decimal/exact.js';
import type { IncomeSaid, Paid } from '../../household/household.js';
import type { Income } from '../../model/needs.js';
import { evaluateNumber } from '../values/formula.js';
import { numberOf } from '../engine/leaf-value.js';
import { everybodyOrOnce, stateId } from '../persons.js';
import { askFormula, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import type { IncomeState } from '../states.js';
import { bounded, numberValue, OPEN, weakest, ZERO, type NumberValue } from '../values/value.js';

/** How often a year a period comes round. */
export function timesAYear(run: Run, period: Paid['period']): Exact {
  const { weeks, days } = run.model.pack.calendar;
  return numberOf({ day: days, week: weeks, month: '12', year: '1' }[period]);
}

/** What comes in a month, by kind and owner: all entries of a kind add up; kinds not listed are 0, or open. */
export function readIncomes(run: Run): void {
  for (const income of run.definitions.incomes.values())
    for (const person of everybodyOrOnce(run, income.for)) {
      const id = stateId(run, income.id, person);
      run.incomes.set(id, { income, person, ...monthOf(run, income, person, id), counted: null });
    }
}

function monthOf(run: Run, income: Income, person: number | null, id: string): Pick<IncomeState, 'month' | 'listed'> {
  const set = run.changes.incomes.get(id);
  if (set !== undefined) return { month: numberValue(set, 'given'), listed: true };
  const said = run.household.incomes.filter((one) => one.kind === income.id && one.of === person);
  if (said.length > 0) {
    const sum = said.reduce<Exact>((total, one) => total.add(aMonth(run, one)), ZERO);
    return { month: bounded(numberValue(sum, 'given'), id), listed: true };
  }
  return { month: run.household.incomesComplete ? numberValue(ZERO, 'given') : OPEN, listed: false };
}

function aMonth(run: Run, said: IncomeSaid): Exact {
  const times = said.times === null ? timesAYear(run, said.period) : new Exact(said.times);
  return new Exact(said.amount).mul(times).div(12);
}

/** In `counts`, the name `amount` is this owner's month. */
export function countsView(run: Run, state: IncomeState): View {
  const { income, person, month } = state;
  return { run, person, month: null, undecided: 'open', amount: month, owner: income.id };
}

export function askIncome(run: Run, income: Income, into: Gathering): void {
  for (const state of statesOf(run, income)) askFormula(income.counts, countsView(run, state), into);
}

/** What of an income counts in the balance, unrounded. */
export function computeIncome(run: Run, income: Income): void {
  for (const state of statesOf(run, income)) {
    const id = stateId(run, income.id, state.person);
    state.counted = bounded(evaluateNumber(income.counts, countsView(run, state), id), id);
  }
}

export function statesOf(run: Run, income: Income): IncomeState[] {
  return everybodyOrOnce(run, income.for).map((person) => run.incomes.get(stateId(run, income.id, person))!);
}

/** `person.incomes.TAG` of one person; of the household (null): its members' and its own. */
export function incomesWithTag(run: Run, tag: string, person: number | null): NumberValue {
  const states = taggedIncomes(run, tag, person);
  return numberValue(
    states.reduce<Exact>((sum, one) => sum.add(one.month.number), ZERO),
    weakest(states.map((one) => one.month.status)),
    states.some((one) => one.month.open),
  );
}

/** In order: members by place, then the household; within one, kinds in the order of the model. */
export function taggedIncomes(run: Run, tag: string, person: number | null): IncomeState[] {
  const tagged = run.definitions.incomesTagged.get(tag) ?? [];
  const owners = person === null ? [...run.members, null] : [person];
  return owners.flatMap((owner) =>
    tagged
      .filter((one) => (one.for === 'person') === (owner !== null))
      .map((one) => run.incomes.get(stateId(run, one.id, owner))!),
  );
}

/** Incomes in the balance: of members and of the household, what is listed or still open. */
export function countedIncomes(run: Run): IncomeState[] {
  return [...run.members, null].flatMap((owner) =>
    [...run.definitions.incomes.values()]
      .filter((one) => (one.for === 'person') === (owner !== null))
      .map((one) => run.incomes.get(stateId(run, one.id, owner))!)
      .filter((state) => state.listed || state.month.open),
  );
}
