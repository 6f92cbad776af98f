/** What a first child costs by age, and what one more person at home costs in rent, energy and a bed. */
import type { Pack } from '../../../src/model/pack.js';
import { child, growth, linesOf, sumOf, woman, type Person } from '../study.js';
import { bothSexes, exactly, mean, since, total, type Figure } from './figure.js';

const SCHOOL = ['childhood.school@', 'childhood.school-things', 'childhood.childcare'];

/** What a first child adds to a lone woman; `without` leaves lines out by the beginning of their id. */
function firstChild(pack: Pack, age: number, without: readonly string[] = []): number {
  const counted = (persons: readonly Person[]): number =>
    sumOf(linesOf(pack, persons).filter((line) => !without.some((start) => line.id.startsWith(start))));
  return bothSexes((sex) => counted([woman, child(age, { sex })])) - counted([woman]);
}

const shareOfBudget = (pack: Pack, ages: readonly number[]): number =>
  mean(ages.map((age) => firstChild(pack, age))) / total(pack, [woman]);

const rent = (pack: Pack, persons: readonly Person[]): number =>
  sumOf(linesOf(pack, persons).filter(({ id }) => id === 'housing.rent'));

/** What a first child adds to the budget of a lone parent, as a share of it; these choose factors of the calibration. */
export const FIRST_CHILD = [
  { name: 'First child of 2', share: 0.19, ages: [2] },
  { name: 'First child of 3 to 5', share: 0.23, ages: [3, 4, 5] },
  { name: 'First child of 6 to 11', share: 0.33, ages: [6, 7, 8, 9, 10, 11] },
  { name: 'First child of 12 to 17', share: 0.43, ages: [12, 13, 14, 15, 16, 17] },
] as const;

export const CHILDREN: readonly Figure[] = [
  ...FIRST_CHILD.map(({ name, share, ages }): Figure => ({
    name,
    unit: 'share',
    use: 'factor',
    origin: 'CEBUD 2013-18',
    published: exactly(share),
    of: (pack) => shareOfBudget(pack, ages),
  })),
  {
    name: 'Rent of one more bedroom, 2020',
    unit: 'euro',
    use: 'pack',
    origin: 'CEBUD 2020-21',
    published: (pack) => 92.58 * growth(pack, 'cpi.health', '2020-09'),
    of: (pack) => rent(pack, [woman, child(4)]) - rent(pack, [woman]),
  },
  ...(
    [
      [0, 301.99],
      [2, 335.37],
      [6, 402.58],
      [12, 503.17],
    ] as const
  ).map(([age, value]): Figure => ({
    name: `Child of ${age}, no school, 2020 indexed`,
    unit: 'euro',
    use: 'none',
    origin: 'Gezinsbond, not CEBUD: plausibility only',
    published: since('2020-06', value),
    of: (pack) => firstChild(pack, age, SCHOOL),
  })),
];
