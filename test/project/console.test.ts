import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pages, printed, shownIn } from '../../scripts/console-blocks.js';

/** README and cases; when prices change, `npm run readme` writes them anew. */
describe.each(pages())('what %s shows is what its commands print', (page) => {
  test.each(shownIn(readFileSync(page, 'utf8')).map(({ command, output }) => [command, output] as const))(
    '%s',
    async (command, output) => {
      expect(await printed(command)).toBe(output);
      for (const line of output.split('\n')) expect(Array.from(line).length, line).toBeLessThanOrEqual(80);
    },
  );
});
