import { writtenAmount } from '../argument/written-amount.js';
import type { Values } from './message.js';
import { splitAt } from './names.js';
import type { Voice } from './voice.js';

/**
 * Why an adjustment is made (`food.diet@tom`, `town/rent-ceiling`), `{person}` and `{amount}` filled; `{sex}` is `other` unless `more`
 * says it. Null without reason.
 */
export function reasonOf(voice: Voice, id: string, more: Values = {}): string | null {
  const { name, person } = splitAt(id);
  const amount = writtenAmount(voice.pack.model, name, voice.now);
  const values: Values = {
    ...(person === null ? {} : { person: voice.named(person), sex: 'other' }),
    ...(amount === null ? {} : { amount: voice.money(amount) }),
    ...more,
  };
  return voice.words(name, 'because', undefined, values);
}
