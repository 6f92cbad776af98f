import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact, money, plain, placesOf, roundTo, snap } from '../../src/decimal/exact.js';

/** n / 10^places as text. */
const decimal = (digits: bigint, places: number): string => {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - places)}${places === 0 ? '' : `.${text.slice(text.length - places)}`}`;
};

/** Half away from zero, on fractions of whole numbers. */
function roundedFraction(over: bigint, under: bigint): bigint {
  const negative = over < 0n !== under < 0n;
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}

describe('exact decimals', () => {
  test('a division that is undone meets its tie', () => {
    expect(plain(roundTo(new Exact('9.985').div(3).times(3), new Exact('0.01')))).toBe('9.99');
  });

  test('rounding agrees with fractions of whole numbers', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('0.01', '0.05', '1', '10', '0.1'),
        (digits, places, step) => {
          const value = new Exact(decimal(digits, places));
          const steps = BigInt(new Exact(step).times(100).toFixed());
          const expected = roundedFraction(digits * 100n, 10n ** BigInt(places) * steps) * steps;
          expect(roundTo(value, new Exact(step)).times(100).toFixed()).toBe(
            expected === 0n ? '0' : expected.toString(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a quotient is snapped to 24 places, half away from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (over, under) => {
          const found = snap(new Exact(over.toString()).div(under.toString()));
          expect(found.toFixed()).toBe(new Exact(decimal(roundedFraction(over * 10n ** 24n, under), 24)).toFixed());
        },
      ),
      { numRuns: 500 },
    );
  });

  test('text is plain: no exponent, no minus zero, the places of the step', () => {
    expect(plain(new Exact('1e-7'))).toBe('0.0000001');
    expect(plain(new Exact('-0'))).toBe('0');
    expect(money(new Exact('-0.00'), 2)).toBe('0.00');
    expect(money(new Exact('1234567.5'), 2)).toBe('1234567.50');
    expect([placesOf('0.01'), placesOf('10'), placesOf('0.5')]).toEqual([2, 0, 1]);
  });
});
