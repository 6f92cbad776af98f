import type { Figure } from '../../model/needs.js';
import { evaluate } from '../values/formula.js';
import { membersOrOnce, stateId } from '../persons.js';
import { askFormula, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import { bounded } from '../values/value.js';

export function figureView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}

export function askFigure(run: Run, figure: Figure, into: Gathering): void {
  for (const person of membersOrOnce(run, figure.scope)) askFormula(figure.value, figureView(run, person), into);
}

/** A number that is printed and stands in no sum. */
export function computeFigure(run: Run, figure: Figure): void {
  for (const person of membersOrOnce(run, figure.scope)) {
    const id = stateId(run, figure.id, person);
    run.figures.set(id, bounded(evaluate(figure.value, figureView(run, person), id), id));
  }
}
