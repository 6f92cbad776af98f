import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGINE } from '../../src/assessment/engine.js';

test('the engine in a document is the package', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  expect(ENGINE).toEqual({ name, version });
});

test('the changelog has an entry for this version', () => {
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${ENGINE.version}`);
});
