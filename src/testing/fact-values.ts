import fc from 'fast-check';
import { Exact, plain } from '../decimal/exact.js';
import type { Fact } from '../model/facts.js';
import { around, type Edges } from './edges.js';

/** A value of a fact as a household would write it, `unknown` included where it may be. */
export function valueOf(fact: Fact, edges: Edges): fc.Arbitrary<string> {
  const known = knownValueOf(fact, edges);
  return fact.required
    ? known
    : fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: fc.constant('unknown') });
}

/** A value of a fact that is said. */
export function knownValueOf(fact: Fact, edges: Edges): fc.Arbitrary<string> {
  switch (fact.type) {
    case 'yes-no':
      return fc.constantFrom('yes', 'no');
    case 'one-of':
      return fc.constantFrom(...fact.values);
    case 'share':
      return fc.oneof(
        fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`),
        fc.constantFrom('0', '1', '50%', '33.333%', '0.125'),
      );
    case 'date':
    case 'month':
      return fc
        .tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
    default:
      return numberOf(fact, edges);
  }
}

function numberOf(fact: Fact, edges: Edges): fc.Arbitrary<string> {
  if (fact.type === 'age') return yearsOf(edges.get(fact.id) ?? []);
  const whole = fact.type === 'whole';
  const least = Number(fact.range?.from ?? fact.plausible?.from ?? 0);
  const below = Number(fact.range?.below ?? fact.plausible?.below ?? (whole ? 12 : 5000));
  const inside = (text: string): boolean =>
    (fact.range === null || (Number(text) >= least && Number(text) < below)) &&
    !(fact.range === null && Number(text) < 0);
  const bounds = [...(edges.get(fact.id) ?? [])]
    .flatMap((value) => around(value, whole ? '1' : '0.01'))
    .filter((text) => inside(text) && (!whole || !text.includes('.')));
  const any = whole
    ? fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.ceil(below) - 1) }).map(String)
    : centsBetween(least, below);
  return bounds.length === 0 ? any : fc.oneof(any, fc.constantFrom(...bounds));
}

/** Completed years; edges of ages are in months. */
function yearsOf(months: readonly string[]): fc.Arbitrary<string> {
  const years = months.flatMap((text) => [Math.floor(Number(text) / 12), Math.floor(Number(text) / 12) - 1]);
  const bounds = years.filter((year) => year >= 0 && year <= 120).map(String);
  const any = fc.integer({ min: 0, max: 120 }).map(String);
  return bounds.length === 0 ? any : fc.oneof(any, fc.constantFrom(...bounds));
}

/** Amounts in cents, and some with three places that end in 5: the ties of rounding. */
export function centsBetween(least: number, below: number): fc.Arbitrary<string> {
  const from = Math.ceil(least * 1000);
  const to = Math.max(from, Math.ceil(below * 1000) - 1);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.integer({ min: from, max: to }).map((mills) => shown(mills - (((mills % 10) + 10) % 10), from)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: from, max: to }).map((mills) => shown(mills - (((mills % 10) + 10) % 10) + 5, from)),
    },
  );
}

function shown(mills: number, from: number): string {
  return plain(new Exact(Math.max(mills, from)).div(1000));
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
