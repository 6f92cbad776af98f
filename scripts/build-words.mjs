// Puts the words of the program (src/explain/words/<topic>/<language>.yaml) into one data module, so that nothing is
// parsed at import. Topics and keys stand in the order of their names and files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const WORDS = 'src/explain/words';
const LANGUAGES = ['fr', 'nl', 'de', 'en'];

/** Path of the generated module, relative to the root. */
export const WORDS_MODULE = `${WORDS}/words.generated.ts`;

/** All topics of one language; a key of two topics is refused. */
function wordsOf(language) {
  const words = {};
  const topics = readdirSync(join(ROOT, WORDS), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const topic of topics.map(({ name }) => name).sort()) {
    const file = `${WORDS}/${topic}/${language}.yaml`;
    for (const [key, text] of Object.entries(parse(readFileSync(join(ROOT, file), 'utf8')) ?? {})) {
      if (key in words) throw new Error(`${file}: "${key}" stands in another topic too`);
      if (typeof text !== 'string') throw new Error(`${file}: "${key}" is no text; put it in quotes`);
      words[key] = text;
    }
  }
  return words;
}

/** The text of the generated module. */
export function wordsModule() {
  const said = LANGUAGES.map(
    (language) => `export const ${language} = ${JSON.stringify(wordsOf(language), null, 1)} as const;\n`,
  );
  return `/** The words of the program, from ${WORDS}/<topic>/<language>.yaml by scripts/build-words.mjs; do not edit. */\n${said.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(ROOT, WORDS_MODULE), wordsModule());
  console.log(`wrote ${WORDS_MODULE}`);
}
