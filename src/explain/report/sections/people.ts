import { shareOf } from '../../balance/head.js';
import { figureWords } from '../../balance/figure.js';
import { capital } from '../../words/capital.js';
import { labelOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { isoDate } from '../../words/dates.js';
import { agesOf, type Aged } from '../ages.js';
import { ageWords, roleWords } from '../../words/persons.js';
import type { Context } from '../context.js';
import type { Row, Section } from '../view.js';

/** The persons in one line each: the family as the whole sheet calls them, the file by id, with the day of birth where it was given. */
export function personLines({ voice, assessment, audience, called }: Context): string[] {
  return agesOf(assessment).map((person) => {
    const words = audience === 'file' ? described(person) : [capital(called.who(person.id))];
    const list = [...words, ...atHome(person)].join(', ');
    return audience === 'file' && list !== '' ? voice.say('head.person', { id: person.id, list }) : list || person.id;
  });

  function described({ role, months, said }: Aged): string[] {
    const { born } = said;
    return [
      ...[role === null ? null : roleWords(voice, role), ageWords(voice, months)].filter((word) => word !== null),
      ...(typeof born === 'string' ? [voice.say('age.born', { date: isoDate(voice.language, born) })] : []),
    ];
  }
  function atHome({ said, other }: Aged): string[] {
    const share = shareOf(said['presence']);
    return [
      ...(share === null ? [] : [voice.say('person.presence', { share: voice.percent(share) })]),
      ...(other ? [voice.say('person.outside')] : []),
    ];
  }
}

/** For the file: what each person and the household as a whole need, and the pack's own totals and figures. */
export function people({ voice, assessment }: Context): Section | null {
  const { needs } = assessment;
  const rows: Row[] = [
    ...Object.entries(needs.persons).map(([id, amount]) => ({ cells: [id, voice.money(amount)] })),
    { cells: [voice.say('report.together-household'), voice.money(needs.household)] },
    { cells: [voice.say('needs.total'), voice.money(needs.need)], total: true },
    { cells: [voice.say('needs.year'), voice.money(needs.year.need)] },
  ];
  const title = voice.say('report.by-person');
  return {
    id: 'people',
    title,
    blocks: [{ kind: 'table', caption: title, heads: ['', voice.say('report.month')], rows }],
  };
}

export function figures({ voice, assessment }: Context): Section | null {
  const shown = assessment.figures.filter(({ value }) => value === null || !isZero(value));
  if (shown.length === 0) return null;
  const rows = shown.map((figure): readonly [string, string] => [
    labelOf(voice, figure.id),
    figureWords(voice, figure),
  ]);
  return { id: 'figures', title: voice.say('figures.title'), blocks: [{ kind: 'terms', rows }] };
}
