import { snap, Exact, roundTo } from '../../../decimal/exact.js';
import type { Case, Expression } from '../../../model/expression.js';
import type { Domains, Constraints } from './domains.js';
import {
  EVERYTHING,
  inverse,
  largest,
  negative,
  plus,
  point,
  rounded,
  smallest,
  times,
  union,
  type Interval,
} from './interval.js';
import { both, constraintsOf } from './narrow.js';

/** Every number a formula may give where some things are known of the names it reads; never too few. */
export function numbersOf(expression: Expression, known: Constraints, domains: Domains): Interval {
  const of = (part: Expression): Interval => numbersOf(part, known, domains);
  switch (expression.kind) {
    case 'number':
      return point(expression.value);
    case 'word':
      return EVERYTHING;
    case 'name': {
      const domain = domains.under(expression.ref, known);
      const numbers =
        domain.type === 'age' ? rounded(domain.numbers, (months) => months.div(12).floor()) : domain.numbers;
      return domain.none || domain.unknown ? union([numbers, point('0')]) : numbers;
    }
    case 'add':
      return plus(of(expression.left), of(expression.right));
    case 'subtract':
      return plus(of(expression.left), negative(of(expression.right)));
    case 'multiply':
      return times(of(expression.left), of(expression.right));
    case 'divide':
      return times(of(expression.left), inverse(of(expression.right)));
    case 'min':
      return smallest(expression.of.map(of));
    case 'max':
      return largest(expression.of.map(of));
    case 'round':
      return rounded(of(expression.of), (value) => roundTo(value, new Exact(expression.step)));
    case 'up':
      return { ...rounded(of(expression.of), (value) => snap(value).ceil()), zero: !isAboveZero(of(expression.of)) };
    case 'down':
      return rounded(of(expression.of), (value) => snap(value).floor());
    case 'convert':
      return times(of(expression.of), point(new Exact(expression.times).div(expression.over)));
    case 'at':
      return of(expression.of);
    case 'cases':
      return casesNumbers(expression.cases, expression.otherwise, known, domains);
  }
}

/** Whether a formula may hand on that a name has no value on purpose: a name alone does, what computes takes it as 0. */
export function mayGiveNone(expression: Expression, known: Constraints, domains: Domains): boolean {
  switch (expression.kind) {
    case 'name':
      return domains.under(expression.ref, known).none;
    case 'at':
      return mayGiveNone(expression.of, known, domains);
    case 'cases': {
      const each = casesUnder(expression.cases, known, domains);
      return (
        each.cases.some(({ is, known: here }) => mayGiveNone(is, here, domains)) ||
        mayGiveNone(expression.otherwise, each.otherwise, domains)
      );
    }
    default:
      return false;
  }
}

function casesNumbers(cases: readonly Case[], otherwise: Expression, known: Constraints, domains: Domains): Interval {
  const each = casesUnder(cases, known, domains);
  return union([
    ...each.cases.map(({ is, known: here }) => numbersOf(is, here, domains)),
    numbersOf(otherwise, each.otherwise, domains),
  ]);
}

/** What is known in each case: its own condition holds, and those before it do not (`before`). */
export function casesUnder(
  cases: readonly Case[],
  known: Constraints,
  domains: Domains,
): {
  readonly cases: readonly (Case & { readonly before: Constraints; readonly known: Constraints })[];
  readonly otherwise: Constraints;
} {
  let before = known;
  const each = cases.map((one) => {
    const here = { ...one, before, known: both(before, constraintsOf(one.when, true, domains)) };
    before = both(before, constraintsOf(one.when, false, domains));
    return here;
  });
  return { cases: each, otherwise: before };
}

/** 0 < x, so that the next whole number is at least 1. */
function isAboveZero({ from, zero }: Interval): boolean {
  return from !== null && (from.gt(0) || (from.isZero() && !zero));
}
