import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalBound } from '../../src/compiled/bounds.js';
import { addTerm, addWhere } from '../../src/compiled/kernels/linear.js';
import { Exact } from '../../src/decimal/exact.js';

const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places));
const term = fc.record({
  x: decimal,
  by: decimal,
  over: fc.integer({ min: 1, max: 97 }),
  when: fc.constantFrom(0, 1, 2),
});
const bounded = (text: string): [number, number] => [Number(text), literalBound(text, Number(text))];

test('a sum of numbers times constants keeps the exact value within its bound', () => {
  fc.assert(
    fc.property(decimal, fc.array(term, { maxLength: 12 }), (start, terms) => {
      const [v, e] = bounded(start).map((one) => Float64Array.of(one)) as [Float64Array, Float64Array];
      let exact = new Exact(start);
      for (const { x, by, over, when } of terms) {
        const times = new Exact(by).div(over);
        const [value, error] = bounded(x).map((one) => Float64Array.of(one)) as [Float64Array, Float64Array];
        const double = times.toNumber();
        const doubleError = times.isInteger() ? 0 : Math.abs(double) * 2 ** -52;
        const holds = Uint8Array.of(when);
        addTerm(v, e, when === 1 ? null : holds, value, error, double, doubleError, 1);
        addWhere(v, e, holds, double, doubleError, 1);
        if (when !== 0) exact = exact.plus(times.times(x));
        if (when === 2) exact = exact.plus(times);
      }
      expect(exact.minus(v[0]!).abs().lte(new Exact(e[0]!).plus('1e-40'))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('whole numbers keep the bound 0, others never have it', () => {
  const [v, e] = [Float64Array.of(5), Float64Array.of(0)];
  addTerm(v, e, null, Float64Array.of(7), Float64Array.of(0), 3, 0, 1);
  expect([v[0], e[0]]).toEqual([26, 0]);
  addTerm(v, e, null, Float64Array.of(3), Float64Array.of(0), 1 / 3, 2 ** -54, 1);
  expect(v[0]).toBe(27);
  expect(e[0]).toBeGreaterThan(0);
});
