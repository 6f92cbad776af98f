import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../src/assessment/assess.js';
import { prepared } from '../../src/assessment/prepared.js';
import { monthIndex, type Month } from '../../src/calendar/month.js';
import { totalsOf } from '../../src/compiled/totals/totals.js';
import { aidBesideWage } from '../../src/comparison/incomes/aid-beside-wage.js';
import { namedIncome, type NamedIncome } from '../../src/comparison/incomes/named-income.js';
import { neededIncome } from '../../src/comparison/incomes/needed-income.js';
import { stretchOf } from '../../src/comparison/incomes/stretch.js';
import { zeroes, type Stretch, type Zeroes } from '../../src/comparison/incomes/zero.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { mustRead } from '../../src/household/read.js';
import { digestOf } from '../../src/model/digest.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { households } from '../../src/testing/index.js';
import { dice as diceOf, type Dice } from '../fixtures/dice.js';
import { packOf } from '../fixtures/packs.js';
import { modelOf } from '../language/tiny-pack.js';

type Any = Pack<HouseholdInput>;

/** Rules of every kind that make a balance jump, bend or step: limits, narrow bands, fees by band, caps, rounded shares. */
function randomRules(dice: Dice): string {
  const amount = (top: number): string => `${dice.below(top)}.${String(dice.below(100)).padStart(2, '0')}`;
  const [a, b] = [1 + dice.below(200), 1 + dice.below(150)];
  const from = dice.below(350);
  const narrow = dice.pick([0.02, 0.5, 3, 60]);
  return `
source: s
incomes: { wage: { for: person, tags: [work], counts: ${dice.pick(['all', 'min(amount; 220)', '80% * amount', 'max(amount - 30; 0)'])}, plausible: 0..<400 } }
derive:
  household.means: { value: household.incomes.work }
  household.poor: { value: [{ when: { household.means: { below: ${amount(400)} } }, is: yes }, { otherwise: no }] }
tables:
  fee: { unit: EUR/month, by: [household.means], rows: [[0..<${a}, ${amount(40)}], [${a}..<${a + b}, ${amount(40)}], [${a + b}.., ${amount(40)}]] }
needs:
  food.base: { for: household, pays: living, index: none, amount: ${amount(260)} }
  food.band: { for: household, pays: living, index: none, when: { household.means: { from: ${from}, below: ${from + narrow} } }, amount: ${amount(90)} }
  food.poor: { for: household, pays: living, index: none, when: { household.poor: no }, amount: ${amount(60)} }
  home.share: { for: household, pays: fixed, index: none, amount: ${dice.pick(['max(20; household.means * 23%)', 'round(household.means * 20%; 1)', 'min(70; household.means * 55%)', 'household.means / 7 + household.means / 11', 'max(round(household.means / 7; 3) - round(household.means / 7; 2); 0) * 30'])} }
  home.fee: { for: household, pays: fixed, index: none, amount: fee }
adjustments: { food.cut: { for: household, when: { household.means: { below: ${amount(300)} } }, on: [food.base], scale: 80% } }
`;
}

const ALONE: HouseholdInput = { persons: [{ id: 'a', role: 'head', age: 40 }], incomes: [] };

const text = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Whether the balance is zero or more, at every cent. */
function atEveryCent(pack: Any, named: NamedIncome, from: number, to: number): boolean[] {
  const assessor = prepare<unknown>(pack, { month: named.month });
  const households = Array.from({ length: to - from + 1 }, (_, i) => named.at(text(from + i)));
  return [...assessor.totalsOf(households)].map(({ balance }) => !balance.startsWith('-'));
}

/** The answer by looking at every cent of one person's wage, in a household read once. */
function bySearching(pack: Any, top: number): { first: string | null; stays: string | null } {
  const { program, reader } = prepared(pack.model, monthIndex('2024-06')!, null);
  const alone = mustRead(reader, { ...ALONE, incomes: [{ of: 'a', kind: 'wage', amount: 0 }] });
  const [wage] = alone.incomes;
  const households = Array.from({ length: top + 1 }, (_, cents) => ({
    ...alone,
    incomes: [{ ...wage!, amount: text(cents) }],
  }));
  const { first, stays } = zeroesOf(
    Array.from(totalsOf(program, households), ({ balance }) => balance >= 0),
    0,
  );
  return { first: first === null ? null : text(first), stays: stays === null ? null : text(stays) };
}

function zeroesOf(enough: readonly boolean[], from: number): Zeroes {
  const first = enough.indexOf(true);
  const below = enough.lastIndexOf(false);
  return {
    first: first < 0 ? null : from + first,
    stays: below === enough.length - 1 ? null : from + below + 1,
  };
}

/** A stretch of which the balance is known cent by cent alone: nothing is settled as a whole. */
function unbounded(from: number, to: number, balance: (income: number) => number): Stretch {
  const middle = Math.floor((from + to) / 2);
  return {
    from,
    to,
    sign: 'open',
    halves: () => [unbounded(from, middle, balance), unbounded(middle + 1, to, balance)],
    enough: () => Array.from({ length: to - from + 1 }, (_, i) => balance(from + i) >= 0),
  };
}

describe('the income that is needed', () => {
  test.each([
    ['round(household.means * 20%; 5)', 25],
    ['round(household.means * 40%; 10)', 25],
    ['up(household.means / 5 / 1 EUR/month) * 5 EUR/month', 5],
    ['round(household.means / 3; 7)', 21],
    ['round(household.means * 20%; 5) + down(household.means / 50 EUR/month) * 12 EUR/month', 25],
  ])('is found between the steps of %s, whatever the distance of the steps', (share, period) => {
    for (const base of [100, 113.37, 101 + period / 4]) {
      const model = modelOf(`
source: s
incomes: { wage: { for: person, tags: [work], counts: all, plausible: 0..<220 } }
derive:
  household.means: { value: household.incomes.work }
needs:
  food.base: { for: household, pays: living, index: none, amount: ${base} }
  home.share: { for: household, pays: fixed, index: none, amount: ${share} }
`);
      const pack: Any = { model, texts: {}, places: {}, families: [], digest: digestOf(model) };
      const { first, stays } = neededIncome(pack, ALONE, 'wage', { month: '2024-06' });
      expect({ base, first, stays }).toEqual({ base, ...bySearching(pack, 22_000) });
    }
  });

  test('is what looking at every cent finds, for packs whose rules jump, bend and step', () => {
    const dice = diceOf(7);
    let jumps = 0;
    for (let i = 0; i < 40; i++) {
      const model = modelOf(randomRules(dice));
      const pack: Any = { model, texts: {}, places: {}, families: [], digest: digestOf(model) };
      const found = neededIncome(pack, ALONE, 'wage', { month: '2024-06', upTo: '400' });
      const { first, stays } = bySearching(pack, 40_000);
      expect([i, found.first, found.stays]).toEqual([i, first, stays]);
      if (first !== stays) jumps++;
    }
    // Some of them have a limit that takes it back: else the test would show little.
    expect(jumps).toBeGreaterThan(2);
  }, 120_000);

  test('is found where two roundings together make a bump of two cents', () => {
    // Both round up at the same time but for a few cents, where one is a step ahead.
    const model = modelOf(`
source: s
incomes: { wage: { for: person, tags: [work], counts: all, plausible: 0..<300 } }
derive:
  household.means: { value: household.incomes.work }
needs:
  food.base: { for: household, pays: living, index: none, amount: 60 }
  home.bump: { for: household, pays: fixed, index: none, amount: 'max(round(household.means - 13.37; 100) - round(household.means - 13.39; 100); 0) * 5' }
`);
    const pack: Any = { model, texts: {}, places: {}, families: [], digest: digestOf(model) };
    const { first, stays } = neededIncome(pack, ALONE, 'wage', { month: '2024-06' });
    expect({ first, stays }).toEqual({ first: '60.00', stays: '263.39' });
    expect(bySearching(pack, 30_000)).toEqual({ first, stays });
  });

  test.each(['be', 'harbour'] as const)(
    'is what looking at every cent finds on slices of the incomes of %s',
    (id) => {
      const pack = packOf(id);
      const { model } = pack;
      const dice = diceOf(5);
      let [crossed, taken] = [0, 0];
      // Most random households never get there, or are there from the start: as many are taken as show something.
      for (const input of fc.sample(households(pack), { numRuns: 80, seed: 3 })) {
        if (taken > 30 && crossed > 5) break;
        const household: HouseholdInput = { ...input, incomes: input.incomes ?? [] };
        const { id: person = 'p1' } = household.persons[0]!;
        const kind = dice.pick(model.incomes.filter((one) => one.for === 'person' && !one.rare));
        const named = namedIncome(pack, household, `${kind.id}@${person}`, (household.month ?? '2024-06') as Month);
        const found = neededIncome(pack, household, named.id, { month: named.month });
        const { program, reader } = prepared(model, monthIndex(named.month)!, null);
        const varied = { program, household: mustRead(reader, named.at('0')), kind, row: 0 };
        const cents = (amount: string | null): number[] => (amount === null ? [] : [Math.round(Number(amount) * 100)]);
        const top = cents(found.upTo)[0]!;
        for (const near of [...cents(found.first), ...cents(found.stays), dice.below(top), dice.below(top)]) {
          const from = Math.max(0, near - dice.below(400));
          const to = Math.min(top, from + 400);
          const enough = atEveryCent(pack, named, from, to);
          const inSlice = zeroesOf(enough, from);
          expect(zeroes(stretchOf(varied, from, to))).toEqual(inSlice);
          // The whole search must not contradict the slice.
          const [first = top + 1] = cents(found.first);
          const [stays = top + 1] = cents(found.stays);
          if (inSlice.first !== null) expect(first).toBeLessThanOrEqual(inSlice.first);
          if (enough.includes(false)) expect(stays).toBeGreaterThan(from + enough.lastIndexOf(false));
          if (enough.includes(true) && enough.includes(false)) crossed++;
          taken++;
        }
      }
      expect(taken).toBeGreaterThan(30);
      expect(crossed).toBeGreaterThan(5);
    },
    120_000,
  );

  test('is found where no bound settles anything, and one cent lies below', () => {
    const balance = (income: number): number => (income < 5_000 || income === 77_777 ? -1 : 1);
    expect(zeroes(unbounded(0, 200_000, balance))).toEqual({ first: 5_000, stays: 77_778 });
  });

  test('is nothing where the balance never is below zero, and null where it always is', () => {
    expect(zeroes(unbounded(0, 1000, () => 0))).toEqual({ first: 0, stays: 0 });
    expect(zeroes(unbounded(0, 1000, () => -0.01))).toEqual({ first: null, stays: null });
  });

  test('looks at few of many incomes cent by cent', () => {
    const pack = packOf('be');
    const named = namedIncome(pack, { ...ALONE, dwelling: { region: 'wallonia' } }, 'wage', '2024-06');
    const kind = pack.model.incomes.find((one) => one.id === 'wage')!;
    const { program, reader } = prepared(pack.model, monthIndex('2024-06')!, null);
    let seen = 0;
    const counted = (one: Stretch): Stretch => ({
      ...one,
      halves: () => one.halves().map(counted) as unknown as [Stretch, Stretch],
      enough: () => {
        seen += one.to - one.from + 1;
        return one.enough();
      },
    });
    zeroes(counted(stretchOf({ program, household: mustRead(reader, named.at('0')), kind, row: 0 }, 0, 600_000)));
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(2_000);
  });
});

describe('an income that is tried', () => {
  const harbour = packOf('harbour');
  const couple: HouseholdInput = {
    persons: [
      { id: 'ada', role: 'head', age: 40, sex: 'female' },
      { id: 'bo', role: 'partner', age: 41, sex: 'male' },
    ],
    dwelling: { quay: 'north' },
    incomes: [],
  };
  const month = '2024-06';
  const refused = (income: string): string[] => {
    try {
      namedIncome(harbour, couple, income, month);
      return [];
    } catch (error) {
      return (error as RefbudgetError).diagnostics.map(({ code, hint }) => `${code}: ${hint ?? ''}`);
    }
  };
  const kind = harbour.model.incomes.find((one) => one.for === 'person')!.id;
  const own = harbour.model.incomes.find((one) => one.for === 'household')?.id;

  test('says what is wrong with its name, and what to write', () => {
    expect(refused(`${kind}s@ada`)).toEqual([`unknown-kind: Did you mean "${kind}"?`]);
    expect(refused(`${kind}@adda`)).toEqual(['unknown-person: Did you mean "ada"?']);
    expect(refused(kind)).toEqual([`whose-income: Write ${kind}@ada or ${kind}@bo.`]);
    if (own !== undefined) expect(refused(`${own}@ada`)).toEqual([`not-a-persons: Write ${own} alone.`]);
  });

  test('leaves of each step what the balance gains, and with a policy its aid beside it', () => {
    const policy = harbour.model.policies[0]!.id;
    const { steps } = aidBesideWage(harbour, couple, `${kind}@ada`, { month, policy, to: 600, step: 200 });
    expect(steps.map(({ amount }) => amount)).toEqual(['0.00', '200.00', '400.00', '600.00']);
    steps.forEach((step, i) => {
      const before = steps[i - 1];
      expect(step.kept).toBe(before === undefined ? null : (Number(step.balance) - Number(before.balance)).toFixed(2));
      expect(Number(step.withAid?.balance)).toBeCloseTo(Number(step.balance) + Number(step.withAid?.pays), 9);
    });
  });

  test('is not tried upside down, nor without end', () => {
    const tried = (from: number, to: number, step: number) => () =>
      aidBesideWage(harbour, couple, `${kind}@ada`, { month, from, to, step });
    expect(tried(100, 0, 10)).toThrow(RefbudgetError);
    expect(tried(0, 1e9, 1)).toThrow(RefbudgetError);
    expect(tried(0, 100, 0)).toThrow(RefbudgetError);
  });
});
