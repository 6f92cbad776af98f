import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureText, laws } from '../../src/testing/index.js';
import { DEEP, PACKS, packOf, SEED } from './packs.js';

/** How many households a law is tried on; those that assess by reference are slow. */
const RUNS: Readonly<Record<string, number>> = {
  'evaluators-agree': 950,
  'evaluators-agree-with-levers': 50,
  'every-document-verifies': 40,
};
const OTHERS = 300;

describe.each(PACKS)('the laws hold on $id', (which) => {
  const pack = packOf(which);
  test.each(laws(pack).map((law) => [law.says, law] as const))(
    '%s',
    async (_, law) => {
      const numRuns =
        (RUNS[law.id] ?? OTHERS) *
        (DEEP ? (law.id.startsWith('evaluators') ? (law.id.endsWith('levers') ? 10 : 20) : 20) : 1);
      const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, {
        numRuns,
        seed: SEED,
        endOnFailure: DEEP,
      });
      expect(result.failed ? failureText(result as fc.RunDetails<unknown>) : `seed ${SEED}`).toBe(`seed ${SEED}`);
    },
    DEEP ? 7_200_000 : 240_000,
  );
});
