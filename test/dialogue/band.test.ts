import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepared } from '../../src/assessment/prepared.js';
import { totals } from '../../src/compiled/totals/totals.js';
import { bandOf } from '../../src/dialogue/band.js';
import { eliminate } from '../../src/dialogue/eliminate.js';
import { tablesOf } from '../../src/dialogue/tables.js';
import { sceneOf } from '../../src/dialogue/unknowns.js';
import type { Household } from '../../src/household/household.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { monthOf, mustRead } from '../../src/household/read.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { households } from '../../src/testing/index.js';
import { generatedPack } from '../agreement/generated-pack.js';
import { loadPack } from '../../src/language/load.js';
import { PACKS, packOf } from '../fixtures/packs.js';
import { DEEP, SEED } from '../fixtures/runs.js';
import { tinyFiles } from '../language/tiny-pack.js';
import { completionsOf, everyCompletion } from './completions.js';

const RUNS: Readonly<Record<string, number>> = { be: 12, harbour: 60, sweden: 30 };

function read(
  pack: Pack<HouseholdInput>,
  input: HouseholdInput,
): { household: Household; program: ReturnType<typeof prepared>['program'] } {
  const month = monthOf(pack.model, input);
  if (!month.ok) throw new Error('no month');
  const { program, reader } = prepared(pack.model, month.value, null);
  return { household: mustRead(reader, input), program };
}

/** The balance of each household the pack has a value for. */
function balancesOf(program: ReturnType<typeof prepared>['program'], all: readonly Household[]): number[] {
  return all.flatMap((one) => {
    try {
      return [totals(program, one).balance];
    } catch (error) {
      if (error instanceof RefbudgetError) return [];
      throw error;
    }
  });
}

/** How far beyond the band the farthest balance of some completions lies; 0 = inside. */
function beyond(pack: Pack<HouseholdInput>, input: HouseholdInput, seed: number, cut = 0): number {
  const { household, program } = read(pack, input);
  const scene = sceneOf(pack.model, household);
  const band = bandOf(tablesOf(program, scene));
  const narrow = (cut * (band.hi - band.lo)) / 2;
  const balances = balancesOf(program, [household, ...completionsOf(scene, 12, seed)]);
  return Math.max(0, ...balances.map((one) => Math.max(band.lo + narrow - one, one - band.hi + narrow)));
}

describe.each(PACKS)('the band of %s', (one) => {
  const pack = packOf(one);
  test('holds the balance of every completion, whatever is said of what was unknown', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(households(pack), fc.nat(), (household, seed) => {
        const by = beyond(pack, household, seed);
        if (by > 0) throw new Error(`a balance lies ${by} steps outside the band`);
      }),
      { numRuns: (RUNS[one] ?? 20) * (DEEP ? 50 : 1), seed: SEED },
    );
  });
});

test('a bill or a judgement stands in for a line worth nothing only where that line is there', () => {
  const pack = packOf('be');
  const household: HouseholdInput = {
    month: '2024-06',
    persons: [{ role: 'head', age: 30 }],
    dwelling: { region: 'flanders', share: '0' },
    incomes: [],
  };
  const judged = { line: 'housing.fire-insurance', amount: 1000, reason: 'seen', by: 'worker' };
  for (const standing of [{ bills: { 'fire-insurance': 1000 } }, { overrides: [judged] }])
    expect([1, 2, 3].map((seed) => beyond(pack, { ...household, ...standing }, seed))).toEqual([0, 0, 0]);
});

test('an income is told apart by its value where a line tells the same stretches of it apart', () => {
  const loaded = loadPack(
    tinyFiles(`source: s
facts: { person.age: { required: yes, assume-months: 6, ask: How old? } }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
needs:
  food.daily: { for: person, pays: living, index: none, presence: full, when: { person.income.wage: { below: 55 } }, amount: 50 EUR/month }
`),
    { pack: 'x' },
  );
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  const household = { month: '2024-06', persons: [{ id: 'a', role: 'head', age: 40 }] } as unknown as HouseholdInput;
  const pack = loaded.value as Pack<HouseholdInput>;
  const { program, household: said } = read(pack, household);
  expect(bandOf(tablesOf(program, sceneOf(pack.model, said)))).toMatchObject({ lo: -5000, hi: 600_000 });
});

test('a band that were a half narrower would not hold them', () => {
  const pack = packOf('harbour');
  const drawn = fc.sample(households(pack), { numRuns: 20, seed: 1 });
  expect(drawn.some((household, i) => beyond(pack, household, i, 0.5) > 0)).toBe(true);
});

/** All but a few facts said: what is left can be tried out. */
function nearlyComplete(pack: Pack<HouseholdInput>, input: HouseholdInput, seed: number, left: number): Household[] {
  const { household } = read(pack, { ...input, incomes: input.incomes ?? [], 'incomes-complete': 'yes' });
  const scene = sceneOf(pack.model, household);
  const open = [...scene.unknowns.values()].slice(seed % 7).slice(0, left);
  const [complete] = completionsOf(
    { ...scene, unknowns: new Map([...scene.unknowns].filter(([, one]) => !open.includes(one))) },
    1,
    seed,
  );
  return complete === undefined ? [] : [complete];
}

test('both ends of the band are reached where all that is unknown can be tried out', { timeout: 300_000 }, () => {
  const pack = packOf('harbour');
  let tried = 0;
  fc.assert(
    fc.property(households(pack), fc.nat(1000), (input, seed) => {
      for (const household of nearlyComplete(pack, input, seed, 3)) {
        const { program } = prepared(pack.model, household.month, null);
        const scene = sceneOf(pack.model, household);
        const all = everyCompletion(scene, 2_000);
        if (all === null) continue;
        const balances = balancesOf(program, all);
        if (balances.length < all.length || all.length < 2) continue;
        const { tables, sizes } = tablesOf(program, scene);
        const { lo, hi, exact } = eliminate(tables, sizes);
        expect(exact).toBe(true);
        expect([lo, hi]).toEqual([Math.min(...balances), Math.max(...balances)]);
        tried++;
      }
    }),
    { numRuns: 120, seed: SEED },
  );
  expect(tried).toBeGreaterThan(15);
});

test('the band holds on random rule bases of every construct', { timeout: 300_000 }, () => {
  for (let seed = 1; seed <= (DEEP ? 400 : 25); seed++) {
    const loaded = loadPack(generatedPack(seed), { pack: 'drawn' });
    if (!loaded.ok) throw new Error(loaded.errors.map((error) => error.message).join('\n'));
    const pack = loaded.value as Pack<HouseholdInput>;
    for (const [i, household] of fc.sample(households(pack), { numRuns: 6, seed }).entries())
      expect([seed, i, beyond(pack, household, seed + i)]).toEqual([seed, i, 0]);
  }
});
