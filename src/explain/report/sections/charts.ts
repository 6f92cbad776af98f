import { Exact, money, placesOf } from '../../../decimal/exact.js';
import { labelOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import type { Context } from '../context.js';
import type { Tone } from '../chart.js';
import type { ChartBlock, Section, Table } from '../view.js';

/** Where the income goes: from income to balance, and a bar a basket. */
export function charts(context: Context): Section {
  const { voice } = context;
  return { id: 'charts', title: voice.say('groups.title'), blocks: [waterfall(context), baskets(context)] };
}

function waterfall({ voice, assessment }: Context): ChartBlock {
  const { incomes, needs, balance } = assessment;
  const title = voice.say('report.waterfall');
  const short = !isZero(balance.shortfall);
  const bars: { label: string; amount: string; from: number; to: number; tone: Tone }[] = [
    {
      label: voice.say('balance.income'),
      amount: voice.money(incomes.counted),
      from: 0,
      to: Number(incomes.counted),
      tone: 'income',
    },
  ];
  let left = new Exact(incomes.counted);
  for (const basket of needs.baskets) {
    if (isZero(basket.need)) continue;
    const after = left.sub(basket.need);
    const amount = voice.gain(money(new Exact(basket.need).neg(), placesOf(basket.need)));
    bars.push({ label: labelOf(voice, basket.id), amount, from: left.toNumber(), to: after.toNumber(), tone: 'need' });
    left = after;
  }
  const last = voice.say(isZero(balance.amount) ? 'balance.title' : short ? 'balance.shortfall' : 'balance.surplus');
  const amount = voice.money(short ? balance.shortfall : balance.amount);
  bars.push({ label: last, amount, from: 0, to: Number(balance.amount), tone: short ? 'short' : 'left' });
  const description = voice.say('report.waterfall.text', {
    income: voice.money(incomes.counted),
    need: voice.money(needs.need),
    balance: voice.money(balance.amount),
  });
  const rows = bars.map(({ label, amount: cell }) => ({ cells: [label, cell] }));
  const table: Table = { kind: 'table', caption: title, heads: ['', voice.say('report.month')], rows };
  return { kind: 'chart', title, description, chart: { kind: 'waterfall', bars }, table };
}

function baskets({ voice, assessment }: Context): ChartBlock {
  const { needs } = assessment;
  const shown = needs.baskets.filter((basket) => !isZero(basket.need) || !isZero(basket.reference));
  const title = voice.say('report.baskets');
  const bars = shown.map((basket) => ({
    label: labelOf(voice, basket.id),
    amount: voice.money(basket.need),
    value: Number(basket.need),
    mark: Number(basket.reference),
  }));
  const rows = shown.map((basket) => ({
    cells: [labelOf(voice, basket.id), voice.money(basket.reference), voice.money(basket.need)],
  }));
  const total = [voice.say('needs.total'), voice.money(needs.reference), voice.money(needs.need)];
  const heads = ['', voice.say('needs.reference'), voice.say('needs.need')];
  const table: Table = { kind: 'table', caption: title, heads, rows: [...rows, { cells: total, total: true }] };
  const description = voice.say('report.baskets.text');
  return { kind: 'chart', title, description, ofDrawing: true, chart: { kind: 'bars', bars }, table };
}
