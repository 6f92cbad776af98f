import { monthText } from '../../calendar/month.js';
import type { NumberExpression } from '../../model/expression.js';
import type { Parameter } from '../../model/numbers.js';
import { definitionsOf } from '../definitions.js';
import { literalValue } from './literal.js';
import type { View } from '../run.js';
import type { NumberValue } from './value.js';

/** The parameter and the value in force in the month of the view: an entry holds until the next. */
export function parameterEntry(id: string, view: View): { parameter: Parameter; number: NumberExpression } {
  const month = view.month ?? view.run.month;
  const parameter = definitionsOf(view.run.model, month).parameters.get(id);
  const entry = parameter === undefined ? undefined : inForce(parameter.values, month);
  if (parameter === undefined || entry === undefined) throw new Error(`${id} has no value in ${monthText(month)}`);
  return { parameter, number: entry.value };
}

export function parameterValue(id: string, view: View): NumberValue {
  return literalValue(parameterEntry(id, view).number);
}

/** The last entry that has begun. */
export function inForce<T extends { readonly from: number | null }>(
  entries: readonly T[],
  month: number,
): T | undefined {
  let found: T | undefined;
  for (const entry of entries)
    if (
      (entry.from ?? -Infinity) <= month &&
      (found === undefined || (entry.from ?? -Infinity) >= (found.from ?? -Infinity))
    )
      found = entry;
  return found;
}
