import { adjustmentsOf } from '../../model/adjustments-of.js';
import { monthIndex } from '../../calendar/month.js';
import { Exact, plain } from '../../decimal/exact.js';
import type { Expression } from '../../model/expression.js';
import { isValid } from '../../model/model.js';
import type { Values } from './message.js';
import { splitAt } from './names.js';
import type { Voice } from './voice.js';

/** Why an adjustment is made (`food.diet@tom`, `town/rent-ceiling`), `{person}` and `{amount}` filled; null without reason. */
export function reasonOf(voice: Voice, id: string): string | null {
  const { name, person } = splitAt(id);
  const amount = amountOf(voice, name);
  const values: Values = {
    ...(person === null ? {} : { person }),
    ...(amount === null ? {} : { amount: voice.money(amount) }),
  };
  return voice.words(name, 'because', undefined, values);
}

/** The amount a month that an adjustment writes as a number; null when it writes none. */
function amountOf({ pack, now }: Voice, id: string): string | null {
  const at = monthIndex(now);
  const adjustment = adjustmentsOf(pack.model, id).find((one) => at !== null && isValid(one, at));
  for (const effect of adjustment?.effects ?? []) {
    if (effect.verb !== 'leave-out' && effect.verb !== 'scale') return writtenAmount(effect.by);
  }
  return null;
}

function writtenAmount(by: Expression | null): string | null {
  if (by === null) return null;
  if (by.kind === 'number') return by.value;
  if (by.kind !== 'convert' || by.of.kind !== 'number') return null;
  return plain(new Exact(by.of.value).mul(by.times).div(by.over));
}
