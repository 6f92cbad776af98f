import type { Condition, Test } from '../../model/condition.js';
import type { Expression } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import { madeOf } from '../compiler/compiler.js';
import { UNDECIDED, YES } from '../machine/slots.js';
import { ofRef } from './missing-names.js';
import { truthAt, type Place, type Search } from './search.js';

/** Behind a condition: what its undecided tests hang on. Of several of which one is enough and holds, nothing does. */
export function ofCondition(search: Search, condition: Condition, at: Place): void {
  if (condition.kind === 'test') ofTest(search, condition, at);
  else if (truthAt(search, condition, at) === UNDECIDED) for (const one of condition.of) ofCondition(search, one, at);
}

function ofTest(search: Search, test: Test, at: Place): void {
  if (truthAt(search, test, at) !== UNDECIDED) return;
  ofRef(search, test.ref, at, madeOf(search.program.compiler, test.ref));
  if (test.check.op === 'compare') for (const { bound } of test.check.bounds) ofExpression(search, bound, at);
}

/** Behind a formula: what the names it reads hang on; of cases what was reached. */
export function ofExpression(search: Search, e: Expression, at: Place): void {
  switch (e.kind) {
    case 'name':
      ofRef(search, e.ref, at);
      return;
    case 'cases':
      for (const one of e.cases) {
        const holds = truthAt(search, one.when, at);
        if (holds === UNDECIDED) ofCondition(search, one.when, at);
        if (holds !== YES) continue;
        ofExpression(search, one.is, at);
        return;
      }
      ofExpression(search, e.otherwise, at);
      return;
    default:
      for (const one of operandsOf(e)) ofExpression(search, one, at);
  }
}
