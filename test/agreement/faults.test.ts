import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeAssess } from '../../src/assessment/assess.js';
import type { Assessment } from '../../src/assessment/document.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { loadPack } from '../../src/language/load.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { agreeOn, failureText, households } from '../../src/testing/index.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';
import { DEEP, DEEP_HOUSEHOLDS, SEED } from '../fixtures/runs.js';
import { tiny } from '../reference/tiny.js';
import { generatedPack } from './generated-pack.js';

const PACKS = DEEP ? Math.ceil(DEEP_HOUSEHOLDS / 20) : 40;
const HOUSEHOLDS = 4;

const refuses = async (run: () => Promise<Assessment>): Promise<boolean> => {
  try {
    await run();
    return false;
  } catch (error) {
    if (error instanceof RefbudgetError) return true;
    throw error;
  }
};

/** A price that a tent has none of, a table that is asked with it, and what reads that. */
const readBy = (sections: string): Pack => tiny(PRICES + sections);
const PRICES = `
facts: { dwelling.kind: { type: one-of, values: [flat, tent], assume: tent, ask: "What kind?" } }
tables:
  heat.price: { unit: EUR/month, by: [dwelling.kind], hit: first, rows: [[flat, 5], [any, none]] }
  heat.class: { unit: EUR/month, by: [household.price], rows: [["..<50", 10], ["50..", 20]] }
derive: { household.price: { value: heat.price * 2 }, household.class: { value: heat.class } }
needs: { food.a: { for: household, pays: living, amount: 5 EUR/month, label: Food } }
`;
const LEVER = `levers:
  warm:
    for: household
    when: { household.class: "..<50" }
    assume: { dwelling.kind: flat }
    apply: { where: Town hall, by: any time }
    label: Warm`;

test.each([
  ['nobody', false, ''],
  ['a lever', false, LEVER],
  ['a notice', true, 'notices: { cold: { when: { household.class: "..<50" }, text: Cold } }'],
  ['a figure', true, 'figures: { heat: { unit: EUR/month, value: household.class } }'],
])('a price that cannot be had, read by %s, is told without a trace: %s', async (_, told, sections) => {
  const pack = readBy(sections);
  const household = { persons: [{ id: 'a', role: 'head', age: 40 }] };
  for (const trace of ['none', 'full'] as const) {
    const options = { month: '2024-07', levers: 'none', trace } as const;
    const expected = told || trace === 'full';
    expect([trace, 'compiled', !safeAssess(pack, household, options).ok]).toEqual([trace, 'compiled', expected]);
    expect(await refuses(() => assessByReference(pack, household, options))).toBe(expected);
  }
});

test(
  'both evaluators refuse the same households where a pack has numbers that cannot be had, with a trace and without',
  async () => {
    let refused = 0;
    let assessed = 0;
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      const loaded = loadPack(generatedPack(seed, { faults: true }), { pack: 'drawn' });
      if (!loaded.ok) throw new Error(loaded.errors.map((error) => error.message).join('\n'));
      const pack = loaded.value as Pack<HouseholdInput>;
      for (const household of fc.sample(households(pack), { numRuns: HOUSEHOLDS, seed })) {
        for (const trace of ['none', 'full'] as const) {
          const options = {
            policy: seed % 3 === 0 ? 'town' : null,
            levers: (['alone', 'chain', 'none'] as const)[Math.min(seed % 5, 2)]!,
            trace,
          };
          const told = safeAssess(pack, household, options);
          const byReference = await refuses(() => assessByReference(pack, household, options));
          expect([trace, byReference]).toEqual([trace, !told.ok]);
          if (told.ok) await agreeOn(pack, household, options);
          if (told.ok) assessed++;
          else refused++;
        }
      }
    });
    const result = await fc.check(property, { numRuns: PACKS, seed: SEED, endOnFailure: true });
    expect(result.failed ? failureText(result as fc.RunDetails<unknown>) : 'equal').toBe('equal');
    expect(Math.min(refused, assessed)).toBeGreaterThan(PACKS);
  },
  DEEP ? 7_200_000 : 240_000,
);
