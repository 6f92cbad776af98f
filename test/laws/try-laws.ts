import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Law } from '../../src/testing/index.js';
import { packOf, type PACKS } from '../fixtures/packs.js';
import { DEEP, DEEP_HOUSEHOLDS, SEED } from '../fixtures/runs.js';
import { testing } from './bundled.js';

const { failureText, laws } = await testing();

/** A law is tried on 1,000 households of a pack in `npm test` and on 20,000 in `test:deep`; runs, where one is not one household: */
const RUNS: Readonly<Record<string, { readonly quick: number; readonly deep: number }>> = {
  // Together the 1,000 (20,000). With levers the reference evaluator runs again for each lever: some seconds for ten.
  'evaluators-agree': { quick: 950, deep: 19_500 },
  'evaluators-agree-with-levers': { quick: 50, deep: 500 },
  // A run is a batch of 1 to 40 households, 20 on the whole.
  'single-equals-population': { quick: 50, deep: 1_000 },
  'need-under-policy': { quick: 50, deep: 1_000 },
  // A run takes four households.
  'same-bytes': { quick: 250, deep: 5_000 },
};
const OTHERS = { quick: 1_000, deep: 20_000 };

function runsOf({ id }: Law): number {
  const { quick, deep } = RUNS[id] ?? OTHERS;
  return DEEP ? Math.ceil((deep * DEEP_HOUSEHOLDS) / OTHERS.deep) : quick;
}

/** Laws that need the reference evaluator are the slow half. */
type Half = 'by reference' | 'others';

function halfOf({ id }: Law): Half {
  return id.startsWith('evaluators-agree') ? 'by reference' : 'others';
}

/** Half of the laws on one pack; a file a half, so that they run side by side. */
export function tryLaws(which: (typeof PACKS)[number], half: Half): void {
  const pack = packOf(which);
  const chosen = laws(pack).filter((law) => halfOf(law) === half);
  describe(`the laws hold on ${which}, seed ${SEED}`, () => {
    test.each(chosen.map((law) => [law.says, law] as const))(
      '%s',
      async (_, law) => {
        const numRuns = runsOf(law);
        const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, {
          numRuns,
          seed: SEED,
          maxSkipsPerRun: 200,
        });
        expect(result.failed ? failureText(result as fc.RunDetails<unknown>) : `seed ${SEED}`).toBe(`seed ${SEED}`);
        expect(result.numRuns).toBe(numRuns);
      },
      DEEP ? 7_200_000 : 600_000,
    );
  });
}
