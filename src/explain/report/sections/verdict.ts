import { disclaimerWords } from '../../balance/quality.js';
import { isZero } from '../../words/numbers.js';
import type { Context } from '../context.js';
import type { Section } from '../view.js';

/** The answer: what is missing or left each month, and how far the income reaches. */
export function verdict({ voice, assessment }: Context): Section {
  const { balance, incomes, needs } = assessment;
  const short = !isZero(balance.shortfall);
  const word = isZero(balance.amount) ? 'balance.even' : short ? 'balance.shortfall' : 'balance.surplus';
  const amount = voice.money(short ? balance.shortfall : balance.amount);
  return {
    id: 'balance',
    title: voice.say('balance.title'),
    blocks: [
      {
        kind: 'verdict',
        tone: short ? 'short' : 'left',
        lead: voice.say(word),
        amount: isZero(balance.amount) ? amount : voice.say('report.a-month', { amount }),
        sentence:
          balance.adequacy === null ? '' : voice.say('balance.adequacy', { share: voice.percent(balance.adequacy) }),
        note: disclaimerWords(voice, assessment),
        pair: [
          measure(voice.say('balance.income'), voice.money(incomes.counted), incomes.counted, 'income'),
          measure(voice.say('balance.need'), voice.money(needs.need), needs.need, 'need'),
        ],
      },
    ],
  };
}

function measure<T>(
  label: string,
  amount: string,
  value: string,
  tone: T,
): { label: string; amount: string; value: number; tone: T } {
  return { label, amount, value: Number(value), tone };
}
