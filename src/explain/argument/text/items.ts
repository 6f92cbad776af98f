import type { LineItem } from '../../../model/evaluation.js';
import type { Telling } from './telling.js';

/** `Coat: €59.99 × 1, lasts 36 months = €1.67 a month`; for a family what it is and what it comes to. */
export function itemLine({ voice, audience }: Telling, need: string, item: LineItem): string {
  const label = voice.words(need, 'label', `items/${item.id}`) ?? item.id;
  const month = voice.cents(item.month);
  if (audience === 'family') return voice.say('reason.item', { label, month });
  const lasts = /^(\S+) (months?|a year)$/.exec(item.lasts);
  const key = lasts?.[2] === 'a year' ? 'lasts.year' : 'lasts.months';
  return voice.say('why.item', {
    label,
    price: voice.money(item.price),
    quantity: voice.number(item.quantity, 6),
    lasts: lasts === null ? item.lasts : voice.say(key, { count: Number(lasts[1]) }),
    month,
  });
}
