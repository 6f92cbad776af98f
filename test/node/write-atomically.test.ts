import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import { writeAtomically } from '../../src/node/write-atomically.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'write-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is replaced as a whole and nothing is left beside it', () => {
  const file = join(folder, 'a.json');
  writeAtomically(file, 'first');
  writeAtomically(file, 'é'.repeat(200_000));
  expect(readFileSync(file, 'utf8')).toBe('é'.repeat(200_000));
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('a folder that does not exist is told, without a stack', () => {
  const write = (): void => writeAtomically(join(folder, 'no', 'a.json'), 'x');
  expect(write).toThrow(RefbudgetError);
  expect(write).toThrow(/cannot be written \(ENOENT\)/);
});
