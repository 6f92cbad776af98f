// Puts the words of the program (src/explain/words/<topic>/<language>.yaml) into one data module, and the words that it
// warns of (src/language/hard-words/<audience>/<language>.yaml) into another, so that nothing is parsed at import. Topics
// and keys stand in the order of their names and files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const WORDS = 'src/explain/words';
const HARD_WORDS = 'src/language/hard-words';
const AUDIENCES = ['family', 'worker'];
const LANGUAGES = ['fr', 'nl', 'de', 'en'];

/** Path of the generated module, relative to the root. */
export const WORDS_MODULE = `${WORDS}/words.generated.ts`;

/** Path of the generated module of hard words. */
export const HARD_WORDS_MODULE = `${HARD_WORDS}/hard-words.generated.ts`;

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

/** Words by audience and language, each with the plain one; lower case, as they are looked for. */
export function hardWordsModule() {
  const listOf = (audience, language) => {
    const file = `${HARD_WORDS}/${audience}/${language}.yaml`;
    const words = parse(readFileSync(join(ROOT, file), 'utf8'));
    for (const [word, plain] of Object.entries(words)) {
      if (typeof plain !== 'string') throw new Error(`${file}: "${word}" has no plain word`);
      if (word !== word.toLowerCase()) throw new Error(`${file}: "${word}" is not in lower case`);
    }
    return [language, words];
  };
  const lists = AUDIENCES.map((audience) => [
    audience,
    Object.fromEntries(LANGUAGES.map((language) => listOf(audience, language))),
  ]);
  const text = JSON.stringify(Object.fromEntries(lists), null, 1);
  return `/** Words that people do not read, from ${HARD_WORDS}/<audience>/<language>.yaml by scripts/build-words.mjs; do not edit. */\nexport const HARD_WORDS = ${text} as const;\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of [
    [WORDS_MODULE, wordsModule()],
    [HARD_WORDS_MODULE, hardWordsModule()],
  ]) {
    writeFileSync(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
}
