/**
 * The factors of the calibration: one a basket, between 0.80 and 1.25, on lines tagged `assumed`. They bring the two
 * published totals, the published shares of five baskets and the published costs of a first child nearer, and move as
 * little as they can: least squares of the relative distances to the totals, of the distances of the mean shares to
 * 4-8 %, of the distances of a child's cost in points of a single person's budget, and of the factors' own moves,
 * weighed so that a move of a tenth counts like a total that is half a percent away. Totals and shares alone pulled the
 * cost of a child away from what is published at three ages of four: two totals say nothing of who costs what.
 * Searched in steps of 0.01, basket by basket, until no step helps.
 */
import type { NeedLine } from '../../src/model/evaluation.js';
import type { Pack } from '../../src/model/pack.js';
import { FIRST_CHILD } from './published/children.js';
import { CHOOSING } from './published/totals.js';
import { child, coupleWithTwo, linesOf, man, sumOf, woman, type Person } from './study.js';

const LEAST = 80;
const MOST = 125;
const RIDGE = 3e-3;
const SEXES = ['female', 'male'] as const;

/** A basket's sum of one household: all lines, and those tagged `assumed`. */
type Sums = ReadonlyMap<string, { readonly all: number; readonly assumed: number }>;

export function fittedFactors(pack: Pack): ReadonlyMap<string, number> {
  const sums = (persons: readonly Person[]): Sums => byBasket(pack, linesOf(pack, persons));
  const totals = [
    { target: 1538.46, of: [sums([woman]), sums([man])] },
    { target: 2757.51, of: [sums(coupleWithTwo)] },
  ];
  const alone = sums([woman]);
  const children = FIRST_CHILD.map(({ share, ages }) => ({
    share,
    of: ages.flatMap((age) => SEXES.map((sex) => sums([woman, child(age, { sex })]))),
  }));
  const families = pack.families.map(({ household }) => sums((household as { persons: readonly Person[] }).persons));
  const baskets = [...totals[1]!.of[0]!].filter(([, { assumed }]) => assumed > 0).map(([basket]) => basket);
  const percent = new Map(baskets.map((basket) => [basket, 100]));

  const cost = (): number => {
    const misses = totals.map(({ target, of }) => (mean(of.map((one) => scaled(one, percent))) - target) / target);
    const short = CHOOSING.map((basket) => {
      const share = mean(families.map((one) => part(one, basket, percent) / scaled(one, percent)));
      return Math.max(0, 0.04 - share, share - 0.08);
    });
    const single = scaled(alone, percent);
    const costs = children.map(({ share, of }) => mean(of.map((one) => scaled(one, percent))) / single - 1 - share);
    const moves = [...percent.values()].map((one) => one / 100 - 1);
    return square(misses) + square(short) + square(costs) + RIDGE * square(moves);
  };
  while (baskets.map((basket) => improve(basket, percent, cost)).some((better) => better));
  return new Map(baskets.map((basket) => [basket, percent.get(basket)! / 100]));
}

/** Moves one factor to where the cost is least; says whether that helped. */
function improve(basket: string, percent: Map<string, number>, cost: () => number): boolean {
  const before = percent.get(basket)!;
  let best = { at: before, cost: cost() };
  for (let at = LEAST; at <= MOST; at++) {
    percent.set(basket, at);
    const found = cost();
    if (found < best.cost - 1e-12) best = { at, cost: found };
  }
  percent.set(basket, best.at);
  return best.at !== before;
}

function byBasket(pack: Pack, lines: readonly NeedLine[]): Sums {
  const assumed = new Set(pack.model.needs.filter(({ tags }) => tags.includes('assumed')).map(({ id }) => id));
  return new Map(
    [...new Set(lines.map(({ basket }) => basket))].map((basket) => {
      const own = lines.filter((line) => line.basket === basket);
      return [basket, { all: sumOf(own), assumed: sumOf(own.filter(({ id }) => assumed.has(id.split('@')[0]!))) }];
    }),
  );
}

function part(sums: Sums, basket: string, percent: ReadonlyMap<string, number>): number {
  const { all, assumed } = sums.get(basket) ?? { all: 0, assumed: 0 };
  return all + assumed * ((percent.get(basket) ?? 100) / 100 - 1);
}

const scaled = (sums: Sums, percent: ReadonlyMap<string, number>): number =>
  [...sums.keys()].reduce((sum, basket) => sum + part(sums, basket, percent), 0);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const square = (values: readonly number[]): number => values.reduce((sum, one) => sum + one * one, 0);
