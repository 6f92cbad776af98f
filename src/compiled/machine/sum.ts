import type { NumberSlot, TruthSlot } from './slots.js';

/** What is done with two numbers. */
export type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

/** A step that adds, multiplies with or divides by a constant, or gives 0 where a condition does not hold. */
export type Sum =
  | { readonly op: Operation; readonly left: NumberSlot; readonly right: NumberSlot }
  | { readonly op: 'when'; readonly when: TruthSlot; readonly of: NumberSlot };
