import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The laws by how long they take, so that two processors end together. */
const LONGEST = ['be', 'be-by-reference', 'harbour', 'harbour-by-reference'];

/** Without a cache of durations the largest files come first; the laws are short files that take longest. */
class LawsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const laws = sorted.filter(({ project }) => project.name === 'laws');
    const placeOf = ({ moduleId }: TestSpecification): number =>
      LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    const longest = laws.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
    const first = new Set([...longest, ...laws]);
    return [...first, ...sorted.filter((file) => !first.has(file))];
  }
}

const LAWS = 'test/laws/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Documents with their traces are large and soon forgotten: a large nursery collects them for less, provided that
    // nothing in it is born old (else V8 puts what outlived some collections beside the old, and all it points to is kept
    // with it), and where each processor has tests to run, helpers of the collector only get in the way.
    execArgv: [
      '--min-semi-space-size=128',
      '--max-semi-space-size=128',
      '--no-allocation-site-pretenuring',
      '--single-threaded-gc',
    ],
    sequence: { sequencer: LawsFirst },
    projects: [
      /** Long runs of much memory: a process each, and the code bundled, which is a quarter faster. */
      {
        extends: true,
        test: { name: 'laws', include: [LAWS], globalSetup: ['test/laws/bundled.ts'], testTimeout: 600_000 },
      },
      /** Many short files that import the same modules: no file changes what another sees, so they share processes. */
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['test/**/*.test.ts'],
          exclude: [LAWS],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
