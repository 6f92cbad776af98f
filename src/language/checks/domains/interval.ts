import { Exact } from '../../../decimal/exact.js';

/** All numbers between two ends; null = without end. `zero: false`: a test or a sum of positive numbers keeps 0 out. */
export interface Interval {
  readonly from: Exact | null;
  readonly to: Exact | null;
  readonly zero: boolean;
}

export const EVERYTHING: Interval = { from: null, to: null, zero: true };
const ZERO = new Exact(0);
export const NOT_NEGATIVE: Interval = { from: ZERO, to: null, zero: true };

/** The interval of one number. */
export function point(value: string | Exact): Interval {
  const exact = new Exact(value);
  return { from: exact, to: exact, zero: exact.isZero() };
}

/** True when the value may be 0. */
export function mayBeZero({ from, to, zero }: Interval): boolean {
  return zero && (from === null || from.lte(0)) && (to === null || to.gte(0));
}

/** True when no number is in it. */
export function isEmpty({ from, to, zero }: Interval): boolean {
  if (from === null || to === null) return false;
  return from.gt(to) || (!zero && from.isZero() && to.isZero());
}

export function plus(a: Interval, b: Interval): Interval {
  const from = a.from === null || b.from === null ? null : a.from.plus(b.from);
  const to = a.to === null || b.to === null ? null : a.to.plus(b.to);
  const bothUp = atLeastZero(a) && atLeastZero(b);
  const bothDown = atMostZero(a) && atMostZero(b);
  const zero = bothUp || bothDown ? mayBeZero(a) && mayBeZero(b) : true;
  return { from, to, zero };
}

export function negative(a: Interval): Interval {
  return { from: a.to === null ? null : a.to.neg(), to: a.from === null ? null : a.from.neg(), zero: a.zero };
}

export function times(a: Interval, b: Interval): Interval {
  const zero = mayBeZero(a) || mayBeZero(b);
  const corners = [
    product(a.from, b.from, a, b),
    product(a.from, b.to, a, b),
    product(a.to, b.from, a, b),
    product(a.to, b.to, a, b),
  ];
  if (atLeastZero(a) && atLeastZero(b))
    return { from: product(a.from, b.from, a, b), to: product(a.to, b.to, a, b), zero };
  if (corners.some((corner) => corner === null)) return { from: null, to: null, zero };
  const known = corners.filter((corner) => corner !== null);
  return { from: Exact.min(...known), to: Exact.max(...known), zero };
}

function product(x: Exact | null, y: Exact | null, a: Interval, b: Interval): Exact | null {
  if (x !== null && y !== null) return x.mul(y);
  return isZeroAlone(a) || isZeroAlone(b) ? ZERO : null;
}

/** What `1 / a` may be; a divisor that may be 0 is told elsewhere. */
export function inverse(a: Interval): Interval {
  if (a.from !== null && a.from.gt(0))
    return { from: a.to === null ? ZERO : one().div(a.to), to: one().div(a.from), zero: false };
  if (a.to !== null && a.to.lt(0))
    return { from: one().div(a.to), to: a.from === null ? ZERO : one().div(a.from), zero: false };
  if (atLeastZero(a)) return { from: a.to === null || a.to.isZero() ? ZERO : one().div(a.to), to: null, zero: false };
  return { from: null, to: null, zero: false };
}

export function smallest(all: readonly Interval[]): Interval {
  return extreme(all, 'min');
}

export function largest(all: readonly Interval[]): Interval {
  return extreme(all, 'max');
}

function extreme(all: readonly Interval[], which: 'min' | 'max'): Interval {
  const froms = all.map((a) => a.from);
  const tos = all.map((a) => a.to);
  const from = which === 'max' ? bound(froms, 'max', false) : bound(froms, 'min', true);
  const to = which === 'max' ? bound(tos, 'max', true) : bound(tos, 'min', false);
  const positive = which === 'max' && all.some((a) => a.from !== null && !mayBeZero(a) && a.from.gte(0));
  return { from, to, zero: positive ? false : all.some(mayBeZero) };
}

/** The largest or smallest of some ends; an end that is missing decides where `missing` says so, else it is skipped. */
function bound(ends: readonly (Exact | null)[], which: 'min' | 'max', missing: boolean): Exact | null {
  const known = ends.filter((end) => end !== null);
  if (known.length === 0 || (missing && known.length < ends.length)) return null;
  return which === 'max' ? Exact.max(...known) : Exact.min(...known);
}

/** Everything that is in one of them. */
export function union(all: readonly Interval[]): Interval {
  const kept = all.filter((a) => !isEmpty(a));
  if (kept.length === 0) return all[0] ?? EVERYTHING;
  return {
    from: bound(
      kept.map((a) => a.from),
      'min',
      true,
    ),
    to: bound(
      kept.map((a) => a.to),
      'max',
      true,
    ),
    zero: kept.some(mayBeZero),
  };
}

/** Everything that is in both. */
export function overlap(a: Interval, b: Interval): Interval {
  return { from: bound([a.from, b.from], 'max', false), to: bound([a.to, b.to], 'min', false), zero: a.zero && b.zero };
}

/** What a change of its ends by rounding leaves of it. */
export function rounded(a: Interval, to: (value: Exact) => Exact): Interval {
  return { from: a.from === null ? null : to(a.from), to: a.to === null ? null : to(a.to), zero: true };
}

function one(): Exact {
  return new Exact(1);
}

function isZeroAlone(a: Interval): boolean {
  return a.from !== null && a.to !== null && a.from.isZero() && a.to.isZero();
}

function atLeastZero(a: Interval): boolean {
  return a.from !== null && a.from.gte(0);
}

function atMostZero(a: Interval): boolean {
  return a.to !== null && a.to.lte(0);
}
