/** What a second-hand car costs a month, as published for students. The pack has one car, for whoever needs it. */
import type { Month } from '../../../src/calendar/month.js';
import type { Pack } from '../../../src/model/pack.js';
import { allLines, couple, MONTH, sumOf } from '../study.js';
import { since, type Figure } from './figure.js';

const PUBLISHED: readonly (readonly [string, Month, number, Figure['use']])[] = [
  ['2015-16', '2015-09', 241.67, 'none'],
  ['2017-18', '2017-09', 262.5, 'none'],
  ['2019-20', '2019-09', 219.17, 'none'],
  ['2022-23', '2022-09', 316.67, 'pack'],
];

export const CARS: readonly Figure[] = PUBLISHED.map(([year, month, cost, use]) => ({
  name: `Car of a student, ${year} indexed`,
  unit: 'euro',
  use,
  origin: `CEBUD ${year}`,
  published: since(month, cost),
  of: neededCar,
}));

/** Where the social inquiry finds it needed: shown beside the needs, in no sum. */
function neededCar(pack: Pack): number {
  const household = { persons: couple, household: { car: 'yes' } };
  return sumOf(allLines(pack, household, MONTH).filter(({ id }) => id === 'mobility.car'));
}
