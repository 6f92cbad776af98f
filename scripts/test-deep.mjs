/** The laws on 20,000 households of each pack, then the whole suite on Node 24 where it is installed below `.cache/node24`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';

const NODE_24 = resolve('.cache/node24/node_modules/.bin');
const seed = process.env['REFBUDGET_SEED'] ?? String(Date.now() % 2 ** 31);

/** Runs vitest with a Node; true when everything held. */
function suite(title, node, args, env) {
  console.log(`\n${title}`);
  const { status } = spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const laws = suite(`Laws on 20,000 households of each pack, seed ${seed}`, process.execPath, ['test/laws'], {
  REFBUDGET_DEEP: '1',
  REFBUDGET_SEED: seed,
});

const node24 = resolve(NODE_24, process.platform === 'win32' ? 'node.exe' : 'node');
let onNode24 = true;
if (existsSync(node24))
  onNode24 = suite('The suite on Node 24', node24, [], { PATH: `${NODE_24}${delimiter}${process.env['PATH'] ?? ''}` });
else
  console.log('\nThe suite on Node 24: SKIPPED, it is not installed (npm i --prefix .cache/node24 --no-save node@24)');

process.exitCode = laws && onNode24 ? 0 : 1;
