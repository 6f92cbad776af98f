// `npm run bench`, `npm run agreement`: bundles a TypeScript program, then runs it with what else is on the line. Flags of
// Node before this script hold for the program, too.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const [entry, ...options] = process.argv.slice(2);
if (entry === undefined) throw new Error('usage: node scripts/run-bundled.mjs FILE.ts [OPTIONS]');
const { status } = spawnSync(process.execPath, [...process.execArgv, bundle(entry), ...options], {
  cwd: join(dirname(fileURLToPath(import.meta.url)), '..'),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
