/**
 * Compares both evaluators on many households of each pack; prints counts and the seed.
 * `npm run agreement -- [COUNT] [SEED] [PACK] [FROM]`. Households come in blocks of 100, each with a seed of its own, and
 * the progress on stderr names the block that comes next: FROM takes a run that was broken off up again there.
 */
import fc from 'fast-check';
import { evaluatorsAgree, failureText } from '../src/testing/index.js';
import { PACKS, packOf } from '../test/fixtures/packs.js';

const BLOCK = 100;
const count = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const only = process.argv[4];
const from = Number(process.argv[5] ?? 0);

/** Households of one kind, block after block; false at the first difference. */
async function agree(which: (typeof PACKS)[number], withLevers: boolean, total: number): Promise<boolean> {
  const name = `${which}${withLevers ? ' with levers' : ''}`;
  const law = evaluatorsAgree(packOf(which), withLevers);
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  let equal = 0;
  for (let block = from; block * BLOCK < total; block++) {
    const numRuns = Math.min(BLOCK, total - block * BLOCK);
    const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, { numRuns, seed: seed + block });
    if (result.failed) {
      console.log(`${name}: DIFFERENT after ${equal + result.numRuns} households, seed ${seed}, block ${block}`);
      console.log(failureText(result as fc.RunDetails<unknown>));
      return false;
    }
    equal += result.numRuns;
    if (total > BLOCK)
      console.error(`${name}: ${equal} of ${total - from * BLOCK} equal, ${seconds()}, next block ${block + 1}`);
  }
  console.log(`${name}: equal on ${equal} households, seed ${seed}, ${seconds()}`);
  return true;
}

for (const which of PACKS.filter((id) => only === undefined || id === only))
  for (const withLevers of [false, true]) {
    const total = withLevers ? Math.max(1, Math.round(count / 40)) : count;
    if (!(await agree(which, withLevers, total))) process.exitCode = 1;
  }
