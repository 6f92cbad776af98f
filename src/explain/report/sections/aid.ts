import { billsToAsk } from '../../../assessment/bills-to-ask.js';
import { Exact, money, placesOf } from '../../../decimal/exact.js';
import type { Aid } from '../../../model/evaluation.js';
import { contextOf } from '../../argument/context.js';
import { aidRule } from '../../argument/reasons/rule.js';
import { ruleTold } from '../../argument/text/rule-lines.js';
import { aidLines } from '../../balance/aid-lines.js';
import { labelOf, questionOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { told, type Context } from '../context.js';
import type { Block, Entry, Row, Section } from '../view.js';
import { questionItems } from './questions.js';

/** What the local policy proposes, apart from the need: the sum, how it was arrived at, what counts otherwise, what to ask. */
export function aid(context: Context): Section | null {
  const { voice, assessment } = context;
  const { aid: proposed, policy } = assessment;
  if (proposed === undefined || policy === null) return null;
  const title = voice.say('aid.title');
  const today = hasSteps(context) ? [voice.say('report.aid-today')] : [];
  const other = aidLines(voice, assessment, (id) => told(context, id)).map((text) => ({ text }));
  const questions = [...billItems(context), ...questionItems(context, proposed.open ?? [])];
  return {
    id: 'aid',
    title,
    blocks: [
      { kind: 'text', tone: 'note', text: [`${labelOf(voice, policy.id)}.`, ...today].join(' ') },
      { kind: 'table', caption: title, heads: ['', voice.say('report.month')], rows: rowsOf(context, proposed) },
      ...part(voice.say('report.aid-rule'), ruleEntries(context, proposed)),
      ...part(voice.say('report.aid-lines'), other),
      ...part(voice.say('aid.open'), questions),
    ],
  };
}

/** Bills that count under the policy alone, as `questionItems` tells what is open. */
function billItems({ voice, assessment, audience }: Context): Entry[] {
  return billsToAsk(voice.pack.model, assessment).map(({ bill, need }) => {
    const text = questionOf(voice, bill);
    if (audience === 'family') return { text };
    return {
      text: `${text} [bill.${bill}]`,
      under: [{ text: voice.say('open.decides', { list: labelOf(voice, need) }) }],
    };
  });
}

function rowsOf({ voice, assessment }: Context, proposed: Aid): Row[] {
  const { incomes, needs } = assessment;
  const change = new Exact(proposed.need).sub(needs.need);
  const row = (key: Parameters<typeof voice.say>[0], amount: string): Row => ({
    cells: [voice.say(key), voice.money(amount)],
  });
  return [
    ...(change.isZero()
      ? []
      : [
          row('report.aid-budget', needs.need),
          { cells: [voice.say('report.aid-other'), voice.gain(money(change, placesOf(needs.need)))] },
        ]),
    row('aid.need', proposed.need),
    row('aid.income', incomes.counted),
    row('aid.gap', proposed.gap),
    { ...row('aid.pays', proposed.pays), total: true },
    ...(isZero(proposed.gap) ? [] : [row('aid.left', proposed.left)]),
    ...(isZero(proposed.once) ? [] : [row('aid.once', proposed.once)]),
  ];
}

/** The formula with its values and bounds, as `explain aid` tells it; without a trace, for how long. */
function ruleEntries({ voice, assessment, called, nodes }: Context, { node: id, months, pays }: Aid): Entry[] {
  const node = nodes.get(id);
  const rule = node?.kind === 'aid' ? aidRule(contextOf(voice.pack, assessment), node) : null;
  if (rule === null)
    return months === null || isZero(pays) ? [] : [{ text: voice.say('aid.months', { count: months }) }];
  return ruleTold({ ...voice, who: called.who }, rule, months).map(({ says, below }) => ({
    text: says,
    ...(below.length === 0 ? {} : { under: below.map((one) => ({ text: one.says })) }),
  }));
}

/** Rights that may be taken up stand before the aid, and its sum is that of today, without them. */
function hasSteps({ assessment }: Context): boolean {
  return assessment.levers?.list.some(({ state }) => state === 'may') === true;
}

function part(title: string, items: readonly Entry[]): Block[] {
  return items.length === 0
    ? []
    : [{ kind: 'part', title: title.replace(/[\u00a0:]+$/, ''), blocks: [{ kind: 'list', items }] }];
}
