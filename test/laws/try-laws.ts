import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureText, laws } from '../../src/testing/index.js';
import { DEEP, packOf, SEED, type PACKS } from './packs.js';

/** How many households a law is tried on; those that assess by reference are slow. */
const RUNS: Readonly<Record<string, number>> = {
  'evaluators-agree': 950,
  'evaluators-agree-with-levers': 50,
  'every-document-verifies': 40,
};
const OTHERS = 300;

/** All laws on one pack; a file a pack, so that they run side by side. */
export function tryLaws(which: (typeof PACKS)[number]): void {
  const pack = packOf(which);
  describe(`the laws hold on ${which.id}`, () => {
    test.each(laws(pack).map((law) => [law.says, law] as const))(
      '%s',
      async (_, law) => {
        const numRuns =
          (RUNS[law.id] ?? OTHERS) *
          (DEEP ? (law.id.startsWith('evaluators') ? (law.id.endsWith('levers') ? 10 : 20) : 20) : 1);
        const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, {
          numRuns,
          seed: SEED,
          endOnFailure: true,
        });
        expect(result.failed ? failureText(result as fc.RunDetails<unknown>) : `seed ${SEED}`).toBe(`seed ${SEED}`);
      },
      DEEP ? 7_200_000 : 240_000,
    );
  });
}
