import type { Ages } from '../../comparison/ages.js';
import { difference } from '../../comparison/amounts.js';
import type { Series, SeriesMonth } from '../../comparison/series.js';
import type { Money } from '../../model/value.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { voiceOf, type Voice } from '../words/voice.js';
import { headingOf, paragraph, row, type Sheet } from './sheet.js';
import { sparkline } from './sparkline.js';

const SUMS = ['income', 'need', 'balance'] as const;

/** A household month by month: a table, and a small line for each sum and each basket. */
export function seriesSheet(series: Series, pack: Pack, { lang }: { readonly lang: Language }): Sheet {
  const [first, last] = [series.months[0], series.months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const voice = voiceOf(pack, lang, last.month);
  const sides = { left: voice.month(first.month), right: voice.month(last.month) };
  const heads = monthHeads(voice, series);
  return [
    { kind: 'title', text: voice.say('series.title'), beside: voice.say('series.span', sides) },
    ...(series.policy === null ? [] : [paragraph(voice.say('head.policy', { policy: labelOf(voice, series.policy) }))]),
    paragraph(staysWords(voice, series.ages)),
    headingOf(voice.say('series.months'), {
      heads,
      widths: heads.map(() => 14),
    }),
    ...series.months.map((one) => row(voice.month(one.month), monthCells(voice, one))),
    ...lineBlocks(voice, series),
  ];
}

/** What stays from month to month, and whether people grow older. */
export function staysWords(voice: Voice, ages: Ages): string {
  return `${voice.say('series.stays')} ${voice.say('series.ages', { ages })}`;
}

/** Heads of the table of months; what a policy pays is there where it is. */
export function monthHeads(voice: Voice, { policy }: Series): string[] {
  const sums = SUMS.map((sum) => voice.say(`sum.${sum}`));
  return policy === null ? sums : [...sums, voice.say('wage.pays')];
}

export function monthCells(voice: Voice, { pays, ...month }: SeriesMonth): string[] {
  const sums = SUMS.map((sum) => voice.money(month[sum]));
  return pays === null ? sums : [...sums, voice.money(pays)];
}

/** First and last month, what lies between, and the way there. */
function lineBlocks(voice: Voice, { months }: Series): Sheet {
  const most = Math.max(8, Math.min(18, months.length));
  const line = ({ label, values }: Course, depth: number): ReturnType<typeof row> =>
    row(label, [...endsOf(voice, values), sparkline(thinned(values.map(Number), most))], depth);
  return [
    headingOf(voice.say('series.lines'), { heads: [...endHeads(voice), ''], widths: [11, 11, 14, most + 2] }),
    ...sumCourses(voice, months).map((course) => line(course, 1)),
    ...basketCourses(voice, months).map((course) => line(course, 2)),
  ];
}

/** What a sum or a basket was in each month. */
export interface Course {
  readonly label: string;
  readonly values: readonly Money[];
}

export function sumCourses(voice: Voice, months: Series['months']): Course[] {
  return SUMS.map((sum) => ({ label: voice.say(`sum.${sum}`), values: months.map((one) => one[sum]) }));
}

/** In the order of the pack, without those that stay empty; a basket without a line in a month is zero there. */
export function basketCourses(voice: Voice, months: Series['months']): Course[] {
  return voice.pack.model.pack.baskets
    .filter((id) => months.some((one) => !isZero(one.baskets[id] ?? '0')))
    .map((id) => ({ label: labelOf(voice, id), values: months.map((one) => one.baskets[id] ?? '0') }));
}

export function endHeads(voice: Voice): string[] {
  return [voice.say('series.first'), voice.say('series.last'), voice.say('series.change')];
}

/** First, last, and what lies between. */
export function endsOf(voice: Voice, values: readonly Money[]): string[] {
  const [first = '0', last = '0'] = [values[0], values.at(-1)];
  return [voice.number(first), voice.number(last), signed(voice, difference(last, first))];
}

function signed(voice: Voice, amount: string): string {
  return amount.startsWith('-') || /^0(?:\.0+)?$/.test(amount) ? voice.number(amount) : `+${voice.number(amount)}`;
}

/** At most so many values, evenly chosen, the first and the last among them. */
function thinned(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))]!);
}
