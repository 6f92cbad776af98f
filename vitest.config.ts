import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Without a cache of durations the largest files come first; the laws are short files that take longest. */
class LawsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLaw = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/laws/');
    return [...sorted.filter(isLaw), ...sorted.filter((file) => !isLaw(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LawsFirst },
  },
});
