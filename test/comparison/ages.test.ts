import { expect, test } from 'vitest';
import { agesOf } from '../../src/comparison/ages.js';

test.each([
  [[{ age: 34 }, { age: 5 }], 'said'],
  [[{ born: '1990-01-01' }, { born: '2019-01-01' }], 'born'],
  [[{ age: 34 }, { born: '2019-01-01' }], 'both'],
] as const)('ages of %j are told to be %s', (persons, ages) => {
  expect(agesOf({ persons })).toBe(ages);
});

test('ages of a document that does not have the household stay as said', () => {
  expect(agesOf(null)).toBe('said');
});
