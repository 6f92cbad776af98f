import { monthIndex } from '../../calendar/month.js';
import { Exact, plain } from '../../decimal/exact.js';
import { adjustmentsOf } from '../../model/adjustments-of.js';
import type { Expression } from '../../model/expression.js';
import { isValid, type Model } from '../../model/model.js';

/** The amount a month that an adjustment writes as a number in a month; null when it writes none. */
export function writtenAmount(model: Model, id: string, month: string): string | null {
  const at = monthIndex(month);
  const adjustment = adjustmentsOf(model, id).find((one) => at !== null && isValid(one, at));
  for (const effect of adjustment?.effects ?? []) {
    if (effect.verb !== 'leave-out' && effect.verb !== 'scale') return numberOf(effect.by);
  }
  return null;
}

function numberOf(by: Expression | null): string | null {
  if (by === null) return null;
  if (by.kind === 'number') return by.value;
  if (by.kind !== 'convert' || by.of.kind !== 'number') return null;
  return plain(new Exact(by.of.value).mul(by.times).div(by.over));
}
