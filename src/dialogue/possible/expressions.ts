import type { Expression } from '../../model/expression.js';
import type { ValueType } from '../../model/value.js';
import { truthOf } from './conditions.js';
import { add, divide, down, largest, literal, multiply, round, smallest, subtract, up, type Span } from './interval.js';
import { nameOf, typeOf } from './names.js';
import {
  either,
  inFormula,
  numberIn,
  OPEN,
  settled,
  SILENCE,
  UNKNOWN,
  withDeps,
  word,
  ZERO_OPEN,
  type Possible,
} from './possible.js';
import type { Place } from './scene.js';
import { UNDECIDED, YES } from './truth.js';

/** All that a formula, or a choice of words, may be worth. */
export function valueOf(e: Expression, place: Place): Possible {
  switch (e.kind) {
    case 'number': {
      const { lo, hi } = literal(e.value);
      return numberIn(lo, hi);
    }
    case 'word':
      return word(e.value);
    case 'name':
      return typeOf(e.ref, place) === 'age' ? inYears(nameOf(e.ref, place)) : nameOf(e.ref, place);
    case 'add':
      return combined([e.left, e.right], place, ([a, b]) => add(a!, b!));
    case 'subtract':
      return combined([e.left, e.right], place, ([a, b]) => subtract(a!, b!));
    case 'multiply':
      return combined([e.left, e.right], place, ([a, b]) => multiply(a!, b!));
    case 'divide':
      return combined([e.left, e.right], place, ([a, b]) => divide(a!, b!));
    case 'min':
      return combined(e.of, place, smallest);
    case 'max':
      return combined(e.of, place, largest);
    case 'round':
      return combined([e.of], place, ([a]) => round(a!, literal(e.step)));
    case 'up':
      return combined([e.of], place, ([a]) => up(a!));
    case 'down':
      return combined([e.of], place, ([a]) => down(a!));
    case 'convert':
      return combined([e.of], place, ([a]) => divide(multiply(a!, literal(e.times)), literal(e.over)));
    case 'at':
      return valueOf(e.of, { ...place, asOf: e.month });
    case 'cases':
      return casesOf(e, place);
  }
}

/** A formula whose result has a type: an age stays in months where it is only passed on, else years become months. */
export function valueAs(e: Expression, type: ValueType, place: Place): Possible {
  if (type !== 'age') return valueOf(e, place);
  if (e.kind === 'name' && typeOf(e.ref, place) === 'age') return nameOf(e.ref, place);
  const years = valueOf(e, place);
  return { ...years, lo: years.lo * 12, hi: years.hi * 12 };
}

/** An age is kept in months; a formula takes completed years. */
export const inYears = (age: Possible): Possible => ({
  ...age,
  lo: Math.floor(age.lo / 12),
  hi: Math.floor(age.hi / 12),
});

/** Arithmetic on numbers: open where one of them is. */
function combined(of: readonly Expression[], place: Place, compute: (spans: readonly Span[]) => Span): Possible {
  const raw = of.map((one) => valueOf(one, place));
  const values = raw.map(inFormula);
  const { lo, hi } = compute(values);
  const states = values.reduce((all, one) => all | one.states, 0);
  const unknown = raw.some((one) => (one.states & UNKNOWN) !== 0) ? UNKNOWN : 0;
  const open = values.some((one) => one.states === OPEN) ? OPEN : states;
  return settled(
    numberIn(
      lo,
      hi,
      values.reduce((all, one) => all | one.deps, 0n),
      open | unknown,
    ),
  );
}

/** The number of a formula: `none` counts 0. */
export const numberOf = (e: Expression, place: Place): Possible => inFormula(valueOf(e, place));

/** The first that holds; an undecided one before it leaves the whole without value: unknown, or open with 0. */
function casesOf(e: Extract<Expression, { kind: 'cases' }>, place: Place): Possible {
  let found: Possible | null = null;
  let deps = 0n;
  for (const one of e.cases) {
    const holds = truthOf(one.when, place);
    deps |= holds.deps;
    if ((holds.may & YES) !== 0) found = either(found, valueOf(one.is, place));
    if ((holds.may & UNDECIDED) !== 0) found = either(found, withoutValue(place));
    if ((holds.may & ~(YES | UNDECIDED)) === 0) return settled(withDeps(found!, deps));
  }
  return settled(withDeps(either(found, valueOf(e.otherwise, place)), deps));
}

/** Words are unknown; numbers are unknown where the definition may be, else open: both are covered. */
export function withoutValue(place: Place): Possible {
  return place.unknowable ? either(SILENCE, ZERO_OPEN) : ZERO_OPEN;
}
