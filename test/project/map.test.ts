import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const map = readFileSync('docs/map.md', 'utf8');
const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(folders.map((folder) => folder.name))('the map names src/%s', (name) => {
  expect(map).toContain(`src/${name}/`);
});

test('the map is a page, not a book', () => {
  expect(map.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
});
