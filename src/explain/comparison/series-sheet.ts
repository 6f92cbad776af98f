import { difference } from '../../comparison/amounts.js';
import type { Series } from '../../comparison/series.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { labelOf } from '../words/names.js';
import { voiceOf, type Voice } from '../words/voice.js';
import { headingOf, paragraph, row, type Sheet } from './sheet.js';
import { sparkline } from './sparkline.js';

/** A household month by month: a table, and a small line for each sum and each basket. */
export function seriesSheet(series: Series, pack: Pack, { lang }: { readonly lang: Language }): Sheet {
  const [first, last] = [series.months[0], series.months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const voice = voiceOf(pack, lang, last.month);
  const sides = { left: voice.month(first.month), right: voice.month(last.month) };
  const aided = series.policy !== null;
  const pays = aided ? [voice.say('wage.pays')] : [];
  return [
    { kind: 'title', text: voice.say('series.title'), beside: voice.say('series.span', sides) },
    ...(series.policy === null ? [] : [paragraph(voice.say('head.policy', { policy: labelOf(voice, series.policy) }))]),
    headingOf(voice.say('series.months'), {
      heads: [voice.say('sum.income'), voice.say('sum.need'), voice.say('sum.balance'), ...pays],
      widths: [14, 14, 14, ...pays.map(() => 14)],
    }),
    ...series.months.map((one) =>
      row(voice.month(one.month), [
        voice.money(one.income),
        voice.money(one.need),
        voice.money(one.balance),
        ...(one.pays === null ? [] : [voice.money(one.pays)]),
      ]),
    ),
    ...lineBlocks(voice, series),
  ];
}

/** First and last month, what lies between, and the way there. */
function lineBlocks(voice: Voice, { months }: Series): Sheet {
  const most = Math.max(8, Math.min(18, months.length));
  const heads = [voice.say('series.first'), voice.say('series.last'), voice.say('series.change'), ''];
  const baskets = voice.pack.model.pack.baskets.filter((id) => months.some((one) => one.baskets[id] !== undefined));
  const line = (label: string, values: readonly string[], depth: number): ReturnType<typeof row> => {
    const [first = '0', last = '0'] = [values[0], values.at(-1)];
    const drawn = sparkline(thinned(values.map(Number), most));
    return row(label, [voice.number(first), voice.number(last), signed(voice, difference(last, first)), drawn], depth);
  };
  return [
    headingOf(voice.say('series.lines'), { heads, widths: [11, 11, 14, most + 2] }),
    ...(['income', 'need', 'balance'] as const).map((sum) =>
      line(
        voice.say(`sum.${sum}`),
        months.map((one) => one[sum]),
        1,
      ),
    ),
    ...baskets.map((id) =>
      line(
        labelOf(voice, id),
        months.map((one) => one.baskets[id] ?? '0'),
        2,
      ),
    ),
  ];
}

function signed(voice: Voice, amount: string): string {
  return amount.startsWith('-') || /^0(?:\.0+)?$/.test(amount) ? voice.number(amount) : `+${voice.number(amount)}`;
}

/** At most so many values, evenly chosen, the first and the last among them. */
function thinned(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))]!);
}
