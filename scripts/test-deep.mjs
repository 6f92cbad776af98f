/**
 * The laws on 20,000 households of each pack and 1,000 generated packs, with and without values that cannot be had, then the
 * whole suite on Node 24 where it is installed below `.cache/node24`. Parts that are named run alone:
 * `npm run test:deep -- be node24` takes up again what was stopped or failed, with the seed that was printed in
 * `REFBUDGET_SEED`. `REFBUDGET_DEEP` is the number of households.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';

const NODE_24 = resolve('.cache/node24/node_modules/.bin');
const HOUSEHOLDS = process.env['REFBUDGET_DEEP'] ?? '20000';
const SEED = process.env['REFBUDGET_SEED'] ?? String(Date.now() % 2 ** 31);

/** A file of tests a part; they run side by side, as many as there are processors. */
const FILES = {
  be: 'test/laws/be.test.ts',
  'be-by-reference': 'test/laws/be-by-reference.test.ts',
  harbour: 'test/laws/harbour.test.ts',
  'harbour-by-reference': 'test/laws/harbour-by-reference.test.ts',
  sweden: 'test/laws/sweden.test.ts',
  'sweden-by-reference': 'test/laws/sweden-by-reference.test.ts',
  generated: 'test/agreement/generated.test.ts',
  faults: 'test/agreement/faults.test.ts',
};
const PARTS = [...Object.keys(FILES), 'node24'];

const named = process.argv.slice(2);
const unknown = named.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}. The parts are ${PARTS.join(', ')}.`);
  process.exit(2);
}
const parts = named.length > 0 ? named : PARTS;

/** Runs vitest with a Node; true when everything held. */
function suite(title, node, args, env) {
  console.log(`\n${title}`);
  const started = performance.now();
  const { status } = spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${title} (${seconds} s)`);
  return status === 0;
}

function deepTests() {
  const files = parts.filter((part) => part in FILES).map((part) => FILES[part]);
  if (files.length === 0) return true;
  return suite(
    `Laws on ${HOUSEHOLDS} households of each pack, seed ${SEED}`,
    process.execPath,
    ['--reporter=verbose', ...files],
    { REFBUDGET_DEEP: HOUSEHOLDS, REFBUDGET_SEED: SEED },
  );
}

/** As `npm test` runs it: no deep run, the usual seed. */
function onNode24() {
  if (!parts.includes('node24')) return true;
  const node24 = resolve(NODE_24, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node24)) {
    console.log(
      '\nThe suite on Node 24: SKIPPED, it is not installed (npm i --prefix .cache/node24 --no-save node@24)',
    );
    return true;
  }
  return suite('The suite on Node 24', node24, [], {
    PATH: `${NODE_24}${delimiter}${process.env['PATH'] ?? ''}`,
    REFBUDGET_DEEP: undefined,
    REFBUDGET_SEED: undefined,
  });
}

const held = [deepTests(), onNode24()];
process.exitCode = held.every(Boolean) ? 0 : 1;
