import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact } from '../../../src/decimal/exact.js';
import {
  inverse,
  isEmpty,
  largest,
  mayBeZero,
  negative,
  overlap,
  plus,
  smallest,
  times,
  union,
  type Interval,
} from '../../../src/language/checks/domains/interval.js';

const end = fc.option(fc.integer({ min: -4, max: 4 }), { nil: null });
const interval = fc
  .record({ from: end, to: end, zero: fc.boolean() })
  .map(({ from, to, zero }): Interval => {
    const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to];
    return { from: low === null ? null : new Exact(low), to: high === null ? null : new Exact(high), zero };
  })
  .filter((made) => !isEmpty(made));

/** An interval and a number in it. */
const inside = interval.chain((made) =>
  fc
    .double({ min: made.from?.toNumber() ?? -50, max: made.to?.toNumber() ?? 50, noNaN: true })
    .map((value) => ({ made, value: new Exact(Math.round(value * 4) / 4) }))
    .filter(({ value }) => contains(made, value)),
);

function contains({ from, to, zero }: Interval, value: Exact): boolean {
  return (from === null || value.gte(from)) && (to === null || value.lte(to)) && (zero || !value.isZero());
}

const RUNS = { numRuns: 2000 };

describe('intervals never leave out what a formula may give', () => {
  it.each([
    ['plus', plus, (x: Exact, y: Exact) => x.plus(y)],
    ['times', times, (x: Exact, y: Exact) => x.mul(y)],
    ['smallest', (a: Interval, b: Interval) => smallest([a, b]), (x: Exact, y: Exact) => Exact.min(x, y)],
    ['largest', (a: Interval, b: Interval) => largest([a, b]), (x: Exact, y: Exact) => Exact.max(x, y)],
  ] as const)('of two numbers: %s', (_, ofIntervals, ofNumbers) => {
    fc.assert(
      fc.property(inside, inside, (a, b) => contains(ofIntervals(a.made, b.made), ofNumbers(a.value, b.value))),
      RUNS,
    );
  });

  it('of one number: negative, inverse', () => {
    fc.assert(
      fc.property(inside, ({ made, value }) => {
        const turned = value.isZero() || contains(inverse(made), new Exact(1).div(value));
        return contains(negative(made), value.neg()) && turned;
      }),
      RUNS,
    );
  });

  it('in one of two, and in both of two', () => {
    fc.assert(
      fc.property(inside, interval, ({ made, value }, other) => {
        return (
          contains(union([made, other]), value) && contains(overlap(made, other), value) === contains(other, value)
        );
      }),
      RUNS,
    );
  });
});

describe('an interval', () => {
  const from = (low: number, zero = true): Interval => ({ from: new Exact(low), to: null, zero });

  it('may be zero only where zero lies in it and no test keeps it off', () => {
    expect(mayBeZero(from(0))).toBe(true);
    expect(mayBeZero(from(0, false))).toBe(false);
    expect(mayBeZero(from(1))).toBe(false);
    expect(mayBeZero(from(-1))).toBe(true);
  });

  it('stays above zero when numbers above zero are added or multiplied, and under max with 1', () => {
    expect(mayBeZero(plus(from(0, false), from(0)))).toBe(false);
    expect(mayBeZero(times(from(0, false), from(1)))).toBe(false);
    expect(mayBeZero(largest([from(-5), from(1)]))).toBe(false);
    expect(mayBeZero(plus(from(-1), from(1)))).toBe(true);
  });
});
