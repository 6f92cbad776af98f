import type { Condition } from '../model/condition.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Reading, View } from './run.js';

/** All names a formula reads, in the order of writing: of all cases and all tests. Numbers are not listed. */
export function readingsOf(formula: Expression | null, view: View): Reading[] {
  if (formula === null) return [];
  switch (formula.kind) {
    case 'number':
    case 'word':
      return [];
    case 'name':
      return readingsOfName(formula.ref, view);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [...readingsOf(formula.left, view), ...readingsOf(formula.right, view)];
    case 'min':
    case 'max':
      return formula.of.flatMap((one) => readingsOf(one, view));
    case 'round':
    case 'up':
    case 'down':
    case 'convert':
      return readingsOf(formula.of, view);
    case 'at':
      return readingsOf(formula.of, { ...view, month: formula.month });
    case 'cases':
      return [
        ...formula.cases.flatMap(({ when, is }) => [...readingsOfCondition(when, view), ...readingsOf(is, view)]),
        ...readingsOf(formula.otherwise, view),
      ];
  }
}

/** All names the tests of a condition read, bounds included. */
export function readingsOfCondition(condition: Condition | null, view: View): Reading[] {
  if (condition === null) return [];
  if (condition.kind !== 'test') return condition.of.flatMap((one) => readingsOfCondition(one, view));
  const bounds = condition.check.op === 'compare' ? condition.check.bounds : [];
  return [...readingsOfName(condition.ref, view), ...bounds.flatMap(({ bound }) => readingsOf(bound, view))];
}

/** `amount` and `gap` have no node; `parts` stands for the names in the parts. */
function readingsOfName(ref: Ref, view: View): Reading[] {
  if (ref.of !== 'sum') return [{ ref, view }];
  if (ref.id === 'amount' || ref.id === 'gap') return [];
  if (ref.id === 'parts') return (view.parts ?? []).flatMap((part) => readingsOf(part.value, view));
  return [{ ref, view }];
}
