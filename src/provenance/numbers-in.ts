import type { Expression, NumberExpression } from '../model/expression.js';
import { walkExpression } from '../model/walk.js';

/** Numbers with a source or status in some formulas; numbers of conditions carry none. */
export function numbersIn(formulas: readonly (Expression | null)[]): readonly NumberExpression[] {
  const found: NumberExpression[] = [];
  for (const formula of formulas) {
    if (formula === null) continue;
    walkExpression(formula, {
      expression: (one) => {
        if (one.kind === 'number' && one.from !== undefined) found.push(one);
      },
    });
  }
  return found;
}
