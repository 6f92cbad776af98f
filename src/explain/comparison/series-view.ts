import type { Series } from '../../comparison/series.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import type { ReportView, Table } from '../report/view.js';
import { voiceOf, type Voice } from '../words/voice.js';
import {
  basketCourses,
  endHeads,
  endsOf,
  monthCells,
  monthHeads,
  staysWords,
  sumCourses,
  type Course,
} from './series-sheet.js';
import { shortPage } from '../report/short-page.js';

/** So many baskets stand side by side in a table of months. */
const SIDE_BY_SIDE = 5;

/** A household month by month, as a page: the months, then a small line for each sum and each basket, and every number. */
export function seriesView(series: Series, pack: Pack, { lang }: { readonly lang: Language }): ReportView {
  const { months, policy } = series;
  const [left = '', right = ''] = [months[0]?.month, months.at(-1)?.month];
  const voice = voiceOf(pack, lang, right);
  const title = voice.say('series.months');
  const moved = voice.say('series.lines');
  const rows = months.map((one) => ({ cells: [voice.month(one.month), ...monthCells(voice, one)] }));
  return shortPage(voice, {
    id: 'months',
    title: voice.say('series.title'),
    beside: voice.say('series.span', { left: voice.month(left), right: voice.month(right) }),
    policy,
    sections: [
      {
        id: 'moved',
        title: moved,
        blocks: [
          { kind: 'text', text: staysWords(voice, series.ages) },
          coursesTable(voice, moved, months),
          { kind: 'text', text: voice.say('chart.small'), tone: 'note' },
        ],
      },
      {
        id: 'each',
        title,
        blocks: [
          { kind: 'table', caption: title, heads: ['', ...monthHeads(voice, series)], rows, compact: true },
          { kind: 'fold', summary: voice.say('chart.baskets'), blocks: basketTables(voice, months) },
        ],
      },
    ],
  });
}

function coursesTable(voice: Voice, caption: string, months: Series['months']): Table {
  const rowOf = ({ label, values }: Course, strong: boolean): Table['rows'][number] => ({
    cells: [label, ...endsOf(voice, values)],
    line: values.map(Number),
    ...(strong ? { total: true } : {}),
  });
  return {
    kind: 'table',
    caption,
    heads: ['', ...endHeads(voice)],
    drawn: voice.say('series.title'),
    rows: [
      ...sumCourses(voice, months).map((course) => rowOf(course, true)),
      ...basketCourses(voice, months).map((course) => rowOf(course, false)),
    ],
  };
}

/** Every basket in every month, as many tables as they need to fit a page. */
function basketTables(voice: Voice, months: Series['months']): Table[] {
  const courses = basketCourses(voice, months);
  const parts = Array.from({ length: Math.ceil(courses.length / SIDE_BY_SIDE) }, (_, i) =>
    courses.slice(i * SIDE_BY_SIDE, (i + 1) * SIDE_BY_SIDE),
  );
  return parts.map((part) => ({
    kind: 'table',
    caption: part.map(({ label }) => label).join(', '),
    heads: ['', ...part.map(({ label }) => label)],
    rows: months.map(({ month }, at) => ({
      cells: [voice.month(month), ...part.map(({ values }) => voice.number(values[at] ?? '0'))],
    })),
  }));
}
