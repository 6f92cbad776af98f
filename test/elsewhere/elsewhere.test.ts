import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A pack copied to a temporary folder and changed there: the code stays as it is. */
const root = mkdtempSync(join(tmpdir(), 'refbudget-elsewhere-'));
const cli = resolve('dist/cli/main.js');
const household = join(root, 'anna.yaml');

function refbudget(...args: string[]): string {
  return execFileSync('node', [cli, ...args, '--root', root, '--pack', 'isle'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function change(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

beforeAll(() => {
  cpSync('test/packs/isle', root, { recursive: true });
  cpSync('test/packs/isle/households/anna.yaml', household);
  change('baskets/isle/baskets.yaml', '[18.., 6.90]', '[18.., 7.90]');
  change(
    'rules/isle/pack.yaml',
    'policies:',
    'scenarios:\n  dearer-food:\n    month: 2024-06\n    household: { persons: [{ id: a, role: head, age: 40 }], incomes: [] }\n    expect: { line.food.daily@a: 240.29 }\n\npolicies:',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a pack changed in a folder of its own', () => {
  test('is checked', () => expect(() => refbudget('check')).not.toThrow());
  test('runs its scenarios', () => expect(refbudget('test')).toMatch(/1 passed/));
  test('gives a schema of its households', () =>
    expect(JSON.parse(refbudget('schema', 'household'))).toHaveProperty('properties.persons'));
  test('assesses with the new price', () => {
    const document = JSON.parse(refbudget('assess', household, '--format', 'json')) as {
      needs: { lines: { id: string; reference: string }[] };
    };
    expect(document.needs.lines.find((line) => line.id === 'food.daily@anna')?.reference).toBe('228.28');
  });
  test('explains the new price with its place', () =>
    expect(refbudget('explain', household, 'food.daily@anna', '--audience', 'researcher', '--lang', 'en')).toMatch(
      /7\.90[\s\S]*baskets\/isle\/baskets\.yaml:\d+/,
    ));
  test('verifies what it assessed, and refuses what another pack did', () => {
    const file = join(root, 'a.json');
    writeFileSync(file, refbudget('assess', household, '--format', 'json'));
    expect(() => refbudget('verify', file)).not.toThrow();
    change('baskets/isle/baskets.yaml', '[18.., 7.90]', '[18.., 8.90]');
    expect(spawnSync('node', [cli, 'verify', file, '--root', root, '--pack', 'isle']).status).toBe(1);
  });
});
