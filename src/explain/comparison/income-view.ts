import type { AidBesideWage } from '../../comparison/incomes/aid-beside-wage.js';
import type { NeededIncome } from '../../comparison/incomes/needed-income.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import type { Plot } from '../report/chart.js';
import type { Block, ChartBlock, ReportView } from '../report/view.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { voiceOf, type Voice } from '../words/voice.js';
import { amountWords, neededWords, stepCells, wageHeads, wageNotes } from './income-sheet.js';
import { shortPage } from '../report/short-page.js';
import { ticks } from './ticks.js';

/** What one income does to the balance, as a page: the amount that is enough, then whether work pays as a chart and a table. */
export function incomeView(
  needed: NeededIncome,
  wage: AidBesideWage,
  pack: Pack,
  { lang }: { readonly lang: Language },
): ReportView {
  const voice = voiceOf(pack, lang, needed.month);
  const income = labelOf(voice, needed.income);
  const enough = neededWords(voice, needed, income).map((text, at): Block =>
    at === 0 ? { kind: 'text', text, tone: 'strong' } : { kind: 'text', text },
  );
  return shortPage(voice, {
    id: 'income',
    title: voice.say('needed.title', { income }),
    beside: voice.month(needed.month),
    policy: wage.policy,
    sections: [
      { id: 'enough', title: voice.say('needed.heading'), blocks: enough },
      {
        id: 'wage',
        title: voice.say('wage.title'),
        blocks: [chartOf(voice, needed, wage), { kind: 'text', text: wageNotes(voice, wage).join(' '), tone: 'note' }],
      },
    ],
  });
}

function chartOf(voice: Voice, needed: NeededIncome, wage: AidBesideWage): ChartBlock {
  const income = labelOf(voice, wage.income);
  const title = voice.say('chart.wage', { income });
  return {
    kind: 'chart',
    title,
    description: descriptionOf(voice, wage),
    chart: plotOf(voice, needed, wage, income),
    table: {
      kind: 'table',
      caption: title,
      heads: [income, ...wageHeads(voice, wage)],
      compact: true,
      rows: wage.steps.map((step) => ({ cells: [amountWords(voice, step), ...stepCells(voice, wage, step)] })),
    },
    open: true,
  };
}

/** The ends of each line in words. */
function descriptionOf(voice: Voice, { steps }: AidBesideWage): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return '';
  const ends = { from: voice.money(first.amount), to: voice.money(last.amount) };
  const alone = { ...ends, first: voice.money(first.balance), last: voice.money(last.balance) };
  const sentences = [voice.say('chart.wage.text', alone)];
  if (first.withAid !== null && last.withAid !== null) {
    const aided = { first: voice.money(first.withAid.balance), last: voice.money(last.withAid.balance) };
    sentences.push(voice.say('chart.wage.with', aided));
  }
  return sentences.join(' ');
}

function plotOf(voice: Voice, { stays }: NeededIncome, { steps }: AidBesideWage, income: string): Plot {
  const alone = steps.map(({ amount, balance }) => [Number(amount), Number(balance)] as const);
  const aided = steps.flatMap(({ amount, withAid }) =>
    withAid === null ? [] : [[Number(amount), Number(withAid.balance)] as const],
  );
  const balances = [...alone, ...aided].map(([, balance]) => balance);
  const amounts = alone.map(([amount]) => amount);
  const labelled = (list: readonly number[]): Plot['x']['ticks'] =>
    list.map((at) => ({ at, label: voice.number(String(at)) }));
  const helped = { label: voice.say('wage.legend-with'), tone: 'aided', points: aided } as const;
  // An amount beyond the axis is told in words alone.
  const isShown = stays !== null && !isZero(stays) && Number(stays) <= Math.max(...amounts);
  return {
    kind: 'plot',
    x: { label: voice.say('chart.axis', { income }), ticks: labelled(ticks(amounts, 5)) },
    y: { label: voice.say('wage.balance'), ticks: labelled(ticks(balances, 6)) },
    lines: [...(aided.length === 0 ? [] : [helped]), { label: voice.say('wage.legend'), tone: 'alone', points: alone }],
    ...(isShown
      ? { mark: { at: Number(stays), label: voice.say('chart.enough', { amount: voice.money(stays) }) } }
      : {}),
  };
}
