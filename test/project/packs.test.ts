import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedModules } from '../../scripts/build-packs.mjs';

test('the shipped packs are linked from the YAML files as they are now', async () => {
  for (const [path, text] of await generatedModules())
    expect(readFileSync(path, 'utf8') === text, `${path} is stale: npm run build`).toBe(true);
});
