import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { belgium } from '../../src/packs/be.js';

/** Built-in names, which any pack has. */
const BUILT_IN = new Set([
  'person.age',
  'person.role',
  'person.presence',
  'person.born',
  'dwelling.share',
  'dwelling.persons',
]);
/** Documentation of the language borrows these from its own examples, not from the shipped pack. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('packs/'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));
const words = readFileSync('test/belgian-words.txt', 'utf8').trim().split('\n');
const { model } = belgium;
const ids = [
  model.facts,
  model.derived,
  model.parameters,
  model.series,
  model.tables,
  model.needs,
  model.adjustments,
  model.bills,
  model.incomes,
  model.levers,
]
  .flat()
  .map((definition) => definition.id)
  .filter((id) => id.includes('.') && !BUILT_IN.has(id));

test.each(files)('src/$file knows no country', ({ text }) => {
  const code = text.toLowerCase();
  expect(words.filter((word) => new RegExp(`\\b${word}`, 'u').test(code))).toEqual([]);
});

test.each(files)('src/$file names nothing of the shipped pack', ({ text }) => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(ids.filter((id) => new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w-])`, 'u').test(code))).toEqual(
    [],
  );
});
