import type { Expression } from './expression.js';

const NOTHING: readonly Expression[] = Object.freeze([]);

/** The formulas that a formula works on, in the order of writing. Those of cases stand apart: not all of them are reached. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [expression.left, expression.right];
    case 'min':
    case 'max':
      return expression.of;
    case 'round':
    case 'up':
    case 'down':
    case 'convert':
    case 'at':
      return [expression.of];
    case 'number':
    case 'word':
    case 'name':
    case 'cases':
      return NOTHING;
  }
}
