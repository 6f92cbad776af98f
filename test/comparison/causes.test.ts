import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { definitionOf, tableIdOf } from '../../src/comparison/causes/definition.js';
import { testCauses } from '../../src/comparison/causes/tests.js';
import type { Walk } from '../../src/comparison/causes/side-by-side.js';
import { partsOf, sideOf } from '../../src/comparison/side.js';
import type { TraceTest } from '../../src/model/trace.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

/** A walk in which every node differs, and is its own cause. */
const WALK = {
  of: (key: string) => [{ kind: 'fact', name: key, person: null, left: null, right: null }],
} as unknown as Walk;

const tested = (name: string, holds: TraceTest['holds'], test = ''): TraceTest => ({
  name,
  test,
  value: null,
  holds,
  decisive: true,
});

function causesOf(left: TraceTest, right: TraceTest, inputs: readonly string[]): readonly string[] {
  return testCauses(WALK, [left], [right], inputs).map(({ name }) => name);
}

test.each([
  ['fact/person.age@a', 'person.age'],
  ['income/wage@a', 'person.income.wage'],
  ['income/rent-allowance', 'household.income.rent-allowance'],
  ['incomes/person.work@a', 'person.incomes.work'],
  ['bill/rent', 'bill.rent'],
  ['total/basic', 'total.basic'],
  ['total/need', 'need'],
])('what turned a condition is %s alone where its test looks at %s', (key, name) => {
  const inputs = ['fact/dwelling.tenure', key];
  expect(causesOf(tested(name, 'yes'), tested(name, 'no'), inputs)).toEqual([key]);
});

test('a bound that a test names turns a condition, too', () => {
  const bound = ['fact/person.age@a', 'parameter/pension.age', 'fact/dwelling.tenure'];
  const [before, after] = (['yes', 'no'] as const).map((holds) => tested('person.age', holds, '< pension.age'));
  expect(causesOf(before!, after!, bound)).toEqual(bound.slice(0, 2));
});

test('where a condition is written otherwise, both sides are looked at', () => {
  const inputs = ['fact/person.age@a', 'fact/person.sex@a', 'fact/dwelling.tenure'];
  expect(causesOf(tested('person.age', 'yes'), tested('person.sex', 'yes'), inputs)).toEqual(inputs.slice(0, 2));
});

test('whatever a trace tells has its definition, of the same name', () => {
  const household = {
    persons: [
      { id: 'a', role: 'head', age: 34 },
      { id: 'b', role: 'child', age: 5 },
    ],
    dwelling: { quay: 'north' },
    bills: { rent: 400 },
  } as const;
  const [policy] = harbour.model.policies;
  const document = assess(harbour, household, { month: '2024-06', policy: policy!.id });
  const side = sideOf(harbour, document);
  const built = new Set(['need', 'income', 'balance']);
  const told = [...side.nodes.keys()].filter((key) => {
    const { prefix, name } = partsOf(key);
    return !['incomes', 'lever', 'aid'].includes(prefix) && !(prefix === 'total' && built.has(name));
  });
  expect(new Set(told.map((key) => partsOf(key).prefix)).size).toBeGreaterThan(8);
  const definedAs = (key: string): string | undefined => definitionOf(side, key)?.id;
  for (const key of told) {
    const { prefix, name } = partsOf(key);
    const id = prefix === 'table' ? tableIdOf(harbour.model, name) : name.split('/').at(-1);
    expect(definedAs(key), key).toBe(id);
  }
});
