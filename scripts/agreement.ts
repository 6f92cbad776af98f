/** Compares both evaluators on many households of each pack; prints counts and the seed. `npm run agreement -- [COUNT] [SEED] [PACK]`. */
import fc from 'fast-check';
import { evaluatorsAgree, failureText } from '../src/testing/index.js';
import { PACKS, packOf } from '../test/laws/packs.js';

const count = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const only = process.argv[4];

for (const which of PACKS.filter(({ id }) => only === undefined || id === only)) {
  const pack = packOf(which);
  for (const withLevers of [false, true]) {
    const numRuns = withLevers ? Math.max(1, Math.round(count / 20)) : count;
    const started = performance.now();
    const law = evaluatorsAgree(pack, withLevers);
    const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, { numRuns, seed });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${which.id}${withLevers ? ' with levers' : ''}: ${result.failed ? 'DIFFERENT' : 'equal'} on ${result.numRuns} households, seed ${seed}, ${seconds} s`,
    );
    if (result.failed) {
      console.log(failureText(result as fc.RunDetails<unknown>));
      process.exitCode = 1;
    }
  }
}
