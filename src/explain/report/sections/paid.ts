import { Exact, money, placesOf } from '../../../decimal/exact.js';
import { labelOf } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Row, Section } from '../view.js';

/** What the household pays itself beside the reference; over and under are told in words, not by colour alone. */
export function paid(context: Context): Section | null {
  const { voice, assessment } = context;
  const lines = assessment.needs.lines.filter((line) => line.paid !== null && !line.optional);
  if (lines.length === 0) return null;
  const title = voice.say('report.paid');
  const rows = lines.map(({ id, reference, paid: amount, basis }): Row => {
    const difference = new Exact(amount ?? '0').sub(reference);
    const size = voice.money(money(difference.abs(), placesOf(reference)));
    const key = difference.isZero() ? 'report.same' : difference.isPositive() ? 'report.over' : 'report.under';
    const tone = difference.isZero() ? {} : ({ tone: difference.isPositive() ? 'over' : 'under' } as const);
    const label = labelOf(voice, told(context, id));
    const name = basis === 'reference' ? voice.say('report.not-taken', { label }) : label;
    return {
      cells: [name, voice.money(reference), voice.money(amount ?? '0'), voice.say(key, { amount: size })],
      ...tone,
    };
  });
  const heads = ['', voice.say('needs.reference'), voice.say('basis.bill'), voice.say('report.difference')];
  return {
    id: 'paid',
    title,
    blocks: [
      { kind: 'text', tone: 'note', text: voice.say('report.paid.text') },
      { kind: 'table', caption: title, heads, rows },
    ],
  };
}
