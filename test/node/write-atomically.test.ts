import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

test('what a file allowed whom stays, and a link to it stays a link', () => {
  const [file, link] = [join(folder, 'a.yaml'), join(folder, 'link.yaml')];
  writeFileSync(file, 'first');
  chmodSync(file, 0o660);
  symlinkSync(file, link);
  writeAtomically(link, 'second');
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(statSync(file).mode & 0o777).toBe(0o660);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test('a file that may only be read is not replaced', () => {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, 'first');
  chmodSync(file, 0o444);
  expect(() => writeAtomically(file, 'second')).toThrow(/may only be read/);
  expect(readFileSync(file, 'utf8')).toBe('first');
});

test('a folder that does not exist is told, without a stack', () => {
  const write = (): void => writeAtomically(join(folder, 'no', 'a.json'), 'x');
  expect(write).toThrow(RefbudgetError);
  expect(write).toThrow(/cannot be written \(ENOENT\)/);
});
