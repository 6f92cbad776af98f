// Builds dist/, unless nothing it is made of has changed since: then the digest left in it is still the same.
// `--force` builds in any case.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIGEST = join(ROOT, 'dist/.made-of');
const MADE_OF = [
  'src',
  'rules',
  'baskets',
  'scripts/build.mjs',
  'scripts/build-packs.mjs',
  'scripts/build-words.mjs',
  'tsup.config.ts',
  'tsconfig.json',
  'tsconfig.declarations.json',
  'package.json',
  'package-lock.json',
];

/** What is taken into the bundles brings its licence. */
const LICENCES = {
  'node_modules/@noble/hashes/LICENSE': 'dist/LICENSE-noble-hashes',
  'node_modules/decimal.js/LICENCE.md': 'dist/LICENSE-decimal.js',
  'node_modules/yaml/LICENSE': 'dist/cli/LICENSE-yaml',
};

/** The generated modules in `src` are among them: a build whose modules were changed or removed is made again. */
function digest() {
  const hash = createHash('sha256');
  for (const path of MADE_OF.flatMap(filesIn)) hash.update(`${path}\0${readFileSync(join(ROOT, path), 'base64')}\0`);
  return `${hash.digest('hex')}\n`;
}

function filesIn(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

function isMade() {
  try {
    return readFileSync(DIGEST, 'utf8') === digest();
  } catch {
    return false;
  }
}

/** A step that fails ends the build with its exit code, and leaves no digest. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!process.argv.includes('--force') && isMade()) {
  console.log('dist is up to date');
} else {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  rmSync(join(ROOT, '.cache/declarations'), { recursive: true, force: true });
  run('scripts/build-words.mjs');
  run('scripts/build-packs.mjs');
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.declarations.json');
  run('node_modules/tsup/dist/cli-default.js', '--silent');
  for (const [licence, copy] of Object.entries(LICENCES)) copyFileSync(join(ROOT, licence), join(ROOT, copy));
  writeFileSync(DIGEST, digest());
}
