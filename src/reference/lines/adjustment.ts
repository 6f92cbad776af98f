import type { Adjustment } from '../../model/needs.js';
import { decisionOf } from '../engine/condition.js';
import { evaluateNumber } from '../values/formula.js';
import { kept, raised } from '../values/kept.js';
import { membersOrOnce, stateId } from '../persons.js';
import { ask, askFormula, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import type { AdjustmentState } from '../states.js';

function adjustmentView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}

export function askAdjustment(run: Run, adjustment: Adjustment, into: Gathering): void {
  for (const person of membersOrOnce(run, adjustment.for)) {
    const view = adjustmentView(run, person);
    ask(adjustment.when, view, into);
    for (const effect of adjustment.effects) askFormula(effect.by, view, into);
  }
}

/** Whether an adjustment holds, for each person or once, and by how much it works. */
export function computeAdjustment(run: Run, adjustment: Adjustment): void {
  for (const person of membersOrOnce(run, adjustment.for)) {
    const id = stateId(run, adjustment.id, person);
    run.adjustments.set(id, adjustmentState(run, adjustment, person, id));
  }
}

export function adjustmentState(run: Run, adjustment: Adjustment, person: number | null, id: string): AdjustmentState {
  const view = adjustmentView(run, person);
  const { truth } = decisionOf(adjustment.when, view);
  const effects = (truth === 'yes' ? adjustment.effects : []).map(({ verb, by }) => {
    const number = kept(() => (by === null ? null : evaluateNumber(by, view, id)));
    return {
      verb,
      formula: by,
      get by() {
        return raised(number);
      },
    };
  });
  return { adjustment, view, truth, effects };
}

/** The adjustments that may touch a line: the household's, and of the line's own person. In the order of the model. */
export function adjustmentsOn(run: Run, need: string, person: number | null): AdjustmentState[] {
  return (run.definitions.adjustmentsOn.get(need) ?? [])
    .filter((one) => one.for === 'household' || person !== null)
    .map((one) => {
      const state = run.adjustments.get(stateId(run, one.id, one.for === 'household' ? null : person));
      if (state === undefined) throw new Error(`${one.id} works on ${need} before it is computed`);
      return state;
    });
}
