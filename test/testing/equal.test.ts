import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEqual } from '../../src/testing/equal.js';

test('takes for equal only what has the same text in JSON', () => {
  const some = fc.jsonValue({ maxDepth: 2 });
  const property = fc.property(some, some, (a, b) => {
    expect(isEqual(a, structuredClone(a))).toBe(true);
    if (isEqual(a, b)) expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});

test('sees the order of keys, a key more and an item more', () => {
  expect(isEqual({ a: 1, b: [2] }, { a: 1, b: [2] })).toBe(true);
  expect(isEqual({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(false);
  expect(isEqual({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isEqual([1], [1, 2])).toBe(false);
  expect(isEqual([], {})).toBe(false);
  expect(isEqual(null, {})).toBe(false);
});
