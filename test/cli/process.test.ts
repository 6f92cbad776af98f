import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANNA, fileWith, ISLE, refbudget } from './run.js';

const COMMAND = ['dist/cli/main.js'];
/** Newer Nodes warn where both variables are there. */
const { FORCE_COLOR: _, ...inherited } = process.env;
const env = { ...inherited, NO_COLOR: '1' };

describe('the command in a process of its own', () => {
  test('writes data to stdout and notes to stderr', () => {
    const ran = spawnSync(process.execPath, [...COMMAND, 'assess', ANNA, ...ISLE, '--lang', 'en'], {
      encoding: 'utf8',
      env,
    });
    expect(ran.stdout).toContain('Reference budget for June 2024');
    expect(ran.stderr).toBe('The month is taken from the household: 2024-06.\n');
    expect(ran.status).toBe(0);
  });

  test.each([
    ['assess', ANNA, ...ISLE, '--format', 'json'],
    ['explain', ANNA, 'need', ...ISLE, '--lang', 'en'],
    ['assess', fileWith('month: 2024-06\npersons: [{ id: anna, role: head, age: old }]\n'), ...ISLE],
    ['assess', ANNA, ...ISLE, '--month', '1999-01'],
  ])('says what it says in this process, with its witness in another thread: %s %s', async (...args) => {
    const ran = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8', env });
    expect({ exit: ran.status, out: ran.stdout, notes: ran.stderr }).toEqual(await refbudget(...args));
  });

  test('assesses and verifies what is piped in', () => {
    const piped = (input: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8', env, input });
    const written = piped(readFileSync(ANNA, 'utf8'), 'assess', '-', ...ISLE, '--format', 'json');
    expect([written.status, written.stderr]).toEqual([0, 'The month is taken from the household: 2024-06.\n']);
    const verified = piped(written.stdout, 'verify', '-', ...ISLE);
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    const wrong = piped('month: 2024-06\npersons: [{ role: head, age: old }]\n', 'assess', '-', ...ISLE);
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain('standard input:2:30');
    expect(piped('', 'ask', '-', ...ISLE).stderr).toContain('ask keeps its answers in a file');
  });

  test('leaves stdout empty when it fails', () => {
    const ran = spawnSync(process.execPath, [...COMMAND, 'assess', 'nowhere.yaml', ...ISLE], { encoding: 'utf8', env });
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('error[not-found]');
  });

  test('does not fail when its reader stops reading', async () => {
    const child = spawn(process.execPath, [...COMMAND, 'schema', 'pack'], { env });
    child.stdout.destroy();
    let notes = '';
    child.stderr.on('data', (chunk: Buffer) => (notes += chunk.toString()));
    const exit = await new Promise((resolve) => child.on('close', resolve));
    expect([exit, notes]).toEqual([0, '']);
  });
});
