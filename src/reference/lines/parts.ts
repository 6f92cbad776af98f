import { Exact } from '../../decimal/exact.js';
import { evaluateNumber } from '../values/formula.js';
import type { View } from '../run.js';
import { numberValue, weakest, ZERO, type NumberValue } from '../values/value.js';

/** The named parts of a line, each a month. */
export function partsOf(view: View): { id: string; value: NumberValue }[] {
  return (view.parts ?? []).map((part) => ({
    id: part.id,
    value: evaluateNumber(part.value, view, `parts.${part.id}`),
  }));
}

/** The name `parts`: their sum. */
export function partsSum(view: View): NumberValue {
  const values = partsOf(view).map((part) => part.value);
  return numberValue(
    values.reduce<Exact>((sum, one) => sum.add(one.number), ZERO),
    weakest(values.map((one) => one.status)),
    values.some((one) => one.open),
  );
}
