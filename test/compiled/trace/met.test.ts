import { expect, test } from 'vitest';
import { prepare } from '../../../src/assessment/assess.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import type { Pack } from '../../../src/model/pack.js';
import { belgium } from '../../../src/packs/be.js';

const options = { month: '2024-06', levers: 'none', trace: 'full' } as const;
const assessor = prepare(belgium as Pack<HouseholdInput>, options);

const family = (age: number, more: Partial<HouseholdInput> = {}): HouseholdInput => ({
  persons: [
    { id: 'p1', role: 'head', age: 36, sex: 'female' },
    { id: 'p2', role: 'child', age, sex: 'male' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [],
  ...more,
});

const nodesOf = (household: HouseholdInput) => assessor.assess(household).trace!.nodes;

test('most nodes of persons met before are the same frozen objects again', () => {
  for (let i = 0; i < 5; i++) nodesOf(family(9));
  const before = new Set(nodesOf(family(9)));
  const after = nodesOf(family(9));
  const again = after.filter((node) => before.has(node));
  expect(again.length).toBeGreaterThan(0.7 * after.length);
  expect(again.every((node) => Object.isFrozen(node))).toBe(true);
});

test('another age is told in its own tests', () => {
  const ageOf = (age: number) => {
    const node = nodesOf(family(age)).find(({ id }) => id === 'derived/person.child@p2');
    return node?.kind === 'condition' ? node.tests.find(({ name }) => name === 'person.age')?.value : null;
  };
  for (const age of [9, 10, 9, 17, 9]) expect(ageOf(age)).toBe(`${age} years`);
});

test("a worker's judgement is told although the case was met before", () => {
  const overrides = [{ name: 'person.age-group@p2', is: 'teenager', reason: 'delayed', by: 'a worker' }];
  const judged = family(9, { overrides });
  for (const household of [family(9), family(9), family(9)]) nodesOf(household);
  const node = nodesOf(judged).find(({ id }) => id === 'derived/person.age-group@p2');
  expect(node).toMatchObject({ kind: 'fact', origin: 'override', value: 'teenager' });
});

test('of the same years the month of birth is told as it is', () => {
  const bornOf = (born: string) => {
    const persons = [{ id: 'p1', role: 'head' as const, born, sex: 'female' as const }];
    const node = nodesOf({ ...family(9), persons }).find(({ id }) => id === 'derived/person.grapa-age@p1');
    return node?.kind === 'condition' ? node.tests.find(({ name }) => name === 'person.born')?.value : null;
  };
  const dates = ['2000-02-01', '2000-03-01', '2000-02-01', '2000-05-01'];
  // the first are told before anything is kept
  dates.map(bornOf);
  expect(dates.map(bornOf)).toEqual(['2000-02', '2000-03', '2000-02', '2000-05']);
});
