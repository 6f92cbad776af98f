import { heading, row, rule, wrap } from '../words/columns.js';
import { isZero } from '../words/numbers.js';
import { MONEY, type Page } from './page.js';

/** Income, needs, what is left or missing, and how far the income reaches. */
export function balancePart({ voice, assessment, width }: Page): string[] {
  const { balance, incomes, needs } = assessment;
  const short = !isZero(balance.shortfall);
  const even = isZero(balance.amount);
  const out = heading(width, voice.say('balance.title'));
  out.push(...row(width, 2, voice.say('balance.income'), ['', voice.money(incomes.counted)], MONEY));
  out.push(...row(width, 2, voice.say('balance.need'), ['', `− ${voice.money(needs.need)}`], MONEY));
  out.push(`  ${rule(width - 2)}`);
  const word = voice.say(even ? 'balance.even' : short ? 'balance.shortfall' : 'balance.surplus');
  out.push(...row(width, 2, word, ['', voice.money(short ? balance.shortfall : balance.amount)], MONEY));
  if (balance.adequacy !== null)
    out.push(...wrap(voice.say('balance.adequacy', { share: voice.percent(balance.adequacy) }), width, 2));
  return out;
}
