// Writes schemas/*.schema.json, the JSON Schemas for editors, from the code that reads the files.
// `--check` writes nothing and exits 1 when one is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessmentSchema } from '../src/assessment/document-schema.js';
import { anyHouseholdSchema, householdSchema } from '../src/household/schema.js';
import { packFileSchema } from '../src/language/json-schema.js';
import { readPack } from '../src/node/read-pack.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKS = ['be'];

/** Path of each schema, relative to the root → its text. */
export function generatedSchemas(): ReadonlyMap<string, string> {
  const schemas = new Map<string, object>([
    ['schemas/pack.schema.json', packFileSchema()],
    ['schemas/household.schema.json', anyHouseholdSchema()],
    ['schemas/assessment.schema.json', assessmentSchema()],
  ]);
  for (const id of PACKS) {
    const pack = readPack(ROOT, id);
    if (!pack.ok) throw new Error(`pack "${id}" has ${pack.errors.length} errors: run refbudget check`);
    schemas.set(`schemas/household.${id}.schema.json`, householdSchema(pack.value));
  }
  return new Map([...schemas].map(([path, schema]) => [path, `${JSON.stringify(schema, null, 2)}\n`]));
}

/** Schemas whose file is not there or not equal to the code. */
export function staleSchemas(schemas = generatedSchemas()): readonly (readonly [path: string, text: string])[] {
  return [...schemas].filter(([path, text]) => {
    try {
      return readFileSync(join(ROOT, path), 'utf8') !== text;
    } catch {
      return true;
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of staleSchemas()) {
    if (process.argv.includes('--check')) {
      console.error(`${path} is stale: run npm run schemas`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), text);
      console.log(`wrote ${path}`);
    }
  }
}
