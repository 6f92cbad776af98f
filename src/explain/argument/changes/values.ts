import { monthText } from '../../../calendar/month.js';
import { Exact, plain } from '../../../decimal/exact.js';
import type { Band, Compare, Test } from '../../../model/condition.js';
import type { Fact } from '../../../model/facts.js';
import type { Context } from '../context.js';
import { limitOf } from '../needed.js';

/** Words of one fact that are tried; more would say "anything else". */
const MOST_WORDS = 4;
const CENT = '0.01';

/** A value to try: as a household file writes it, and as the trace does. */
export interface Value {
  readonly said: string;
  readonly told: string;
}

/** Values of an asked fact with which a test, before it is turned, passes or fails: words, or the nearest number. */
export function valuesFor(
  context: Context,
  { check }: Test,
  fact: Fact,
  passes: boolean,
  person: string | null,
): readonly Value[] {
  if (check.op === 'one-of') return wordsFor(fact, check.values, passes).map((word) => ({ said: word, told: word }));
  const numbers = check.op === 'band' ? bandEnds(check, passes, fact) : boundEnds(context, check, passes, fact, person);
  return numbers.flatMap((number) => numberValue(fact, number) ?? []);
}

/** Numbers by how far they are from what was said; words, and all of what nobody said, as they are. */
export function nearestFirst(values: readonly Value[], from: string | null): readonly Value[] {
  const here = measured(from ?? '');
  const far = ({ told }: Value): number => Math.abs(measured(told) - here);
  return values.some((one) => Number.isNaN(far(one))) ? values : [...values].sort((a, b) => far(a) - far(b));
}

/** An age in months. */
export function monthsOf({ told }: Value): number {
  return measured(told);
}

/** A number as the trace writes it, ages in months. */
function measured(told: string): number {
  const [, number = '', unit] = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(told) ?? [];
  return number === '' ? NaN : Number(number) * (unit === 'years' ? 12 : 1);
}

/** Other words that a fact may have. */
export function wordsFor(fact: Fact, values: readonly string[], passes: boolean): readonly string[] {
  const all = fact.type === 'yes-no' ? ['yes', 'no'] : fact.values;
  if (fact.type === 'one-of' || fact.type === 'yes-no' || fact.values.length > 0)
    return all.filter((word) => word !== 'unknown' && values.includes(word) === passes).slice(0, MOST_WORDS);
  return passes ? values.filter((value) => value !== 'unknown' && value !== 'none').slice(0, MOST_WORDS) : [];
}

/** The nearest numbers inside a band, or just outside it. */
function bandEnds({ from, below }: Band, passes: boolean, fact: Fact): readonly Exact[] {
  const step = stepOf(fact);
  const inside = [from === null ? null : new Exact(from), below === null ? null : new Exact(below).sub(step)];
  const outside = [from === null ? null : new Exact(from).sub(step), below === null ? null : new Exact(below)];
  return (passes ? inside : outside).filter((end) => end !== null);
}

function boundEnds(
  context: Context,
  { bounds }: Compare,
  passes: boolean,
  fact: Fact,
  person: string | null,
): readonly Exact[] {
  const step = fact.type === 'age' ? new Exact(1) : stepOf(fact);
  const months = (years: Exact): Exact => (fact.type === 'age' ? years.mul(12) : years);
  return bounds.flatMap(({ is, bound }) => {
    const limit = limitOf(context, bound, person);
    if (limit === null) return [];
    const upwards = is === 'from' || is === 'above';
    // The limit itself passes `from` and `to`, and fails `above` and `below`.
    const itself = (is === 'from' || is === 'to') === passes;
    return [months(itself ? limit : upwards === passes ? limit.add(step) : limit.sub(step))];
  });
}

function stepOf({ type }: Fact): Exact {
  return new Exact(type === 'amount' || type === 'share' || type === 'number' ? CENT : 1);
}

/** A number as this fact is said; null where it cannot be. */
function numberValue(fact: Fact, value: Exact): Value | null {
  if (value.lt(0)) return null;
  if (fact.type === 'date' || fact.type === 'month') {
    const text = monthText(value.toNumber());
    return { said: fact.type === 'date' ? `${text}-01` : text, told: text };
  }
  if (fact.type === 'age') {
    const years = value.div(12).floor();
    return value.mod(12).isZero() || value.gte(24)
      ? { said: plain(years), told: `${plain(years)} years` }
      : { said: `${plain(value)} months`, told: `${plain(value)} months` };
  }
  const text = plain(value);
  return fact.unit === null
    ? { said: text, told: text }
    : { said: `${text} ${fact.unit}`, told: `${text} ${fact.unit}` };
}
