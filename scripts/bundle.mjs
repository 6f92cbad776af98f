// Bundles a TypeScript program as the package is bundled. A runner of TypeScript would do here what it does nowhere else: it
// names each closure as it is made and looks each import up as it is used, which is up to twice as slow.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the bundle of a file below the root is. */
export function bundleOf(entry) {
  return join(ROOT, 'node_modules/.cache/bundled', entry.replace(/\.ts$/, '.mjs'));
}

/** Makes the bundle of a file below the root; gives its path. */
export function bundle(entry) {
  const outfile = bundleOf(entry);
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
