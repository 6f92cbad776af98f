import { snap } from '../decimal/exact.js';
import type { Condition, Test } from '../model/condition.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { nameOf } from '../model/node-id.js';
import { evaluate } from './formula.js';
import { leafText } from './leaf-value.js';
import { inFormula, nodeIdOf, printedUnit, typeOf, valueOf } from './name.js';
import { operatorName, type EngineFact } from './operators.js';
import type { View } from './run.js';
import { valueText, type Value } from './value.js';

/** A condition as json-rules-engine takes it: `all` and `any` of leaves, never `not`. */
export type EngineCondition =
  { all: EngineCondition[] } | { any: EngineCondition[] } | { fact: string; operator: string; value: unknown };

/** What the conditions of one stratum read, collected while they are written. */
export interface FactSheet {
  readonly facts: Map<string, EngineFact>;
  /** How the trace prints them. */
  readonly texts: Map<string, () => string | null>;
  readonly faults: Map<string, RefbudgetError>;
}

export function factSheet(): FactSheet {
  return { facts: new Map(), texts: new Map(), faults: new Map() };
}

/** Writes a condition, or the same turned round: `all` and `any` change places and every test is turned. */
export function written(condition: Condition, view: View, turn: boolean, sheet: FactSheet): EngineCondition {
  if (condition.kind === 'test') return writtenTest(condition, view, turn, sheet);
  const of = condition.of.map((one) => written(one, view, turn, sheet));
  return (condition.kind === 'all') !== turn ? { all: of } : { any: of };
}

function writtenTest(test: Test, view: View, turn: boolean, sheet: FactSheet): EngineCondition {
  const turned = test.turned !== turn;
  const { check } = test;
  if (check.op !== 'compare') {
    return {
      fact: putName(test, view, sheet, 'as kept'),
      operator: operatorName(check.op, turned),
      value: leafText(check),
    };
  }
  const fact = putName(test, view, sheet, 'in years');
  const leaves = check.bounds.map(({ is, bound }) => ({
    fact,
    operator: operatorName(is, turned),
    value: bound.kind === 'number' ? bound.value : { fact: putBound(test, is, view, sheet) },
  }));
  if (leaves.length === 1) return leaves[0]!;
  return turned ? { any: leaves } : { all: leaves };
}

/** An age is kept in months; a comparison takes completed years. */
function putName(test: Test, view: View, sheet: FactSheet, as: 'as kept' | 'in years'): string {
  const type = typeOf(test.ref, view);
  const name = factId(test, view);
  const id = type === 'age' && as === 'in years' ? `${name} in years` : name;
  put(id, sheet, () => {
    const value = valueOf(test.ref, view);
    if (!sheet.texts.has(name)) sheet.texts.set(name, () => valueText(value, type, printedUnit(test.ref, view)));
    return as === 'in years' ? inFormula(value, type) : value;
  });
  return id;
}

/** `person.age@tom`: the id a test's name has in the engine. */
export function factId(test: Test, view: View): string {
  const node = nodeIdOf(test.ref, view);
  const id = node.slice(node.indexOf('/') + 1);
  return test.ref.of === 'sum' ? `${id} of ${view.owner ?? 'the household'}` : id;
}

function putBound(test: Test, is: string, view: View, sheet: FactSheet): string {
  const bounds = test.check.op === 'compare' ? test.check.bounds : [];
  const bound = bounds.find((one) => one.is === is)!.bound;
  const id =
    bound.kind === 'name' ? `${nodeIdOf(bound.ref, view)} in a formula` : `${factId(test, view)} ${test.text} ${is}`;
  put(id, sheet, () => evaluate(bound, view, nameOf(test.ref)));
  return id;
}

function put(id: string, sheet: FactSheet, read: () => Value): void {
  if (sheet.facts.has(id)) return;
  try {
    sheet.facts.set(id, engineFact(read()));
  } catch (error) {
    if (!(error instanceof RefbudgetError)) throw error;
    sheet.facts.set(id, { is: 'failed' });
    sheet.faults.set(id, error);
  }
}

function engineFact(value: Value): EngineFact {
  if (value.state === 'word') return { is: 'known', value: value.word };
  if (value.state !== 'number') return { is: value.state };
  return value.open ? { is: 'open' } : { is: 'known', value: snap(value.number) };
}

/** Every fact a written condition reads, bounds included. */
export function factsRead(condition: EngineCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsRead);
  if ('any' in condition) return condition.any.flatMap(factsRead);
  const { value } = condition;
  const bound = typeof value === 'object' && value !== null && 'fact' in value ? [String(value.fact)] : [];
  return [condition.fact, ...bound];
}
