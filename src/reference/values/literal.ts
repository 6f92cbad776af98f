import { Exact } from '../../decimal/exact.js';
import type { NumberExpression } from '../../model/expression.js';
import { numberValue, type NumberValue } from './value.js';

const read = new WeakMap<NumberExpression, NumberValue>();

/** A number of the pack, with its status; its text is read once. */
export function literalValue(literal: NumberExpression): NumberValue {
  const known = read.get(literal);
  if (known !== undefined) return known;
  const value = numberValue(new Exact(literal.value), literal.from?.status ?? null);
  read.set(literal, value);
  return value;
}
