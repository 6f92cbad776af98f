import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedModules } from '../../scripts/build-packs.mjs';
import { HARD_WORDS_MODULE, hardWordsModule, WORDS_MODULE, wordsModule } from '../../scripts/build-words.mjs';
import { readPack } from '../../src/node/read-pack.js';
import { SHIPPED_PACKS } from '../../src/packs/index.js';

test('the shipped packs are linked from the YAML files as they are now', async () => {
  for (const [path, text] of await generatedModules())
    expect(readFileSync(path, 'utf8') === text, `${path} is stale: npm run build`).toBe(true);
  expect(readFileSync(HARD_WORDS_MODULE, 'utf8') === hardWordsModule(), `${HARD_WORDS_MODULE} is stale`).toBe(true);
});

test.each(Object.keys(SHIPPED_PACKS))('the files of the shipped pack %s have nothing to tell but drafts', (id) => {
  const given = readPack('.', id);
  const found = given.ok ? given.warnings : given.errors;
  expect(found.filter(({ code }) => code !== 'draft-text').map(({ code, places }) => [code, places[0]])).toEqual([]);
});

test('the words of the program are those of the YAML files as they are now', () => {
  expect(readFileSync(WORDS_MODULE, 'utf8') === wordsModule(), `${WORDS_MODULE} is stale: npm run build`).toBe(true);
});

test.each(Object.entries(SHIPPED_PACKS))('the shipped pack %s is frozen through and through', async (_, load) => {
  const parts: object[] = [await load()];
  for (const part of parts)
    for (const inner of Object.values(part as Readonly<Record<string, unknown>>))
      if (typeof inner === 'object' && inner !== null) parts.push(inner);
  expect(parts.length).toBeGreaterThan(1000);
  expect(parts.filter((part) => !Object.isFrozen(part)).length).toBe(0);
});

test.each(Object.entries(SHIPPED_PACKS))(
  'the model of the shipped pack %s has the bytes its files give',
  async (id, load) => {
    const given = readPack('.', id);
    expect(given.ok && JSON.stringify((await load()).model) === JSON.stringify(given.value.model)).toBe(true);
  },
);
