import { expect, test } from 'vitest';
import { toText, whyNot } from '../../src/explain/index.js';
import { assess, type HouseholdInput } from '../../src/index.js';
import { loadPack } from '../../src/language/load.js';
import { tinyFiles } from '../language/tiny-pack.js';

const loaded = loadPack(
  tinyFiles(`source: s
facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  dwelling.let: { type: share, assume: 100%, ask: Which share is let? }
  dwelling.factor: { type: number, assume: 5, ask: Which factor? }
  household.pets: { type: whole, range: 0..9, assume: 5, ask: How many pets? }
needs:
  food.let: { for: household, pays: living, index: none, when: { dwelling.let: 20%..<50% }, amount: 1 EUR/month }
  food.less: { for: household, pays: living, index: none, when: { dwelling.let: { below: 60% } }, amount: 1 EUR/month }
  food.factor: { for: household, pays: living, index: none, when: { dwelling.factor: 0..<3 }, amount: 1 EUR/month }
  food.pets: { for: household, pays: living, index: none, when: { household.pets: 0..3 }, amount: 1 EUR/month }
  food.old: { for: person, pays: living, index: none, presence: full, when: { person.age: 65.. }, amount: 1 EUR/month }
`),
  { pack: 'x' },
);
if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
const pack = loaded.value;
const household = { month: '2024-06', persons: [{ id: 'ann', role: 'head', age: 30 }] } as unknown as HouseholdInput;
const assessment = assess(pack, household, { levers: 'none', trace: 'full' });

test.each([
  ['food.let', '50% too much'],
  ['food.less', '40% too much'],
  ['food.factor', '2 too much'],
  ['food.pets', '2 too much'],
  ['food.old', '35 years too little'],
])('how far %s is from applying is told in its own measure: %s', (line, far) => {
  expect(toText(whyNot(pack, assessment, line), pack, { lang: 'en' })).toContain(`→ ${far}`);
});
