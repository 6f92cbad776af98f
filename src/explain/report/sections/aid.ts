import { aidLines } from '../../balance/aid-lines.js';
import { labelOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { told, type Context } from '../context.js';
import type { Row, Section } from '../view.js';
import { questionItems } from './questions.js';

/** What the local policy proposes, apart from the need. */
export function aid(context: Context): Section | null {
  const { voice, assessment } = context;
  const { aid: proposed, policy, incomes } = assessment;
  if (proposed === undefined || policy === null) return null;
  const title = voice.say('aid.title');
  const rows: Row[] = [
    { cells: [voice.say('aid.need'), voice.money(proposed.need)] },
    { cells: [voice.say('aid.income'), voice.money(incomes.counted)] },
    { cells: [voice.say('aid.gap'), voice.money(proposed.gap)] },
    { cells: [voice.say('aid.pays'), voice.money(proposed.pays)], total: true },
    ...(isZero(proposed.gap) ? [] : [{ cells: [voice.say('aid.left'), voice.money(proposed.left)] }]),
    ...(isZero(proposed.once) ? [] : [{ cells: [voice.say('aid.once'), voice.money(proposed.once)] }]),
  ];
  const sentences = [
    ...(proposed.months === null || isZero(proposed.pays) ? [] : [voice.say('aid.months', { count: proposed.months })]),
    ...aidLines(voice, assessment, (id) => told(context, id)),
  ];
  const questions = questionItems(context, proposed.open ?? []);
  return {
    id: 'aid',
    title,
    blocks: [
      { kind: 'text', text: labelOf(voice, policy.id), tone: 'note' },
      { kind: 'table', caption: title, heads: ['', voice.say('report.month')], rows },
      ...(sentences.length === 0 ? [] : [{ kind: 'list', items: sentences.map((text) => ({ text })) } as const]),
      ...(questions.length === 0
        ? []
        : [{ kind: 'text', text: voice.say('aid.open') } as const, { kind: 'list', items: questions } as const]),
    ],
  };
}
