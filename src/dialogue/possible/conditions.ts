import type { Band, Check, Compare, Condition, OneOf, Test } from '../../model/condition.js';
import { justAbove, type Class, type Unknown } from '../unknown.js';
import { inYears, valueOf } from './expressions.js';
import { literal } from './interval.js';
import { directUnknown, nameOf, typeOf } from './names.js';
import { isDecided, KNOWN, NONE, OPEN, UNKNOWN, type Possible } from './possible.js';
import { probeBit, valueBit, type Place, type Probe } from './scene.js';
import { allOf, anyOf, CERTAIN, NO, truth, UNDECIDED, YES, type Truth } from './truth.js';

/** What may become of a condition. */
export function truthOf(condition: Condition | null, place: Place): Truth {
  if (condition === null) return CERTAIN;
  if (condition.kind === 'test') return testOf(condition, place);
  const of: Truth[] = [];
  // what settles the whole spares the rest: nothing hangs on it
  const settles = condition.kind === 'all' ? NO : YES;
  for (const one of condition.of) {
    const found = truthOf(one, place);
    if (found.may === settles) return found;
    of.push(found);
  }
  return condition.kind === 'all' ? allOf(of) : anyOf(of);
}

function testOf(test: Test, place: Place): Truth {
  const value = nameOf(test.ref, place);
  const { check, turned } = test;
  const bounds = check.op === 'compare' ? check.bounds.map(({ is, bound }) => ({ is, by: valueOf(bound, place) })) : [];
  let may = 0;
  if ((value.states & KNOWN) !== 0) {
    const passes =
      check.op === 'one-of'
        ? oneOf(check, value)
        : check.op === 'band'
          ? inBand(check, value)
          : compared(bounds, asCompared(test, place, value));
    may |= turned ? swapped(passes) : passes;
  }
  if ((value.states & NONE) !== 0) may |= turned ? YES : NO;
  if ((value.states & OPEN) !== 0) may |= UNDECIDED;
  if ((value.states & UNKNOWN) !== 0) may |= check.op === 'one-of' && check.unknown ? (turned ? NO : YES) : UNDECIDED;
  const unknown = directUnknown(test.ref, place);
  let { deps } = value;
  if (unknown !== null && deps !== 0n) deps = lookedAt(place, unknown, deps, check, bounds, test);
  for (const { by } of bounds) deps |= by.deps;
  return truth(may, deps);
}

const swapped = (may: number): number =>
  (may & UNDECIDED) | ((may & YES) !== 0 ? NO : 0) | ((may & NO) !== 0 ? YES : 0);

function oneOf({ values }: OneOf, value: Possible): number {
  if (value.words.length > 0) {
    const hits = value.words.filter((one) => values.includes(one)).length;
    return (hits > 0 ? YES : 0) | (hits < value.words.length ? NO : 0);
  }
  let may = NO;
  for (const text of values) {
    const { lo, hi } = literal(text);
    if (value.hi < lo || value.lo > hi) continue;
    if (value.lo === value.hi && lo === hi) return YES;
    may |= YES;
  }
  return may;
}

function inBand({ from, below }: Band, { lo, hi }: Possible): number {
  const least = from === null ? { lo: -Infinity, hi: -Infinity } : literal(from);
  const most = below === null ? { lo: Infinity, hi: Infinity } : literal(below);
  const may = hi >= least.lo && (below === null || lo < most.hi) ? YES : 0;
  const surely = lo >= least.hi && (below === null || hi < most.lo);
  return surely ? YES : may | NO;
}

interface Bounded {
  readonly is: Compare['bounds'][number]['is'];
  readonly by: Possible;
}

function compared(bounds: readonly Bounded[], value: Possible): number {
  return allOf(bounds.map(({ is, by }) => truth(against(is, by, value), 0n))).may;
}

function against(is: Bounded['is'], by: Possible, { lo, hi }: Possible): number {
  const undecided = (by.states & (OPEN | UNKNOWN)) !== 0 ? UNDECIDED : 0;
  if ((by.states & (KNOWN | NONE)) === 0) return undecided;
  const isNone = (by.states & NONE) !== 0;
  const least = isNone ? Math.min(0, by.states & KNOWN ? by.lo : 0) : by.lo;
  const most = isNone ? Math.max(0, by.states & KNOWN ? by.hi : 0) : by.hi;
  const [yes, no] =
    is === 'from'
      ? [hi >= least, lo < most]
      : is === 'above'
        ? [hi > least, lo <= most]
        : is === 'to'
          ? [lo <= most, hi > least]
          : [lo < most, hi >= least];
  return undecided | (yes ? YES : 0) | (no ? NO : 0);
}

/** An age is compared in completed years. */
function asCompared(test: Test, place: Place, value: Possible): Possible {
  return typeOf(test.ref, place) === 'age' ? inYears(value) : value;
}

/** A test that reads an unknown itself looks at no more of it than the test tells. */
function lookedAt(
  place: Place,
  unknown: Unknown,
  deps: bigint,
  check: Check,
  bounds: readonly Bounded[],
  test: Test,
): bigint {
  const { scene } = place;
  const own = valueBit(scene, unknown.at);
  if ((deps & own) === 0n) return deps;
  const constant = bounds.every(({ by }) => isDecided(by) && (by.states & KNOWN) !== 0);
  if (!constant || (check.op === 'compare' && typeOf(test.ref, place) === 'age')) return deps;
  const make = (): Omit<Probe, 'unknown'> => ({
    tells: (one) => told(check, bounds, one),
    cuts: cutsOf(check, bounds),
  });
  // the bounds of a comparison may differ from person to person
  const by = check.op === 'compare' ? JSON.stringify(bounds.map((one) => [one.is, one.by.lo])) : check;
  return (deps & ~own) | probeBit(scene, unknown.at, by, make);
}

function told(check: Check, bounds: readonly Bounded[], one: Class): string {
  if (one.kind === 'silent') return check.op === 'one-of' && check.unknown ? String(YES) : 'silent';
  const value: Possible =
    one.kind === 'word'
      ? { states: KNOWN, words: [one.word], lo: 0, hi: 0, deps: 0n }
      : { states: KNOWN, words: [], lo: one.lo, hi: one.hi, deps: 0n };
  const may =
    check.op === 'one-of' ? oneOf(check, value) : check.op === 'band' ? inBand(check, value) : compared(bounds, value);
  return String(may);
}

/** Where a number begins to be told apart. */
export function cutsOf(check: Check, bounds: readonly Bounded[]): number[] {
  switch (check.op) {
    case 'one-of':
      return check.values
        .filter((text) => !Number.isNaN(Number(text)))
        .flatMap((text) => [Number(text), justAbove(Number(text))]);
    case 'band':
      return [check.from, check.below].filter((text) => text !== null).map(Number);
    case 'compare':
      return bounds.map(({ is, by }) => (is === 'from' || is === 'below' ? by.lo : justAbove(by.hi)));
  }
}
