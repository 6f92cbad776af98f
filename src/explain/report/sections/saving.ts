import { isZero } from '../../words/numbers.js';
import { labelOf, splitAt } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Purchase } from '../saving-plan.js';
import type { Block, Row, Section } from '../view.js';
import { howOften } from './how-often.js';

/** Dearest purchases that are shown without unfolding. */
const OPEN = 8;

/** What to put aside each month for things bought now and then, what it buys and how often. */
export function saving(context: Context): Section | null {
  const { voice, plan } = context;
  if (isZero(plan.month)) return null;
  const horizons = plan.horizons.map((one, at) => ({ ...one, name: voice.say(NAMES[at] ?? 'report.later') }));
  const title = voice.say('report.saving');
  const purchases = horizons.flatMap((one) => one.purchases);
  const dear = [...purchases]
    .filter(({ every }) => every > 12)
    .sort((a, b) => Number(b.cost) - Number(a.cost))
    .slice(0, OPEN);
  const folds: Block[] = horizons
    .filter((one) => one.purchases.length > 0)
    .map((one) => ({
      kind: 'fold',
      summary: voice.say('report.all-of', { name: one.name, count: one.purchases.length }),
      blocks: [table(context, one.name, one.purchases)],
    }));
  return {
    id: 'saving',
    title,
    blocks: [
      { kind: 'text', text: voice.say('report.saving.text', { amount: voice.money(plan.month) }) },
      {
        kind: 'table',
        caption: title,
        heads: [voice.say('report.bought'), voice.say('report.aside')],
        rows: [
          ...horizons.map((one) => ({ cells: [one.name, voice.money(one.month)] })),
          { cells: [voice.say('needs.total'), voice.money(plan.month)], total: true },
        ],
      },
      ...(dear.length > 0 ? [table(context, voice.say('report.dearest'), dear)] : []),
      ...folds,
    ],
  };
}

const NAMES = ['report.within-year', 'report.within-three', 'report.later'] as const;

function table(context: Context, caption: string, purchases: readonly Purchase[]): Block {
  const { voice } = context;
  const heads = [caption, voice.say('report.cost'), voice.say('report.often'), voice.say('report.aside')];
  return { kind: 'table', caption, heads, words: [2], rows: purchases.map((one) => row(context, one)) };
}

function row(context: Context, { line, item, cost, month }: Purchase): Row {
  const { voice } = context;
  const { name, person } = splitAt(line.id);
  const label = labelOf(voice, told(context, `${name}/${item.id}${person === null ? '' : `@${person}`}`));
  const quantity = item.quantity === '1' ? label : `${label}, ${voice.number(item.quantity, 3)} ×`;
  return { cells: [quantity, voice.money(cost), howOften(voice, item.lasts), voice.money(month)] };
}
