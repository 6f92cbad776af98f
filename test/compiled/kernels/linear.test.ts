import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalBound } from '../../../src/compiled/machine/bounds.js';
import { addTerm, addTermWhere, addWhere, startSum, startTerm } from '../../../src/compiled/kernels/linear.js';
import { Exact } from '../../../src/decimal/exact.js';
import { onOneRow, type Bounded } from '../flat.js';

const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places));
const term = fc.record({
  x: decimal,
  by: decimal,
  over: fc.integer({ min: 1, max: 97 }),
  when: fc.constantFrom(0, 1, 2),
});
const bounded = (text: string): Bounded => [Number(text), literalBound(text, Number(text))];

test('a sum of numbers times constants keeps the exact value within its bound', () => {
  fc.assert(
    fc.property(decimal, fc.array(term, { maxLength: 12 }), (start, terms) => {
      let sum = bounded(start);
      let exact = new Exact(start);
      for (const { x, by, over, when } of terms) {
        const times = new Exact(by).div(over);
        const double = times.toNumber();
        const doubleError = times.isInteger() ? 0 : Math.abs(double) * 2 ** -52;
        const known = { truths: [when], doubles: [double, doubleError] };
        sum =
          when === 1
            ? onOneRow(addTerm, [0, 1, 0, 1, 0], [sum, bounded(x)], known)
            : onOneRow(addTermWhere, [0, 0, 1, 0, 1, 0], [sum, bounded(x)], known);
        sum = onOneRow(addWhere, [0, 0, 0, 1, 0], [sum], known);
        if (when !== 0) exact = exact.plus(times.times(x));
        if (when === 2) exact = exact.plus(times);
      }
      expect(exact.minus(sum[0]).abs().lte(new Exact(sum[1]).plus('1e-40'))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('whole numbers keep the bound 0, others never have it', () => {
  const times = (sum: Bounded, x: number, by: number, error: number): Bounded =>
    onOneRow(addTerm, [0, 1, 0, 1, 0], [sum, [x, 0]], { doubles: [by, error] });
  const whole = times([5, 0], 7, 3, 0);
  expect(whole).toEqual([26, 0]);
  const [value, bound] = times(whole, 3, 1 / 3, 2 ** -54);
  expect(value).toBe(27);
  expect(bound).toBeGreaterThan(0);
});

test('a sum that starts with its first number is the same as one to which it is added', () => {
  fc.assert(
    fc.property(decimal, term, (start, { x, by, over }) => {
      const double = Number(by) / over;
      const doubles = [...bounded(start), double, Math.abs(double) * 2 ** -52];
      const begun = onOneRow(startSum, [0, 0, 1, 0], [[0, 0], bounded(x)], { doubles });
      const added = onOneRow(addTerm, [0, 1, 2, 3, 0], [begun, bounded(x)], { doubles });
      expect(onOneRow(startTerm, [0, 1, 0, 2, 0], [[7, 7], bounded(x)], { doubles })).toEqual(added);
    }),
  );
});
