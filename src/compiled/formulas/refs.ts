import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { MonthIndex } from '../../model/value.js';

/** A name that is read, as of another month inside `at(…)`. */
export interface Named {
  readonly ref: Ref;
  readonly asOf: MonthIndex | null;
}

/** Names in the order of writing: all cases, all tests. */
export function namesOfExpression(e: Expression, asOf: MonthIndex | null = null, into: Named[] = []): Named[] {
  switch (e.kind) {
    case 'name':
      into.push({ ref: e.ref, asOf });
      break;
    case 'at':
      namesOfExpression(e.of, e.month, into);
      break;
    case 'cases':
      for (const one of e.cases) {
        namesOfCondition(one.when, into);
        namesOfExpression(one.is, asOf, into);
      }
      namesOfExpression(e.otherwise, asOf, into);
      break;
    default:
      for (const one of operandsOf(e)) namesOfExpression(one, asOf, into);
  }
  return into;
}

export function namesOfCondition(condition: Condition, into: Named[] = []): Named[] {
  if (condition.kind !== 'test') {
    for (const one of condition.of) namesOfCondition(one, into);
    return into;
  }
  into.push({ ref: condition.ref, asOf: null });
  if (condition.check.op === 'compare')
    for (const { bound } of condition.check.bounds) namesOfExpression(bound, null, into);
  return into;
}
