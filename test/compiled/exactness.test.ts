import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compiled/compile.js';
import { evaluate } from '../../src/compiled/evaluate.js';
import { totals } from '../../src/compiled/totals/totals.js';
import type { Expression } from '../../src/model/expression.js';
import type { Model } from '../../src/model/model.js';
import { stepSize, stepsOf } from '../../src/compiled/kernels/rounding.js';
import {
  addKernel,
  divideKernel,
  maxKernel,
  minKernel,
  multiplyKernel,
  subtractKernel,
} from '../../src/compiled/kernels/arithmetic.js';
import { literalBound } from '../../src/compiled/machine/bounds.js';
import { onOneRow, type Bounded } from './flat.js';
import { household as anna, model as isle, MONTH } from '../fixtures/isle.js';

/** An exact fraction. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const fraction = (text: string): Fraction => {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const n = BigInt(whole + decimals) * (text.startsWith('-') ? -1n : 1n);
  return { n, d: 10n ** BigInt(decimals.length) };
};
const negative = (x: bigint): boolean => x < 0n;
const size = (x: bigint): bigint => (negative(x) ? -x : x);

/** Half away from zero. */
const rounded = ({ n, d }: Fraction, times: bigint): bigint => {
  const [a, b] = d < 0n ? [-n * times, -d] : [n * times, d];
  const count = (size(a) * 2n + b) / (b * 2n);
  return negative(a) ? -count : count;
};

/** A double as an exact fraction. */
const ofDouble = (value: number): Fraction => {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getBigUint64(0);
  const exponent = Number((high >> 52n) & 0x7ffn);
  const mantissa = (high & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  const signed = high >> 63n === 1n ? -mantissa : mantissa;
  return power >= 0 ? { n: signed << BigInt(power), d: 1n } : { n: signed, d: 1n << BigInt(-power) };
};

const within = (exact: Fraction, value: number, bound: number): boolean => {
  const v = ofDouble(value);
  const e = ofDouble(bound);
  // |exact - v| <= e
  const off = size(exact.n * v.d - v.n * exact.d);
  return off * e.d <= e.n * size(exact.d) * v.d;
};

const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places));

const OPERATIONS = {
  add: { kernel: addKernel, exact: (a: Fraction, b: Fraction) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }) },
  subtract: {
    kernel: subtractKernel,
    exact: (a: Fraction, b: Fraction) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d }),
  },
  multiply: { kernel: multiplyKernel, exact: (a: Fraction, b: Fraction) => ({ n: a.n * b.n, d: a.d * b.d }) },
  divide: {
    kernel: divideKernel,
    exact: (a: Fraction, b: Fraction) =>
      negative(b.n) ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n },
  },
  min: { kernel: minKernel, exact: (a: Fraction, b: Fraction) => (a.n * b.d <= b.n * a.d ? a : b) },
  max: { kernel: maxKernel, exact: (a: Fraction, b: Fraction) => (a.n * b.d >= b.n * a.d ? a : b) },
};
type Operation = keyof typeof OPERATIONS;

test('through any chain of operations the exact value stays within the bound of the double', () => {
  fc.assert(
    fc.property(
      decimal,
      fc.array(fc.tuple(fc.constantFrom<Operation>('add', 'subtract', 'multiply', 'divide', 'min', 'max'), decimal), {
        minLength: 1,
        maxLength: 8,
      }),
      (start, chain) => {
        let exact = fraction(start);
        let value = Number(start);
        let bound = literalBound(start, value);
        for (const [operation, text] of chain) {
          const other = fraction(text);
          if (operation === 'divide' && other.n === 0n) continue;
          const right: Bounded = [Number(text), literalBound(text, Number(text))];
          [value, bound] = onOneRow(OPERATIONS[operation].kernel, [0, 1, 2, 0], [[0, 0], [value, bound], right]);
          exact = OPERATIONS[operation].exact(exact, other);
          if (Math.abs(value) > 1e12) return;
          expect(within(exact, value, bound)).toBe(true);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('a double is rounded to cents only where its exact value is rounded alike', () => {
  const cent = stepSize('0.01');
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000, max: 2_000_000 }),
      fc.integer({ min: 3, max: 12 }),
      fc.integer({ min: -3, max: 3 }),
      (cents, places, off) => {
        // half a cent, and a little beside it
        const n = BigInt(cents) * 10n ** BigInt(places - 2) + 5n * 10n ** BigInt(places - 3) + BigInt(off);
        const text = `${n < 0n ? '-' : ''}${size(n)
          .toString()
          .padStart(places + 1, '0')
          .replace(new RegExp(`(\\d{${places}})$`), '.$1')}`;
        const value = Number(text);
        const steps = stepsOf(value, literalBound(text, value), cent.times, cent.over);
        if (steps === steps) expect(BigInt(steps)).toBe(rounded(fraction(text), 100n));
        if (off === 0) expect(steps).toBeNaN();
      },
    ),
    { numRuns: 3000 },
  );
});

const number = (value: string): Expression => ({ kind: 'number', value, from: { status: 'published' } });

/** The isle with another formula for its rent. */
function withRent(amount: Expression): Model {
  return {
    ...isle,
    needs: isle.needs.map((need) => (need.id === 'housing.rent' ? { ...need, amount } : need)),
  };
}

test('lines at a tie are rounded as fractions say, whatever the formula that leads there', () => {
  const tie = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100 + 0.005).toFixed(3));
  fc.assert(
    fc.property(tie, fc.integer({ min: 2, max: 97 }), fc.constantFrom(-1, 0, 1), (text, divisor, off) => {
      // x / n * n, and a hair beside it
      const hair: Expression = {
        kind: 'divide',
        left: number(String(Math.abs(off))),
        right: number('100000000000000000000'),
      };
      const moved: Expression = { kind: off < 0 ? 'subtract' : 'add', left: number(text), right: hair };
      const children: Expression = { kind: 'name', ref: { of: 'derived', id: 'household.children' } };
      const many: Expression = { kind: 'multiply', left: children, right: number(String(divisor)) };
      const amount: Expression = {
        kind: 'multiply',
        left: { kind: 'divide', left: moved, right: many },
        right: many,
      };
      const program = compile(withRent(amount), MONTH, null);
      const household = { ...anna, bills: [] };
      const told = evaluate(program, household, { policy: null, levers: 'none', trace: 'none' });
      const line = told.needs.lines.find((one) => one.id === 'housing.rent')!;
      const exact = fraction(text);
      const beside = { n: exact.n * 10n ** 20n + BigInt(off) * exact.d, d: exact.d * 10n ** 20n };
      const cents = rounded(beside, 100n);
      expect(line.reference).toBe(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`);
      const sums = totals(program, household);
      expect(sums.reference).toBe(totalOf(told.needs.reference));
    }),
    { numRuns: 150 },
  );
});

const totalOf = (money: string): number => Math.round(Number(money) * 100);
