import { billsToAsk } from '../../assessment/bills-to-ask.js';
import { heading, row, wrap } from '../words/columns.js';
import { labelOf, questionOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { aidLines } from './aid-lines.js';
import { aidRuleSentences } from './aid-rule.js';
import { questionLines } from './question.js';
import { MONEY, type Page } from './page.js';

/** What the local policy proposes, apart from the need. */
export function policyPart(page: Page): string[] {
  const { voice, assessment, width } = page;
  const { aid, policy, incomes } = assessment;
  if (aid === undefined || policy === null) return [];
  const out = heading(width, voice.say('aid.title'));
  out.push(...wrap(labelOf(voice, policy.id), width, 2));
  const add = (label: string, amount: string): void => {
    out.push(...row(width, 2, label, ['', voice.money(amount)], MONEY));
  };
  add(voice.say('aid.need'), aid.need);
  add(voice.say('aid.income'), incomes.counted);
  add(voice.say('aid.gap'), aid.gap);
  add(voice.say('aid.pays'), aid.pays);
  for (const sentence of aidRuleSentences(voice, assessment)) out.push(...wrap(sentence, width, 4, 6));
  if (aid.months !== null && !isZero(aid.pays))
    out.push(...wrap(voice.say('aid.months', { count: aid.months }), width, 4));
  if (!isZero(aid.gap)) add(voice.say('aid.left'), aid.left);
  if (!isZero(aid.once)) add(voice.say('aid.once'), aid.once);
  for (const sentence of aidLines(voice, assessment)) out.push(...wrap(sentence, width, 2, 4));
  const questions = [...billLines(page), ...questionLines(page, aid.open ?? [])];
  if (questions.length > 0) out.push(...wrap(voice.say('aid.open'), width, 2), ...questions);
  return out;
}

/** Bills that count under the policy alone. */
function billLines({ voice, assessment, width }: Page): string[] {
  return billsToAsk(voice.pack.model, assessment).flatMap(({ bill, need }) => [
    ...wrap(`${questionOf(voice, bill)}  [bill.${bill}]`, width, 2, 4),
    ...wrap(voice.say('open.decides', { list: labelOf(voice, need) }), width, 4, 6),
  ]);
}
