import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refbudget } from './run.js';

const PACK = `
pack: { id: islet, version: 1.0.0, language: 1, currency: EUR, per: month, languages: [en, fr], covers: 2024-01..2024-12,
        baskets: [food], rounding: { lines: 0.01 }, calendar: { weeks: 52, days: 365 } }
facts: { person.age: { required: yes, label: Age, ask: How old } }
parameters: { food.price: { unit: EUR/month, values: 100, status: assumption, note: chosen } }
needs: { food.daily: { for: person, pays: living, presence: scales, index: none, amount: food.price, label: Food } }
`;
const FRENCH = `
texts:
  food: { label: Alimentation }
  person.age: { label: Âge, ask: Quel âge }
  food.price: { note: choisi }
  food.daily: { label: Repas }
`;
const EXTRA = `derive: { person.child: { when: { person.age: ..17 }, label: Child } }\ntexts: { person.child: { label: Enfant } }\n`;
const OVERLAY =
  'overlay: { id: islet-plus, version: 1.0.0, on: islet ^1.0 }\nchange: { food.price: { values: 110 } }\n';

/** A root with the files given, each with its path. */
function root(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const base = { 'rules/islet/pack.yaml': PACK, 'rules/islet/texts/en.yaml': 'texts: { food: { label: Food } }\n' };

test('a text that only a machine has translated is listed apart and is no finding under --strict', async () => {
  const folder = root({ ...base, 'rules/islet/texts/fr.yaml': `draft: yes\n${FRENCH}` });
  const { exit, out, notes } = await refbudget('check', '--root', folder, '--strict');
  expect(notes).toContain('islet: drafts that a person should read, no findings\n  4 texts in fr are translated');
  expect(out).toContain('no errors, nothing to tell.');
  expect(exit).toBe(0);
});

test('any other warning is a finding under --strict', async () => {
  const folder = root({ ...base, 'rules/islet/texts/fr.yaml': FRENCH.replace('  food.price: { note: choisi }\n', '') });
  const { exit, notes } = await refbudget('check', '--root', folder, '--strict');
  expect(notes).toContain('warning[missing-translation]');
  expect(exit).toBe(1);
});

test('an overlay is not told of what nothing reads in the pack below it, which is told by itself', async () => {
  const folder = root({
    ...base,
    'rules/islet/texts/fr.yaml': FRENCH,
    'rules/islet/child.yaml': EXTRA.replace('\ntexts', '\n# texts'),
    'rules/islet-plus/overlay.yaml': OVERLAY,
  });
  const { notes } = await refbudget('check', '--root', folder);
  expect(notes.split('nothing reads the derived fact "person.child"')).toHaveLength(2);
});

test('errors and warnings are counted apart, and drafts are neither', async () => {
  const folder = root({
    ...base,
    'rules/islet/texts/fr.yaml': `draft: yes\n${FRENCH.replace('  food.price: { note: choisi }\n', '')}`,
    'rules/islet/broken.yaml': 'families: { nobody: { label: Nobody, household: { persons: [] } } }\n',
  });
  const { exit, notes } = await refbudget('check', '--root', folder);
  expect(notes).toContain('error[one-head] rules/islet/broken.yaml:1:13');
  expect(notes).not.toContain('draft-text');
  expect(notes).toMatch(/^1 error, 2 warnings$/m);
  expect(exit).toBe(1);
});

test('an overlay is not told of drafts in the pack below it', async () => {
  const folder = root({
    ...base,
    'rules/islet/texts/fr.yaml': `draft: yes\n${FRENCH}`,
    'rules/islet-plus/overlay.yaml': OVERLAY,
  });
  const { notes } = await refbudget('check', '--root', folder, '--pack', 'islet-plus');
  expect(notes).not.toContain('drafts that a person should read');
});
