// `npm run bench`, `npm run agreement`: bundles a TypeScript program as the package is bundled, then runs it with what else
// is on the line. A runner of TypeScript would do here what it does nowhere else: it names each closure as it is made,
// which doubles the time of what makes many. Flags of Node before this script hold for the program, too.
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...options] = process.argv.slice(2);
if (entry === undefined) throw new Error('usage: node scripts/run-bundled.mjs FILE.ts [OPTIONS]');
const bundle = join(ROOT, 'node_modules/.cache', `bundled-${basename(entry, '.ts')}.mjs`);
buildSync({
  absWorkingDir: ROOT,
  entryPoints: [entry],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [...process.execArgv, bundle, ...options], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
