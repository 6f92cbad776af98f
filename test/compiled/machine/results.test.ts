import { expect, test } from 'vitest';
import { placeIn, putIn, results } from '../../../src/compiled/machine/results.js';

test('a result is found by both of its numbers and by no other, however many there are', () => {
  const all = results<string>();
  const pairs = Array.from({ length: 5000 }, (_, i) => [i % 70, Math.floor(i / 70) * 8191] as const);
  for (const [one, two] of pairs) putIn(all, one, two, `${one} ${two}`);
  for (const [one, two] of pairs) expect(all.values[placeIn(all, one, two)]).toBe(`${one} ${two}`);
  expect(all.values[placeIn(all, 70, 0)]).toBeUndefined();
  expect(all.values[placeIn(all, 0, 1)]).toBeUndefined();
});
