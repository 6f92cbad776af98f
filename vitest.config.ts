import { dirname, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { moduleOf } from './scripts/modules.mjs';

/** What takes longest, in order: begun last, one of them would run on when the other processor has no more to do. */
const LONGEST = [
  'laws/be',
  'laws/be-by-reference',
  'laws/harbour',
  'laws/harbour-by-reference',
  'laws/sweden',
  'laws/sweden-by-reference',
  'project/readme',
  'project/console',
  'comparison/compare',
  'verify/mutation',
  'explain/report/browser',
  'cli/ask/ask',
  'comparison/needed-income',
  'explain/decisive',
  'project/packs',
  'dialogue/band',
  'language/checks/possible-values',
  'agreement/generated',
  'package/consumer',
].map((name) => `/test/${name}.test.ts`);

/** A fresh clone has no cache of durations, and the order of sizes says little: the laws are short files. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What a test imports from `src` is the module made of it, which Node imports by itself. */
const asModules: Plugin = {
  name: 'src-as-modules',
  enforce: 'pre',
  resolveId: (imported, importer) =>
    importer !== undefined && imported.startsWith('.') ? moduleOf(resolve(dirname(importer), imported)) : null,
};

/** Short tests are over before much of what the V8 of Node 20 optimises pays; later ones know no such flag. */
const PATIENT = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=400000'] : [];

/**
 * Documents with their traces are large and soon forgotten: a large nursery collects them for less, provided that nothing
 * in it is born old (else V8 puts what outlived some collections beside the old, and all it points to is kept with it), and
 * where each processor has tests to run, helpers of the collector only get in the way.
 */
const MEMORY = [
  '--min-semi-space-size=128',
  '--max-semi-space-size=128',
  '--no-allocation-site-pretenuring',
  '--single-threaded-gc',
];

const LAWS = 'test/laws/*.test.ts';

export default defineConfig({
  plugins: [asModules],
  test: {
    globalSetup: ['test/fixtures/modules.ts'],
    server: { deps: { external: [/\/\.cache\/modules\//] } },
    pool: 'forks',
    maxWorkers: 2,
    execArgv: MEMORY,
    sequence: { sequencer: LongestFirst },
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
          execArgv: [...MEMORY, ...PATIENT],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
