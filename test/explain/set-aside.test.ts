import { expect, test } from 'vitest';
import { why, type Derivation } from '../../src/explain/index.js';
import { assess, type HouseholdInput } from '../../src/index.js';
import { loadPack } from '../../src/language/load.js';
import { tinyFiles } from '../language/tiny-pack.js';

const loaded = loadPack(
  tinyFiles(`source: s
facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  dwelling.region: { type: one-of, values: [north, south, east], assume: north, ask: Which region? }
  household.pets: { type: whole, assume: 0, ask: Pets? }
parameters:
  fare.north: { unit: EUR/month, values: 1 }
  fare.south: { unit: EUR/month, values: 2 }
  fare.east: { unit: EUR/month, values: 3 }
  fare.child: { unit: EUR/month, values: 4 }
derive:
  household.fare: { value: [{ when: { household.pets: 3.. }, is: fare.east }, { otherwise: fare.south }] }
incomes:
  wage: { for: person, counts: all, plausible: 0..<6000 }
needs:
  food.bus:
    for: person
    pays: living
    index: none
    presence: full
    amount:
      - { when: { person.age: ..11 }, is: fare.child }
      - { when: { dwelling.region: north, person.income.wage: { below: 500 } }, is: fare.north }
      - { when: { dwelling.region: south }, is: fare.south + household.fare }
      - { otherwise: fare.east }
`),
  { pack: 'x' },
);
if (!loaded.ok) throw new Error(loaded.errors.map((one) => one.message).join('\n'));
const pack = loaded.value;

/** Names of all that the bus of a person of this age, at home in this region, is derived from. */
function namesBehind(age: number, dwelling: object, pets = 0, incomes: object = { incomes: [] }): string[] {
  const persons = [{ id: 'a', role: 'head', age }];
  const household = { month: '2024-06', persons, household: { pets }, dwelling, ...incomes };
  const { roots } = why(pack, assess(pack, household as unknown as HouseholdInput, { trace: 'full' }), 'food.bus');
  const all = (list: readonly Derivation[]): string[] => list.flatMap((one) => [one.name, ...all(one.children)]);
  return [...new Set(all(roots))].filter((name) => /fare|region|pets/.test(name)).sort();
}

test('what only the other cases read is not shown', () => {
  expect(namesBehind(30, { region: 'east' })).toEqual(['dwelling.region', 'fare.east']);
});

test('while a case is undecided by an income that nobody said, all that could still count is shown', () => {
  const unsaid = namesBehind(30, { region: 'north' }, 0, {});
  expect(unsaid).toEqual(['dwelling.region', 'fare.east', 'fare.north']);
});

test('a case that holds ends the reading, by the age in months', () => {
  expect(namesBehind(11, { region: 'north' })).toEqual(['fare.child']);
});

test('inside what is shown the same goes on', () => {
  const south = ['dwelling.region', 'fare.south', 'household.fare', 'household.pets'];
  expect(namesBehind(30, { region: 'south' })).toEqual(south);
  expect(namesBehind(30, { region: 'south' }, 3)).toEqual(['dwelling.region', 'fare.east', ...south.slice(1)].sort());
});
