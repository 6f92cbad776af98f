// `npm run bench`: bundles the measurements as the package is bundled, then runs them. A runner of TypeScript would do
// here what it does nowhere else: it names each closure as it is made, which doubles the time of what makes many.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(ROOT, 'node_modules/.cache/bench.mjs');
buildSync({
  absWorkingDir: ROOT,
  entryPoints: ['bench/main.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
