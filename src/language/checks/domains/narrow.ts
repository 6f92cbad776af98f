import { Exact } from '../../../decimal/exact.js';
import type { Check, Condition, Test } from '../../../model/condition.js';
import type { Ref } from '../../../model/expression.js';
import type { Cell } from '../../../model/numbers.js';
import { NO_CONSTRAINTS, type Constraint, type Constraints, type Domains } from './domains.js';
import { numbersOf } from './formula-domain.js';
import { EVERYTHING, overlap, union, point, type Interval } from './interval.js';
import { keyOf } from '../names.js';

/** What is known of the names of a condition that surely holds (`truth`), or surely does not. */
export function constraintsOf(condition: Condition | null, truth: boolean, domains: Domains, deep = 8): Constraints {
  if (condition === null) return NO_CONSTRAINTS;
  if (condition.kind === 'test') return constraintsOfTest(condition, truth, domains, deep);
  if ((condition.kind === 'all') !== truth)
    return condition.of.length === 1 ? constraintsOf(condition.of[0]!, truth, domains, deep) : NO_CONSTRAINTS;
  return condition.of.map((part) => constraintsOf(part, truth, domains, deep)).reduce(both, NO_CONSTRAINTS);
}

/** Both sets of constraints at once. */
export function both(a: Constraints, b: Constraints): Constraints {
  if (a.size === 0) return b;
  const merged = new Map(a);
  for (const [key, constraint] of b) {
    const other = merged.get(key);
    merged.set(key, other === undefined ? constraint : meet(other, constraint));
  }
  return merged;
}

function meet(a: Constraint, b: Constraint): Constraint {
  const words =
    a.words === null
      ? b.words
      : b.words === null
        ? a.words
        : new Set([...a.words].filter((word) => b.words?.has(word)));
  return { words, numbers: overlap(a.numbers, b.numbers), known: a.known || b.known, some: a.some || b.some };
}

function constraintsOfTest(test: Test, truth: boolean, domains: Domains, deep: number): Constraints {
  const holds = truth !== test.turned;
  const constraint = holds ? inside(test.check, domains, test) : outside(test.check, domains, test);
  const known: Constraints = new Map([[keyOf(test.ref), constraint]]);
  return both(known, behind(test, holds, domains, deep));
}

/** A yes-no that is derived by a condition tells what its condition tells. */
function behind(test: Test, holds: boolean, domains: Domains, deep: number): Constraints {
  if (test.ref.of !== 'derived' || test.check.op !== 'one-of' || test.check.unknown || deep === 0)
    return NO_CONSTRAINTS;
  const definitions = domains.definitions.derived.get(test.ref.id) ?? [];
  const [derived] = definitions;
  if (
    definitions.length !== 1 ||
    derived === undefined ||
    derived.type !== 'yes-no' ||
    derived.rule.kind !== 'condition'
  )
    return NO_CONSTRAINTS;
  const { values } = test.check;
  if (values.length !== 1) return NO_CONSTRAINTS;
  return constraintsOf(derived.rule.when, (values[0] === 'yes') === holds, domains, deep - 1);
}

/** The value fits the check: it is known (unless silence is accepted) and not none. */
function inside(check: Check, domains: Domains, test: Test): Constraint {
  switch (check.op) {
    case 'one-of':
      return {
        words: new Set(check.values),
        numbers:
          domains.of(test.ref).words === null && check.values.length > 0 ? union(check.values.map(point)) : EVERYTHING,
        known: !check.unknown,
        some: true,
      };
    case 'band':
      return {
        words: null,
        numbers: bandNumbers(check.from, check.below, domains.of(test.ref).whole),
        known: true,
        some: true,
      };
    case 'compare':
      return { words: null, numbers: compareNumbers(check, domains, test), known: true, some: true };
  }
}

/** The value does not fit: it is known, and may be none. */
function outside(check: Check, domains: Domains, test: Test): Constraint {
  const domain = domains.of(test.ref);
  const free: Constraint = { words: null, numbers: EVERYTHING, known: true, some: false };
  if (check.op === 'one-of') {
    if (domain.words !== null)
      return { ...free, words: new Set(domain.words.filter((word) => !check.values.includes(word))) };
    return { ...free, numbers: withoutNumbers(check.values, domain.numbers, domain.whole) };
  }
  if (check.op === 'band') {
    if (check.from === null && check.below !== null)
      return { ...free, numbers: { from: new Exact(check.below), to: null, zero: true } };
    if (check.below === null && check.from !== null)
      return { ...free, numbers: justBelow(new Exact(check.from), domain.whole) };
    const zeroInside = new Exact(check.from ?? 0).lte(0) && new Exact(check.below ?? 0).gt(0);
    return { ...free, numbers: withoutLower(check.from, check.below, domain.numbers, zeroInside) };
  }
  const [only] = check.bounds;
  if (check.bounds.length !== 1 || only === undefined || domain.type === 'age') return free;
  const bound = numbersOf(only.bound, NO_CONSTRAINTS, domains);
  switch (only.is) {
    case 'from':
      return { ...free, numbers: { from: null, to: bound.to, zero: !isZero(bound.to) } };
    case 'above':
      return { ...free, numbers: { from: null, to: bound.to, zero: true } };
    case 'to':
      return { ...free, numbers: { from: bound.from, to: null, zero: !isZero(bound.from) } };
    case 'below':
      return { ...free, numbers: { from: bound.from, to: null, zero: true } };
  }
}

function bandNumbers(from: string | null, below: string | null, whole: boolean): Interval {
  const low = from === null ? null : new Exact(from);
  if (below === null) return { from: low, to: null, zero: true };
  return overlap({ from: low, to: null, zero: true }, justBelow(new Exact(below), whole));
}

function justBelow(below: Exact, whole: boolean): Interval {
  return { from: null, to: whole ? below.minus(1) : below, zero: !below.isZero() };
}

/** Numbers of a domain that are none of some, where those stand at its lower end; 0 is kept off in any case. */
function withoutNumbers(values: readonly string[], numbers: Interval, whole: boolean): Interval {
  const gone = values.map((value) => new Exact(value));
  let from = numbers.from;
  while (whole && from !== null && gone.some((value) => from !== null && value.eq(from))) from = from.plus(1);
  return { from, to: null, zero: !gone.some((value) => value.isZero()) };
}

function withoutLower(from: string | null, below: string | null, numbers: Interval, zeroInside: boolean): Interval {
  const atLowerEnd =
    numbers.from !== null && from !== null && below !== null && numbers.from.gte(from) && numbers.from.lt(below);
  return { from: atLowerEnd ? new Exact(below) : null, to: null, zero: !zeroInside };
}

function compareNumbers(check: Extract<Check, { op: 'compare' }>, domains: Domains, test: Test): Interval {
  const inMonths = domains.of(test.ref).type === 'age';
  let numbers = EVERYTHING;
  for (const { is, bound } of check.bounds) {
    const limit = numbersOf(bound, NO_CONSTRAINTS, domains);
    if (inMonths) continue;
    if (is === 'from') numbers = overlap(numbers, { from: limit.from, to: null, zero: true });
    if (is === 'above') numbers = overlap(numbers, { from: limit.from, to: null, zero: !isZero(limit.from) });
    if (is === 'to') numbers = overlap(numbers, { from: null, to: limit.to, zero: true });
    if (is === 'below') numbers = overlap(numbers, { from: null, to: limit.to, zero: !isZero(limit.to) });
  }
  return numbers;
}

function isZero(value: Exact | null): boolean {
  return value !== null && value.isZero();
}

/** What is known of a table's key where a cell of a row takes it. */
export function keyConstraint(key: Ref, cell: Cell, domains: Domains): readonly [string, Constraint] {
  return [keyOf(key), cellConstraint(cell, domains.of(key).whole)];
}

function cellConstraint(cell: Cell, whole: boolean): Constraint {
  switch (cell.kind) {
    case 'any':
      return { words: null, numbers: EVERYTHING, known: false, some: false };
    case 'band':
      return { words: null, numbers: bandNumbers(cell.from, cell.below, whole), known: true, some: true };
    case 'one-of': {
      const numeric = cell.values.length > 0 && cell.values.every((value) => /^-?\d+(\.\d+)?$/.test(value));
      return {
        words: new Set(cell.values),
        numbers: numeric ? union(cell.values.map(point)) : EVERYTHING,
        known: !cell.unknown,
        some: true,
      };
    }
  }
}
