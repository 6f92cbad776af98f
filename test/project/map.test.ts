import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const map = readFileSync('docs/map.md', 'utf8');
const folders = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(entry.parentPath, entry.name))
  // a folder that holds data alone belongs to the room above it
  .filter((folder) => readdirSync(folder).some((name) => name.endsWith('.ts')));

test.each(folders)('the map names %s', (folder) => {
  expect(map).toContain(`\`${folder}/\``);
});

test('the map names no folder of src that is gone', () => {
  const named = [...map.matchAll(/`(src\/[a-z/-]+)\/`/g)].map((match) => match[1]);
  expect(named.filter((folder) => !folders.includes(folder ?? ''))).toEqual([]);
});

test('the map is a page, not a book', () => {
  expect(map.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
});
