import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/language/load.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { agreeOn, failureText, households } from '../../src/testing/index.js';
import { DEEP, DEEP_HOUSEHOLDS, SEED } from '../fixtures/runs.js';
import { generatedPack } from './generated-pack.js';

const PACKS = DEEP ? Math.ceil(DEEP_HOUSEHOLDS / 20) : 60;
const HOUSEHOLDS = 6;

test(
  'both evaluators agree on generated packs of every construct',
  async () => {
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      const loaded = loadPack(generatedPack(seed), { pack: 'drawn' });
      if (!loaded.ok) throw new Error(loaded.errors.map((error) => error.message).join('\n'));
      const pack = loaded.value as Pack<HouseholdInput>;
      for (const household of fc.sample(households(pack), { numRuns: HOUSEHOLDS, seed })) {
        await agreeOn(pack, household, {
          policy: seed % 3 === 0 ? 'town' : null,
          levers: seed % 5 === 0 ? 'chain' : 'none',
          trace: 'full',
        });
      }
    });
    const result = await fc.check(property, { numRuns: PACKS, seed: SEED, endOnFailure: true });
    expect(result.failed ? failureText(result as fc.RunDetails<unknown>) : 'equal').toBe('equal');
  },
  DEEP ? 7_200_000 : 240_000,
);
