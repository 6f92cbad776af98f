import { Exact, roundTo } from '../../decimal/exact.js';
import { nameOf } from '../../model/node-id.js';
import type { Lever, Target } from '../../model/needs.js';
import { decisionOf } from '../engine/condition.js';
import { evaluateAs, evaluateNumber } from '../values/formula.js';
import { missingOf, once } from '../blocks/missing.js';
import { membersOrOnce, stateId } from '../persons.js';
import { ask, askFormula, gathering } from '../engine/questions.js';
import { decide } from '../engine/rules-engine.js';
import type { Changes, Run, View } from '../run.js';
import { ZERO, type Value } from '../values/value.js';

export type State = 'may' | 'ask' | 'has' | 'no';

/** A lever's state in a run, person by person. */
export interface LeverState {
  readonly lever: Lever;
  readonly state: State;
  /** Members it would be tried for, else whose state it is. */
  readonly persons: readonly number[];
  readonly missing: readonly string[];
  readonly owners: readonly { readonly person: number | null; readonly state: State }[];
}

const ORDER: readonly State[] = ['may', 'ask', 'has', 'no'];

export function leverView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}

/** The states of all levers in a run, in the order of the model. Their conditions are one more stratum. */
export async function leverStates(run: Run): Promise<LeverState[]> {
  const levers = [...run.definitions.levers.values()];
  const questions = gathering();
  for (const lever of levers) {
    for (const person of membersOrOnce(run, lever.for)) {
      ask(lever.has, leverView(run, person), questions);
      ask(lever.when, leverView(run, person), questions);
      askFormula(lever.once, leverView(run, person), questions);
      for (const { target, value } of lever.assume)
        for (const one of lever.for === 'person' ? [person] : ownersOf(run, target))
          askFormula(value, leverView(run, one), questions);
    }
    for (const person of run.members) ask(lever.who, leverView(run, person), questions);
  }
  await decide(questions.questions);
  return levers.map((lever) => leverState(run, lever));
}

function leverState(run: Run, lever: Lever): LeverState {
  const owners = membersOrOnce(run, lever.for).map((person) => ({ person, state: stateOf(run, lever, person) }));
  const state = ORDER.find((one) => owners.some((owner) => owner.state === one)) ?? 'no';
  const whose = owners.filter((owner) => owner.state === state).map((owner) => owner.person);
  return {
    lever,
    state,
    persons: whose.filter((person) => person !== null),
    missing: state === 'ask' ? once(whose.flatMap((person) => missingFor(run, lever, person))) : [],
    owners,
  };
}

function stateOf(run: Run, lever: Lever, person: number | null): State {
  const view = leverView(run, person);
  const has = lever.has === null ? 'no' : decisionOf(lever.has, view).truth;
  const when = decisionOf(lever.when, view).truth;
  if (has === 'yes') return 'has';
  if (when === 'no') return 'no';
  return has === 'undecided' || when === 'undecided' ? 'ask' : 'may';
}

function missingFor(run: Run, lever: Lever, person: number | null): string[] {
  const view = leverView(run, person);
  return [lever.has, lever.when].flatMap((condition) => (condition === null ? [] : missingOf(condition, view)));
}

/** What trying a lever sets, added to what levers before it set. Formulas are read in the run before. */
export function changesOf(run: Run, { lever, persons }: LeverState): Changes {
  const facts = new Map(run.changes.facts);
  const incomes = new Map(run.changes.incomes);
  const bills = new Map(run.changes.bills);
  const setNow = new Set<string>();
  for (const { target, value } of lever.assume)
    for (const { owner, reader } of targets(run, lever, target, persons)) {
      const id = stateId(run, target.of === 'income' ? target.kind : target.id, owner);
      const view = leverView(run, reader);
      if (target.of === 'fact') facts.set(id, factValue(run, target.id, value, view));
      else {
        const amount = evaluateNumber(value, view, nameOf(target)).number;
        if (target.of === 'income') incomes.set(id, amount);
        else {
          bills.set(id, amount);
          setNow.add(id);
        }
      }
    }
  return { facts, incomes, bills, setNow };
}

function factValue(run: Run, id: string, value: Lever['assume'][number]['value'], view: View): Value {
  const type = run.definitions.facts.get(id)?.type ?? 'number';
  const result = evaluateAs(value, type, view, id);
  return result.state === 'number' ? { ...result, open: false } : result;
}

/** Whose value a lever sets, and who reads the formula. What exists once is set once, read by the first person. */
function targets(
  run: Run,
  lever: Lever,
  target: Target,
  persons: readonly number[],
): { owner: number | null; reader: number | null }[] {
  const personal = ownersOf(run, target)[0] !== null;
  if (lever.for === 'person')
    return personal
      ? persons.map((person) => ({ owner: person, reader: person }))
      : persons.slice(0, 1).map((reader) => ({ owner: null, reader }));
  if (!personal) return [{ owner: null, reader: null }];
  return run.members
    .filter((person) => decisionOf(lever.who, leverView(run, person)).truth === 'yes')
    .map((person) => ({ owner: person, reader: person }));
}

function ownersOf(run: Run, target: Target): readonly (number | null)[] {
  const { definitions } = run;
  const scope =
    target.of === 'fact'
      ? definitions.facts.get(target.id)?.scope
      : target.of === 'income'
        ? target.scope
        : definitions.bills.get(target.id)?.for;
  return membersOrOnce(run, scope ?? 'household');
}

/** One-off sums, read in the run before, for all its persons together, rounded once. */
export function onceOf(run: Run, { lever, persons }: LeverState): Exact {
  if (lever.once === null) return ZERO;
  const formula = lever.once;
  const readers = lever.for === 'person' ? persons : [null];
  const sum = readers.reduce<Exact>(
    (total, person) => total.add(evaluateNumber(formula, leverView(run, person), lever.id).number),
    ZERO,
  );
  return roundTo(sum, run.definitions.step);
}
