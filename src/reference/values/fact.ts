import { dateParts } from '../../calendar/month.js';
import { Exact } from '../../decimal/exact.js';
import type { Said } from '../../household/household.js';
import type { Fact } from '../../model/facts.js';
import type { ValueType } from '../../model/value.js';
import { decisionOf } from '../engine/condition.js';
import { evaluateAs } from './formula.js';
import { everybodyOrOnce, stateId } from '../persons.js';
import { ask, askFormula, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import type { FactState } from '../states.js';
import { bounded, NONE, numberValue, UNKNOWN, wordValue, type Value } from './value.js';

export function factView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'unknown' };
}

export function askFact(run: Run, fact: Fact, into: Gathering): void {
  for (const person of everybodyOrOnce(run, fact.scope)) {
    const view = factView(run, person);
    ask(fact.applies, view, into);
    if (saidOf(run, fact, person) === null) askFormula(fact.assume, view, into);
    if (fact.scope === 'local') askFormula(setting(run, fact.id), view, into);
  }
}

/** What is known of an asked or built-in fact, for everybody whose it is. */
export function computeFact(run: Run, fact: Fact): void {
  for (const person of everybodyOrOnce(run, fact.scope))
    run.facts.set(stateId(run, fact.id, person), factState(run, fact, person));
}

function factState(run: Run, fact: Fact, person: number | null): FactState {
  const plainState = unchanged(run, fact, person);
  const changed = changedValue(run, fact, person);
  if (changed === null) return { ...plainState, computed: plainState.value };
  const applies = decisionOf(fact.applies, factView(run, person)).truth;
  if (applies === 'no') return { value: NONE, origin: 'none', computed: plainState.value };
  return { ...changed, computed: plainState.value };
}

/** A lever's value, else the worker's override; both count as said. */
function changedValue(run: Run, fact: Fact, person: number | null): Pick<FactState, 'value' | 'origin'> | null {
  const lever = run.changes.facts.get(stateId(run, fact.id, person));
  if (lever !== undefined) return { value: lever, origin: 'lever' };
  const override = run.household.overrides.find((one) => one.name === fact.id && one.of === person);
  return override === undefined ? null : { value: saidValue(override.is, fact), origin: 'override' };
}

/** As said, by the policy, assumed, built in, or unknown. */
function unchanged(run: Run, fact: Fact, person: number | null): Pick<FactState, 'value' | 'origin'> {
  const view = factView(run, person);
  const applies = decisionOf(fact.applies, view).truth;
  if (applies === 'no') return { value: NONE, origin: 'none' };
  const builtIn = builtInValue(run, fact, person);
  if (builtIn !== null) return builtIn;
  const set = setting(run, fact.id);
  if (set !== null) return { value: evaluateAs(set, fact.type, view, fact.id), origin: 'policy' };
  const said = saidOf(run, fact, person);
  if (said !== null) return { value: saidValue(said, fact), origin: 'given' };
  if (fact.assume === null || applies === 'undecided') return fallback(run, fact);
  const value = assumed(evaluateAs(fact.assume, fact.type, view, fact.id));
  return value.state === 'unknown'
    ? { value, origin: 'unknown' }
    : { value: bounded(value, stateId(run, fact.id, person)), origin: 'assumed' };
}

function assumed(value: Value): Value {
  return value.state === 'number' ? { ...value, status: 'assumption' } : value;
}

/** What holds of the built-in facts while nobody says otherwise. */
function fallback(run: Run, fact: Fact): Pick<FactState, 'value' | 'origin'> {
  if (fact.id === 'person.presence') return { value: numberValue(new Exact(1)), origin: 'default' };
  if (fact.id === 'dwelling.share') {
    const { members, persons } = run.household;
    return { value: numberValue(new Exact(members).div(persons.length)), origin: 'default' };
  }
  return { value: UNKNOWN, origin: 'unknown' };
}

function builtInValue(run: Run, fact: Fact, person: number | null): Pick<FactState, 'value' | 'origin'> | null {
  if (fact.id === 'month') return { value: numberValue(new Exact(run.month)), origin: 'default' };
  if (person === null) return null;
  if (fact.id === 'person.age')
    return { value: numberValue(new Exact(ageInMonths(run, person)), 'given'), origin: 'given' };
  if (fact.id !== 'person.born') return null;
  const changed = run.facts.get(stateId(run, 'person.age', person))?.value;
  const months = changed?.state === 'number' ? changed.number : new Exact(ageInMonths(run, person));
  return { value: numberValue(new Exact(run.month).sub(months)), origin: 'default' };
}

/** Whole months on the first day of the month assessed. */
function ageInMonths(run: Run, person: number): number {
  const { age } = run.household.persons[person]!;
  if ('years' in age) return 12 * age.years + (run.definitions.facts.get('person.age')?.assumeMonths ?? 0);
  const born = dateParts(age.born);
  if (born === null) throw new Error(`"${age.born}" is no date`);
  return run.month - (12 * born.year + born.month - 1) - (born.day > 1 ? 1 : 0);
}

function setting(run: Run, fact: string) {
  return run.policy?.settings.find((one) => one.fact === fact)?.value ?? null;
}

/** What the household said; null: nothing, or that nobody knows. */
export function saidOf(run: Run, fact: Fact, person: number | null): Said {
  const said = person === null ? run.household.facts : run.household.persons[person]!.facts;
  return said[fact.id] ?? null;
}

/** A said value of a type: ages in whole months, dates as a month. */
export function saidValue(said: Said, of: { readonly type: ValueType; readonly assumeMonths?: number }): Value {
  if (said === null) return UNKNOWN;
  switch (of.type) {
    case 'yes-no':
    case 'one-of':
      return wordValue(said);
    case 'age':
      return numberValue(new Exact(said).mul(12).add(of.assumeMonths ?? 0), 'given');
    case 'date':
    case 'month': {
      const [year, month] = said.split('-');
      return numberValue(new Exact(12 * Number(year) + Number(month) - 1), 'given');
    }
    default:
      return numberValue(new Exact(said), 'given');
  }
}
