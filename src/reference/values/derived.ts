import type { Derived } from '../../model/facts.js';
import { aggregate, askAggregate } from './aggregate.js';
import { decisionOf } from '../engine/condition.js';
import { saidValue } from './fact.js';
import { evaluateAs } from './formula.js';
import { kept, raised } from './kept.js';
import { everybodyOrOnce, stateId } from '../persons.js';
import { ask, askFormula, type Gathering } from '../engine/questions.js';
import { askRank, rank } from './rank.js';
import type { Run, View } from '../run.js';
import { bounded, UNKNOWN, wordValue, type Value } from './value.js';

/** A derived fact without value is unknown if it is a word or an unknown fact may cause it, else open. */
export function derivedView(run: Run, derived: Derived, person: number | null): View {
  const word = derived.type === 'yes-no' || derived.type === 'one-of';
  const undecided = word || derived.unknowable ? 'unknown' : 'open';
  return { run: sideOf(run, derived, person), person, month: null, undecided };
}

/** A value that is replaced by hand rests on nothing, and what judges rights is read by levers alone. */
function sideOf(run: Run, derived: Derived, person: number | null): Run {
  const { document, judging, replaced } = run.sides;
  if (judgement(run, derived, person) !== undefined) return replaced;
  return derived.judges ? judging : document;
}

export function askDerived(run: Run, derived: Derived, into: Gathering): void {
  for (const person of everybodyOrOnce(run, derived.scope)) {
    const view = derivedView(run, derived, person);
    const { rule } = derived;
    if (rule.kind === 'condition') ask(rule.when, view, into);
    else if (rule.kind === 'value') askFormula(rule.value, view, into);
    else if (rule.kind === 'rank') askRank(rule, view, into);
    else askAggregate(rule, view, into);
  }
}

/** What is inferred, for everybody whose it is; a worker's override replaces it. A fault shows where the value is used. */
export function computeDerived(run: Run, derived: Derived): void {
  for (const person of everybodyOrOnce(run, derived.scope)) {
    const id = stateId(run, derived.id, person);
    const override = judgement(run, derived, person);
    const computed = kept(() => bounded(inferred(run, derived, person, id), id));
    const value = override === undefined ? computed : { is: saidValue(override.is, derived), fault: null };
    run.derived.set(id, {
      overridden: override !== undefined,
      fault: value.fault,
      get value() {
        return raised(value);
      },
      get computed() {
        return raised(computed);
      },
    });
  }
}

const judgement = ({ household }: Run, { id }: Derived, person: number | null) =>
  household.overrides.find((one) => one.name === id && one.of === person);

function inferred(run: Run, derived: Derived, person: number | null, id: string): Value {
  const view = derivedView(run, derived, person);
  const { rule } = derived;
  switch (rule.kind) {
    case 'condition': {
      const { truth } = decisionOf(rule.when, view);
      return truth === 'undecided' ? UNKNOWN : wordValue(truth);
    }
    case 'value':
      return evaluateAs(rule.value, derived.type, view, id);
    case 'aggregate':
      return aggregate(rule, derived, view, id);
    case 'rank':
      return rank(rule, view);
  }
}
