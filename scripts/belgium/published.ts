/** The published figures that the Belgian pack is held against, and how each is computed from a pack. */
import type { Month } from '../../src/calendar/month.js';
import type { Pack } from '../../src/model/pack.js';
import { child, couple, coupleWithTwo, growth, inBasket, linesOf, man, sumOf, woman, type Person } from './study.js';

/** What a figure was used for: to choose a factor of the calibration, as a number of the pack itself, or for nothing. */
export type Use = 'factor' | 'pack' | 'none';

export interface Figure {
  readonly name: string;
  readonly unit: 'euro' | 'share' | 'ratio';
  readonly use: Use;
  readonly origin: string;
  /** One value, or the band that the source gives. */
  readonly published: (pack: Pack) => number | readonly [number | null, number | null];
  readonly of: (pack: Pack) => number;
}

const exactly = (value: number) => (): number => value;
/** An older amount, brought to June 2024 by the price index. */
const since = (month: string, value: number) => (pack: Pack) => value * growth(pack, 'cpi.all', month);

const single = (pack: Pack): number => (sumOf(linesOf(pack, [woman])) + sumOf(linesOf(pack, [man]))) / 2;
const family = (pack: Pack): number => sumOf(linesOf(pack, coupleWithTwo));

/** What a first child adds to a lone woman; `without` leaves lines out by the beginning of their id. */
function firstChild(pack: Pack, age: number, more: Person = {}, without: readonly string[] = []): number {
  const counted = (persons: readonly Person[]): number =>
    sumOf(linesOf(pack, persons).filter((line) => !without.some((start) => line.id.startsWith(start))));
  return counted([woman, child(age, more)]) - counted([woman]);
}
const share = (pack: Pack, ages: readonly number[]): number =>
  ages.reduce((sum, age) => sum + firstChild(pack, age, { sex: age % 2 === 0 ? 'female' : 'male' }), 0) /
  ages.length /
  sumOf(linesOf(pack, [woman]));

/** A basket's mean share over the typical families of the pack, in Flanders. */
export function meanShare(pack: Pack, basket: string): number {
  const shares = pack.families.map(({ household }) => {
    const lines = linesOf(pack, (household as { persons: readonly Person[] }).persons);
    return sumOf(lines.filter(inBasket(basket))) / sumOf(lines);
  });
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}
const housingShare = (pack: Pack, persons: readonly Person[]): number => {
  const lines = linesOf(pack, persons);
  return sumOf(lines.filter(inBasket('housing'))) / sumOf(lines);
};

/** What a student adds to a couple, a month. */
const student = (pack: Pack, room: 'yes' | 'no', month?: Month, basket?: string): number => {
  const young: Person = { id: 'zoe', role: 'child', age: 20, sex: 'female', school: 'higher', 'student-room': room };
  const of = (persons: readonly Person[]): number =>
    sumOf(linesOf(pack, persons, month).filter((line) => basket === undefined || line.basket === basket));
  return of([...couple, young]) - of(couple);
};

export const SHARED = ['clothing', 'leisure', 'health', 'personal-care', 'childhood', 'mobility'] as const;
/** Without a child there is no childhood: its share is judged among families, so it does not choose a factor. */
const CHOOSING: readonly string[] = SHARED.filter((basket) => basket !== 'childhood');
const SMALL = ['safety', 'rest', 'unforeseen'];

export const FIGURES: readonly Figure[] = [
  {
    name: 'Single, not working, 2024',
    unit: 'euro',
    use: 'factor',
    origin: 'CEBUD',
    published: exactly(1538.46),
    of: single,
  },
  {
    name: 'Couple, 2 and 4 years, 1 works, 2024',
    unit: 'euro',
    use: 'factor',
    origin: 'CEBUD',
    published: exactly(2757.51),
    of: family,
  },
  ...SHARED.map((basket): Figure => ({
    name: `Share of ${basket}, mean`,
    unit: 'share',
    use: CHOOSING.includes(basket) ? 'factor' : 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [0.04, 0.08],
    of: (pack) => meanShare(pack, basket),
  })),
  ...SMALL.map((basket): Figure => ({
    name: `Share of ${basket}, mean`,
    unit: 'share',
    use: 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [null, 0.02],
    of: (pack) => meanShare(pack, basket),
  })),
  {
    name: 'Share of housing, mean',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2008',
    published: exactly(0.45),
    of: (pack) => meanShare(pack, 'housing'),
  },
  {
    name: 'Share of housing, single',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [0.5, null],
    of: (pack) => housingShare(pack, [woman]),
  },
  {
    name: 'Share of housing, lone parent, 2',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [0.5, null],
    of: (pack) => housingShare(pack, [woman, child(2)]),
  },
  {
    name: 'Couple ÷ single, not active',
    unit: 'ratio',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(1654 / 1273),
    of: (pack) => sumOf(linesOf(pack, couple)) / single(pack),
  },
  {
    name: 'Couple, 8 and 15 years ÷ single',
    unit: 'ratio',
    use: 'none',
    origin: 'CEBUD 2008',
    published: exactly(2151 / 980),
    of: (pack) => sumOf(linesOf(pack, [...couple, child(8, { id: 'kid' }), child(15, { id: 'teen' })])) / single(pack),
  },
  {
    name: 'First child of 2',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(0.19),
    of: (pack) => share(pack, [2]),
  },
  {
    name: 'First child of 3 to 5',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(0.23),
    of: (pack) => share(pack, [3, 4, 5]),
  },
  {
    name: 'First child of 6 to 11',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(0.33),
    of: (pack) => share(pack, [6, 7, 8, 9, 10, 11]),
  },
  {
    name: 'First child of 12 to 17',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(0.43),
    of: (pack) => share(pack, [12, 13, 14, 15, 16, 17]),
  },
  {
    name: 'Food of a student, 2019 indexed',
    unit: 'euro',
    use: 'pack',
    origin: 'CEBUD',
    published: since('2019-09', 158.17),
    of: (pack) =>
      sumOf(
        linesOf(pack, [...couple, { id: 'zoe', role: 'child', age: 20, sex: 'female', school: 'higher' }]).filter(
          ({ id }) => id === 'food.daily@zoe',
        ),
      ),
  },
  {
    name: 'Student at home, all costs, 2022',
    unit: 'euro',
    use: 'none',
    origin: 'CEBUD 2022-23',
    published: exactly(846.33),
    of: (pack) => student(pack, 'no', '2022-09'),
  },
  {
    name: 'Student in a room, all costs, 2022',
    unit: 'euro',
    use: 'none',
    origin: 'CEBUD 2022-23',
    published: exactly(1278.83),
    of: (pack) => student(pack, 'yes', '2022-09'),
  },
  {
    name: 'Clothing of a student, 2020 indexed',
    unit: 'euro',
    use: 'none',
    origin: 'CEBUD 2020-21',
    published: since('2020-09', 45),
    of: (pack) => student(pack, 'no', undefined, 'clothing'),
  },
  {
    name: 'Bed of one more, 2020 indexed',
    unit: 'euro',
    use: 'none',
    origin: 'CEBUD 2020-21',
    published: since('2020-09', 5),
    of: (pack) => student(pack, 'no', undefined, 'rest'),
  },
  {
    name: 'Energy, water of one more, 2020 ind.',
    unit: 'euro',
    use: 'none',
    origin: 'CEBUD 2020-21',
    published: since('2020-09', 29),
    of: oneMoreAtHome,
  },
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
    of: (pack) => firstChild(pack, age, {}, ['childhood.school@', 'childhood.school-things', 'childhood.childcare']),
  })),
];

function rent(pack: Pack, persons: readonly Person[]): number {
  return sumOf(linesOf(pack, persons).filter(({ id }) => id === 'housing.rent'));
}

function oneMoreAtHome(pack: Pack): number {
  const of = (persons: readonly Person[]): number =>
    sumOf(linesOf(pack, persons).filter(({ id }) => id === 'housing.energy' || id === 'housing.water'));
  return of([...couple, { id: 'zoe', role: 'child', age: 20, school: 'higher' }]) - of(couple);
}
