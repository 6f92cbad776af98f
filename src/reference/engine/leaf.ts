import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import { evaluate } from '../values/formula.js';
import { leafText } from './leaf-value.js';
import { engineId, inFormula, typeOf, valueOf } from '../values/name.js';
import { operatorName } from './operators.js';
import type { View } from '../run.js';
import type { Value } from '../values/value.js';

/** A condition as json-rules-engine takes it: `all` and `any` of leaves, never `not`. */
export type EngineCondition =
  { all: EngineCondition[] } | { any: EngineCondition[] } | { fact: string; operator: string; value: unknown };

/** A fact that a leaf reads: its id in the engine, and how a run comes by it. Kept longer than a run: it holds no view. */
export interface Read {
  readonly id: string;
  readonly value: (view: View) => Value;
}

/** Writes a condition, or the same turned round: `all` and `any` change places and every test is turned. */
export function written(condition: Condition, view: View, turn: boolean): EngineCondition {
  if (condition.kind === 'test') return writtenTest(condition, view, turn);
  const of = condition.of.map((one) => written(one, view, turn));
  return (condition.kind === 'all') !== turn ? { all: of } : { any: of };
}

function writtenTest(test: Test, view: View, turn: boolean): EngineCondition {
  const turned = test.turned !== turn;
  const { check } = test;
  const fact = readOfTest(test, view).id;
  if (check.op !== 'compare') return { fact, operator: operatorName(check.op, turned), value: leafText(check) };
  const leaves = check.bounds.map(({ is, bound }) => ({
    fact,
    operator: operatorName(is, turned),
    value: bound.kind === 'number' ? bound.value : { fact: boundId(test, is, view) },
  }));
  if (leaves.length === 1) return leaves[0]!;
  return turned ? { any: leaves } : { all: leaves };
}

/** What the tests of a condition read, bounds included, in the order of writing. */
export function readsOf(condition: Condition, view: View): Read[] {
  if (condition.kind !== 'test') return condition.of.flatMap((one) => readsOf(one, view));
  const { check } = condition;
  const name = readOfTest(condition, view);
  if (check.op !== 'compare') return [name];
  const bounds = check.bounds.filter(({ bound }) => bound.kind !== 'number');
  return [name, ...bounds.map(({ is, bound }) => readOfBound(boundId(condition, is, view), bound, condition.ref))];
}

/** An age is kept in months; a comparison takes completed years. */
function readOfTest({ ref, check }: Test, view: View): Read {
  const id = engineId(ref, view);
  const type = typeOf(ref, view);
  return type === 'age' && check.op === 'compare' ? inYears(`${id} in years`, ref) : asKept(id, ref);
}

function asKept(id: string, ref: Ref): Read {
  return { id, value: (view) => valueOf(ref, view) };
}

function inYears(id: string, ref: Ref): Read {
  return { id, value: (view) => inFormula(valueOf(ref, view), 'age') };
}

function readOfBound(id: string, bound: Expression, tested: Ref): Read {
  return { id, value: (view) => evaluate(bound, view, nameOf(tested)) };
}

function boundId({ ref, check, text }: Test, is: string, view: View): string {
  const bound = check.op === 'compare' ? check.bounds.find((one) => one.is === is)?.bound : undefined;
  return bound?.kind === 'name' ? `${engineId(bound.ref, view)} in a formula` : `${engineId(ref, view)} ${text} ${is}`;
}
