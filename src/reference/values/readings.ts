import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { MonthIndex } from '../../model/value.js';
import type { Reading, View } from '../run.js';

/** A name as a rule has it; `month` is set inside `at(…)`. */
interface Named {
  readonly ref: Ref;
  readonly month: MonthIndex | null;
}

/** Names in the order of writing: of all cases and all tests. Numbers are not listed. */
export function readingsOf(formula: Expression | null, view: View): Reading[] {
  return formula === null ? [] : seenFrom(view, named(formula, namesOf));
}

/** A formula of numbers alone. */
export function readsNothing(formula: Expression): boolean {
  return named(formula, namesOf).length === 0;
}

/** All names the tests of a condition read, bounds included. */
export function readingsOfCondition(condition: Condition | null, view: View): Reading[] {
  return condition === null ? [] : seenFrom(view, named(condition, namesOfCondition));
}

const UNTOLD: readonly string[] = ['amount', 'gap', 'parts'];

/** `amount` and `gap` have no node; `parts` stands for the names in the parts. */
function seenFrom(view: View, names: readonly Named[]): Reading[] {
  const readings: Reading[] = [];
  for (const { ref, month } of names) {
    const seen = month === null ? view : { ...view, month };
    if (ref.of !== 'sum' || !UNTOLD.includes(ref.id)) readings.push({ ref, view: seen });
    else if (ref.id === 'parts') for (const part of view.parts ?? []) readings.push(...readingsOf(part.value, seen));
  }
  return readings;
}

const known = new WeakMap<Expression | Condition, readonly Named[]>();

/** The names in a rule are the same for every household: found once. */
function named<T extends Expression | Condition>(rule: T, find: (rule: T) => Named[]): readonly Named[] {
  let names = known.get(rule);
  if (names === undefined) known.set(rule, (names = find(rule)));
  return names;
}

function namesOf(formula: Expression): Named[] {
  switch (formula.kind) {
    case 'name':
      return [{ ref: formula.ref, month: null }];
    case 'at':
      return namesOf(formula.of).map(({ ref, month }) => ({ ref, month: month ?? formula.month }));
    case 'cases':
      return [
        ...formula.cases.flatMap(({ when, is }) => [...namesOfCondition(when), ...namesOf(is)]),
        ...namesOf(formula.otherwise),
      ];
    default:
      return operandsOf(formula).flatMap(namesOf);
  }
}

function namesOfCondition(condition: Condition): Named[] {
  if (condition.kind !== 'test') return condition.of.flatMap(namesOfCondition);
  const bounds = condition.check.op === 'compare' ? condition.check.bounds : [];
  return [{ ref: condition.ref, month: null }, ...bounds.flatMap(({ bound }) => namesOf(bound))];
}
