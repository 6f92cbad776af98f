// Links the shipped packs and writes them as data modules (src/packs/*.generated.ts), so that nothing is parsed at import.
// `--check` writes nothing and exits 1 when a module is stale.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKS = [{ id: 'be', household: 'BelgianHousehold' }];

/** The library's own loader, bundled for this script only. */
async function loader() {
  const folder = join(root, '.cache', 'build-packs');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `loader-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `export { readPack } from './src/node/read-pack.ts';
        export { householdTypes } from './src/household/typescript.ts';
        export { toParts } from './src/packs/parts.ts';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return loaded;
}

/**
 * JSON as a string between single quotes, with none inside, nor a backslash before each of its many double quotes. With
 * apostrophes in it a bundler would write a template, which takes an engine several times as long to read; with a few
 * characters that do not fit into a byte all others would take two.
 */
const json = (data) =>
  `'${JSON.stringify(data)
    .replace(/'|[^\0-\xff]/g, escaped)
    .replaceAll('\\', '\\\\')}'`;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Where things stand, file by file: the name of a file is as long as all else that is known of a place. */
function byFile(places) {
  const files = {};
  for (const [id, { file, line, column }] of Object.entries(places)) (files[file] ??= {})[id] = [line, column];
  return files;
}

/** Path of each generated module, relative to the root → its text. */
export async function generatedModules() {
  const { readPack, householdTypes, toParts } = await loader();
  const modules = new Map();
  for (const { id, household } of PACKS) {
    const result = readPack(root, id);
    if (!result.ok) {
      for (const error of result.errors.slice(0, 20)) {
        const at = error.places[0];
        console.error(
          `${at ? `${at.file}:${at.line}:${at.column} ` : ''}${error.message}${error.hint ? ` (${error.hint})` : ''}`,
        );
      }
      throw new Error(`pack "${id}" has ${result.errors.length} errors`);
    }
    const { model, texts, places, families, digest } = result.value;
    const words = Object.entries(texts).map(([language, one]) => `  ${language}: ${json(one)},\n`);
    modules.set(
      `src/packs/${id}.generated.ts`,
      [
        `/** Pack "${id}", linked from its YAML files by scripts/build-packs.mjs; do not edit. */\n`,
        `export const digest = '${digest}';\n`,
        `export const model: string = ${json(toParts(model))};\n`,
        `export const texts: Readonly<Record<string, string>> = {\n${words.join('')}};\n`,
        `export const places: string = ${json(byFile(places))};\n`,
        `export const families: string = ${json(families)};\n`,
      ].join(''),
    );
    modules.set(`src/packs/${id}-household.generated.ts`, householdTypes(model, household));
  }
  return modules;
}

function stale(path, text) {
  try {
    return readFileSync(join(root, path), 'utf8') !== text;
  } catch {
    return true;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = await generatedModules();
  for (const [path, text] of modules) {
    if (!stale(path, text)) continue;
    if (process.argv.includes('--check')) {
      console.error(`${path} is stale: run npm run build`);
      process.exitCode = 1;
    } else {
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
}
