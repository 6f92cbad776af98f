import { Exact, money } from '../../../decimal/exact.js';
import type { LineItem, NeedLine } from '../../../model/evaluation.js';
import { labelOf, splitAt } from '../../words/names.js';
import type { Context } from '../context.js';
import type { Table } from '../view.js';
import { howOften } from './how-often.js';

/** The goods and services a line is made of. Their month is before days at home, adjustments and rounding. */
export function itemTable(context: Context, line: NeedLine, items: readonly LineItem[]): Table {
  const known = context.itemTables.get(line) ?? madeOf(context, line, items);
  context.itemTables.set(line, known);
  return known;
}

function madeOf({ voice, nodes }: Context, line: NeedLine, items: readonly LineItem[]): Table {
  const node = nodes.get(line.node);
  const indexed = node?.kind === 'line' && node.steps.some(({ step }) => step === 'index');
  const { name } = splitAt(line.id);
  const currency = voice.pack.model.pack.currency;
  return {
    kind: 'table',
    caption: voice.say('report.items', { label: labelOf(voice, name) }),
    heads: [
      '',
      voice.say('report.price', { currency }),
      voice.say('report.often'),
      voice.say(indexed ? 'report.month-indexed' : 'report.month'),
    ],
    words: [2],
    rows: items.map((item) => ({
      cells: [
        labelOf(voice, `${name}/${item.id}`),
        `${voice.number(item.price, 4)} × ${voice.number(item.quantity, 3)}`,
        howOften(voice, item.lasts),
        voice.number(cents(item.month)),
      ],
    })),
  };
}

function cents(month: string): string {
  return money(new Exact(month), 2);
}
