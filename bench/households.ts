import type { HouseholdInput } from '../src/household/household-input.js';
import { dice as diceOf } from '../test/fixtures/dice.js';

/** A family of four: two adults, one works, two children. */
export const FAMILY: HouseholdInput = {
  persons: [
    { id: 'anna', role: 'head', age: 36, sex: 'female', work: 'employed' },
    { id: 'ben', role: 'partner', age: 38, sex: 'male', work: 'unemployed' },
    { id: 'tom', role: 'child', age: 9, sex: 'male' },
    { id: 'zoe', role: 'child', age: 4, sex: 'female' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [
    { of: 'anna', kind: 'wage', amount: 1650 },
    { of: 'ben', kind: 'unemployment-benefit', amount: 980 },
    { of: 'tom', kind: 'family-allowance', amount: 181.61 },
    { of: 'zoe', kind: 'family-allowance', amount: 181.61 },
  ],
  bills: { rent: 780 },
};

/** Families of four that differ in all that a family may: two adults and two children each. */
export function families(count: number, seed = 1): HouseholdInput[] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, () => ({
    persons: [
      { role: 'head', age: 25 + dice.below(30), sex: 'female', work: 'employed' },
      { role: 'partner', age: 25 + dice.below(30), sex: 'male', work: dice.pick(['employed', 'unemployed']) },
      { role: 'child', age: dice.below(18), sex: dice.pick(['female', 'male']) },
      { role: 'child', age: dice.below(18), sex: dice.pick(['female', 'male']) },
    ],
    dwelling: {
      region: dice.pick(['wallonia', 'flanders', 'brussels']),
      tenure: dice.pick(['private-rent', 'social-rent', 'owner']),
    },
    incomes: [
      { of: 'p1', kind: 'wage', amount: (90_000 + dice.below(150_000)) / 100 },
      { of: 'p2', kind: 'unemployment-benefit', amount: (70_000 + dice.below(50_000)) / 100 },
      { of: 'p3', kind: 'family-allowance', amount: 181.61 },
      { of: 'p4', kind: 'family-allowance', amount: 181.61 },
    ],
    bills: { rent: 500 + dice.below(500) },
  }));
}

/** Households like those of a country: mean size about 2.3, many singles, some large families. */
export function population(count: number, seed = 1): HouseholdInput[] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, () => {
    const adults = 1 + (dice.oneIn(2) ? 1 : 0);
    const children = dice.pick([0, 0, 0, 1, 1, 2, 3]);
    const persons = Array.from({ length: adults + children }, (_, i) => ({
      role: i === 0 ? ('head' as const) : i < adults ? ('partner' as const) : ('child' as const),
      age: i < adults ? 20 + dice.below(65) : dice.below(18),
      sex: dice.pick(['female', 'male']),
    }));
    return {
      persons,
      dwelling: {
        region: dice.pick(['wallonia', 'flanders', 'brussels']),
        tenure: dice.pick(['private-rent', 'social-rent', 'owner']),
      },
      incomes: [{ of: 'p1', kind: 'wage', amount: 900 + dice.below(2000) }],
      bills: { rent: 300 + dice.below(700) },
    };
  });
}
