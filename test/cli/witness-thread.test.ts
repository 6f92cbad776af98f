import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/cli/outcome.js';
import { run } from '../../src/cli/program.js';
import type { Witness } from '../../src/cli/witness.js';
import { witnessThread } from '../../src/cli/witness-thread.js';
import { assessment, pack } from '../fixtures/isle.js';
import { ANNA, fileWith, ISLE } from './run.js';

const ASKED_AND_GONE = `import { parentPort } from 'node:worker_threads';
parentPort.once('message', () => process.exit(8));`;

const threaded = (): Witness => witnessThread(pathToFileURL('dist/cli/witness-worker.js'));

function assessed(startWitness: (() => Witness) | undefined, ...more: readonly string[]): Promise<Outcome> {
  return run(['assess', ANNA, ...ISLE, '--lang', 'en', ...more], false, startWitness);
}

test.each([
  [0, 'as text', ['--format', 'text']],
  [0, 'as JSON', ['--format', 'json']],
  [0, 'for each month of a span', ['--months', '2024-05..2024-07', '--format', 'json']],
  [2, 'of an unknown policy', ['--policy', 'nobody']],
] as const)('exit code %s: with the witness in a thread the same is said %s', async (exit, _, options) => {
  const said = await assessed(threaded, ...options);
  expect(said).toEqual(await assessed(undefined, ...options));
  expect(said.exit).toBe(exit);
});

test('questions asked at once each get their own answer', async () => {
  const witness = threaded();
  const months = ['2024-05', '2024-06', '2024-07'] as const;
  const { month: _, ...household } = assessment.input!;
  const answers = await Promise.all(months.map((month) => witness(pack, household, { month })));
  expect(answers.map((one) => (one.ok ? one.value.month : one.errors))).toEqual(months);
});

test('nothing is printed when the thread computed something else', async () => {
  const ofAnotherPack = (): Witness => {
    const witness = threaded();
    return (given, ...more) => witness({ ...given, digest: 'sha256:another' }, ...more);
  };
  const { exit, out, notes } = await assessed(ofAnotherPack);
  expect([exit, out]).toEqual([3, '']);
  expect(notes).toContain('error[evaluators-differ]');
  expect(notes).toMatch(/pack\.digest: "sha256:\w+" and "sha256:another"/);
});

test.each([
  ['ends', 'process.exit(7)', 'ended with code 7'],
  ['ends once it is asked', ASKED_AND_GONE, 'ended with code 8'],
  ['fails', "throw new Error('no such engine')", 'no such engine'],
])('a thread that %s is a fault of ours, without waiting for ever', async (_, code, message) => {
  const worker = pathToFileURL(fileWith(code, 'mjs'));
  const { exit, out, notes } = await assessed(() => witnessThread(worker));
  expect([exit, out]).toEqual([3, '']);
  expect(notes).toContain('fault[internal]');
  expect(notes).toContain(message);
});
