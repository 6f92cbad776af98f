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
  // names stand in texts; `household.members` outside them is a field of a household
  const texts = [...code.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].map(([one]) => one.replace(/\$\{[^}]*\}/g, ''));
  const named = (id: string): boolean => {
    const name = new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w-])`, 'u');
    return texts.some((one) => name.test(one));
  };
  expect(ids.filter(named)).toEqual([]);
});
