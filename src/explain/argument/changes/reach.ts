import type { Change } from '../../../comparison/what-if/change.js';
import { definitionsBehind } from '../../../model/behind.js';
import type { Condition, Test } from '../../../model/condition.js';
import type { Ref } from '../../../model/expression.js';
import type { Model } from '../../../model/model.js';
import { nameOf } from '../../../model/node-id.js';
import type { TraceTest } from '../../../model/trace.js';

/**
 * False where a change surely leaves a condition as it is: some test that must turn reads nothing of what is changed. What the
 * tests hold now is `told`. It only saves runs: what may turn it is tried.
 */
export function mayTurn(model: Model, condition: Condition, told: readonly TraceTest[], change: Change): boolean {
  const turns = (one: Condition): boolean => mayTurn(model, one, told, change);
  if (condition.kind !== 'test') return condition.kind === 'all' ? condition.of.every(turns) : condition.of.some(turns);
  const now = told.find(({ name, test }) => name === nameOf(condition.ref) && test === condition.text);
  return now?.holds === 'yes' || namesOf(condition).some((ref) => reads(model, ref, change));
}

function namesOf({ ref, check }: Test): readonly Ref[] {
  if (check.op !== 'compare') return [ref];
  return [ref, ...check.bounds.flatMap(({ bound }) => (bound.kind === 'name' ? [bound.ref] : []))];
}

function reads(model: Model, ref: Ref, change: Change): boolean {
  // Sums, lines and bills rest on so much that looking is not worth while.
  if (ref.of !== 'fact' && ref.of !== 'derived') return true;
  const { ids, anything, incomes } = behindOf(model, ref.id);
  if (anything) return true;
  if (change.of !== 'fact') return incomes;
  // What is built in goes together: the month of birth with the age.
  return ids.has(change.fact.id) || (change.fact.builtIn && ids.has('person.born'));
}

interface Behind {
  readonly ids: ReadonlySet<string>;
  readonly incomes: boolean;
  /** A sum or a bill is among it: whatever the household says may have a say. */
  readonly anything: boolean;
}

const SUMS = ['need', 'income', 'balance', 'gap'];
const INCOME = /^(?:person|household)\.incomes?\./;
const known = new WeakMap<Model, Map<string, Behind>>();

function behindOf(model: Model, id: string): Behind {
  let ofModel = known.get(model);
  if (ofModel === undefined) known.set(model, (ofModel = new Map<string, Behind>()));
  let behind = ofModel.get(id);
  if (behind === undefined) {
    const ids = definitionsBehind(model, id);
    const anything = [...SUMS, ...model.bills.map((bill) => bill.id)].some((one) => ids.has(one));
    behind = { ids, anything, incomes: [...ids].some((one) => INCOME.test(one)) };
    ofModel.set(id, behind);
  }
  return behind;
}
