/** What a student of 20 adds to a couple: at home or in a room, as a whole and by part. The mean of a woman and a man. */
import type { Month } from '../../../src/calendar/month.js';
import type { NeedLine } from '../../../src/model/evaluation.js';
import type { Pack } from '../../../src/model/pack.js';
import { couple, linesOf, sumOf, type Person } from '../study.js';
import { bothSexes, exactly, since, type Figure } from './figure.js';

interface Student {
  readonly room: 'yes' | 'no';
  readonly grant?: boolean;
  readonly month?: Month;
  readonly age?: number;
  readonly school?: string;
}

/** Some lines of a couple with a student less those of the couple. */
const added = (pack: Pack, student: Student, some: (line: NeedLine) => boolean = () => true): number =>
  bothSexes((sex) => {
    const { room, grant = false, month, age = 20, school = 'higher' } = student;
    const studies = school === 'higher' ? { 'student-room': room, 'reduced-tuition': grant ? 'yes' : 'no' } : {};
    const young: Person = { id: 'zoe', role: 'child', age, sex, school, ...studies };
    const of = (persons: readonly Person[]): number => sumOf(linesOf(pack, persons, month).filter(some));
    return of([...couple, young]) - of(couple);
  });

const named =
  (...starts: readonly string[]) =>
  ({ id }: NeedLine): boolean =>
    starts.some((start) => id.startsWith(start));
/** Living costs: all but what studies and a room cost. */
const living = (line: NeedLine): boolean => !named('childhood.higher-education', 'childhood.student-')(line);
const HOME: Student = { room: 'no' };
const ROOM: Student = { room: 'yes' };

function figure(
  name: string,
  origin: string,
  published: Figure['published'],
  of: Figure['of'],
  use: Figure['use'] = 'none',
): Figure {
  return { name, unit: 'euro', use, origin, published, of };
}

/** What the student's own meals cost: the others of a family cook more cheaply too, but that is their saving. */
const ownFood = (pack: Pack, { room }: Student): number =>
  bothSexes((sex) => {
    const young: Person = { id: 'zoe', role: 'child', age: 20, sex, school: 'higher', 'student-room': room };
    return sumOf(linesOf(pack, [...couple, young]).filter(({ id }) => id === 'food.daily@zoe'));
  });

/** Totals of older academic years, brought to June 2024 by the price index. */
const OLDER: readonly (readonly [string, Month, number, number])[] = [
  ['2016-17', '2016-09', 663, 1027.83],
  ['2017-18', '2017-09', 673, 1035.42],
  ['2019-20', '2019-09', 765.75, 1149.33],
];

/** Rents of a room, by academic year. */
const ROOMS: readonly (readonly [string, Month, number])[] = [
  ['2017-18', '2017-09', 332],
  ['2019-20', '2019-09', 349],
];

export const STUDENTS: readonly Figure[] = [
  figure('Student at home, all costs, 2022', 'CEBUD 2022-23', exactly(846.33), (pack) =>
    added(pack, { ...HOME, month: '2022-09' }),
  ),
  figure('Student in a room, all costs, 2022', 'CEBUD 2022-23', exactly(1278.83), (pack) =>
    added(pack, { ...ROOM, month: '2022-09' }),
  ),
  figure('Student at home, all, early 2022', 'CEBUD 2021-22', exactly(777.58), (pack) =>
    added(pack, { ...HOME, month: '2022-01' }),
  ),
  figure('Student in a room, all, early 2022', 'CEBUD 2021-22', exactly(1175.25), (pack) =>
    added(pack, { ...ROOM, month: '2022-01' }),
  ),
  ...OLDER.flatMap(([year, month, home, room]) => [
    figure(`Student at home, ${year} indexed`, `CEBUD ${year}`, since(month, home), (pack) => added(pack, HOME)),
    figure(`Student in a room, ${year} indexed`, `CEBUD ${year}`, since(month, room), (pack) => added(pack, ROOM)),
  ]),
  figure('Grant, at home, 2019 indexed', 'CEBUD 2019-20', since('2019-09', 696.75), (pack) =>
    added(pack, { ...HOME, grant: true }),
  ),
  figure('Grant, in a room, 2019 indexed', 'CEBUD 2019-20', since('2019-09', 1080.33), (pack) =>
    added(pack, { ...ROOM, grant: true }),
  ),
  figure('Living, at home, 2019 indexed', 'CEBUD 2019-20', since('2019-09', 608.33), (pack) =>
    added(pack, HOME, living),
  ),
  figure('Living, in a room, 2019 indexed', 'CEBUD 2019-20', since('2019-09', 633.33), (pack) =>
    added(pack, ROOM, living),
  ),
  figure('Living, at home, 2017 indexed', 'CEBUD 2017-18', since('2017-09', 519.08), (pack) =>
    added(pack, HOME, living),
  ),
  figure('Living, in a room, 2017 indexed', 'CEBUD 2017-18', since('2017-09', 542.67), (pack) =>
    added(pack, ROOM, living),
  ),
  figure(
    'Food of a student, 2019 indexed',
    'CEBUD 2019-20',
    since('2019-09', 158.17),
    (pack) => ownFood(pack, HOME),
    'pack',
  ),
  figure(
    'Food in a room, 2019 indexed',
    'CEBUD 2019-20',
    since('2019-09', 180.98),
    (pack) => ownFood(pack, ROOM),
    'pack',
  ),
  figure('Food of a student, 2017 indexed', 'CEBUD 2017-18', since('2017-09', 161.21), (pack) => ownFood(pack, HOME)),
  figure('Room with fittings, 2017 indexed', 'CEBUD 2017-18', since('2017-09', 338.92), (pack) =>
    added(pack, ROOM, named('childhood.student-')),
  ),
  figure('Food in a room, 2017 indexed', 'CEBUD 2017-18', since('2017-09', 179.46), (pack) => ownFood(pack, ROOM)),
  ...ROOMS.map(([year, month, rent]) =>
    figure(`Rent of a room, ${year} indexed`, `CEBUD ${year}`, since(month, rent), (pack) =>
      added(pack, ROOM, named('childhood.student-room')),
    ),
  ),
  figure(
    'Rent of a room, early 2022',
    'CEBUD 2020-21',
    exactly(351),
    (pack) => added(pack, { ...ROOM, month: '2022-01' }, named('childhood.student-room')),
    'pack',
  ),
  figure(
    'Rent of a room, 2022',
    'CEBUD 2022-23',
    exactly(392),
    (pack) => added(pack, { ...ROOM, month: '2022-09' }, named('childhood.student-room')),
    'pack',
  ),
  figure('Study costs, 2019 indexed', 'CEBUD 2019-20', since('2019-09', 140.92), (pack) =>
    added(pack, HOME, named('childhood.higher-education')),
  ),
  figure(
    'Studies and transport, 2022',
    'CEBUD 2022-23',
    exactly(157.67),
    (pack) => added(pack, { ...HOME, month: '2022-09' }, named('childhood.higher-education')),
    'pack',
  ),
  figure('Clothing of a student, 2020 indexed', 'CEBUD 2020-21', since('2020-09', 45), (pack) =>
    added(pack, HOME, ({ basket }) => basket === 'clothing'),
  ),
  figure('Bed of one more, 2020 indexed', 'CEBUD 2020-21', since('2020-09', 5), (pack) =>
    added(pack, HOME, ({ basket }) => basket === 'rest'),
  ),
  figure('Energy, water of one more, 2020 ind.', 'CEBUD 2020-21', since('2020-09', 29), (pack) =>
    added(pack, HOME, named('housing.energy', 'housing.water')),
  ),
  figure('Internet of one more, 2020 indexed', 'CEBUD 2020-21', since('2020-09', 5), (pack) =>
    added(pack, HOME, named('relations.internet')),
  ),
  figure(
    'Youth of 18 at home, 2020 indexed',
    'Gezinsbond, not CEBUD: plausibility only',
    since('2020-06', 600),
    (pack) => added(pack, { ...HOME, age: 18, school: 'no-school' }),
  ),
  figure(
    'Youth of 24 at home, 2020 indexed',
    'Gezinsbond, not CEBUD: plausibility only',
    since('2020-06', 700),
    (pack) => added(pack, { ...HOME, age: 24, school: 'no-school' }),
  ),
];
