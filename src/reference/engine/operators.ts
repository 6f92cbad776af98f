import type { Exact } from '../../decimal/exact.js';
import { endsOf, listOf, numberOf } from './leaf-value.js';
import { ZERO } from '../values/value.js';

/**
 * A fact as the engine sees it: json-rules-engine compares decimals as text, so operators of our own read these.
 * `text` is the same for two facts on which every test decides the same: `=word`, a number, or a state in brackets.
 */
export type EngineFact =
  /** A word, or a number at 24 places. */
  | { readonly is: 'known'; readonly value: string | Exact; readonly text: string }
  /**
   * None: on purpose nothing. Unknown: nobody said. Open: nobody said yet, 0 until then. Failed: it cannot be computed.
   */
  | { readonly is: 'none' | 'unknown' | 'open' | 'failed'; readonly text: string };

/** Said, worked out, or on purpose nothing: every test on it is *yes* or *no*. */
export function isSettled({ is }: EngineFact): boolean {
  return is === 'known' || is === 'none';
}

/** Whether a known fact passes; null where the other side is not known. */
type Decide = (known: string | Exact, value: unknown) => boolean | null;

const TESTS: Readonly<Record<string, Decide>> = {
  'one-of': (known, value) => {
    const { words, numbers } = listOf(value as string);
    return typeof known === 'string' ? words.has(known) : numbers.some((one) => known.eq(one));
  },
  band: (known, value) => {
    const { from, below } = endsOf(value as string);
    const number = asNumber(known);
    return (from === null || number.gte(from)) && (below === null || number.lt(below));
  },
  from: against((number, bound) => number.gte(bound)),
  to: against((number, bound) => number.lte(bound)),
  above: against((number, bound) => number.gt(bound)),
  below: against((number, bound) => number.lt(bound)),
};

function against(compare: (number: Exact, bound: Exact) => boolean): Decide {
  return (known, value) => {
    const bound = boundOf(value);
    return bound === null ? null : compare(asNumber(known), bound);
  };
}

function asNumber(known: string | Exact): Exact {
  if (typeof known === 'string') throw new Error(`"${known}" is compared with a number`);
  return known;
}

/** A number of the pack comes as text, a name as that name's fact. `none` counts as 0. */
function boundOf(value: unknown): Exact | null {
  if (typeof value === 'string') return numberOf(value);
  const fact = value as EngineFact;
  if (fact.is === 'none') return ZERO;
  return fact.is === 'known' ? asNumber(fact.value) : null;
}

/** The name of the operator that decides a test, or the same test turned round. */
export function operatorName(test: string, turned: boolean): string {
  return turned ? `not-${test}` : test;
}

/**
 * Each test and its turned twin, as json-rules-engine calls them. A leaf on what nobody knows is false, turned or not,
 * unless the list accepts silence; `none` is no to the test and yes to its twin.
 */
export function operators(): { name: string; decide: (fact: EngineFact, value: unknown) => boolean }[] {
  return Object.entries(TESTS).flatMap(([test, decide]) =>
    [false, true].map((turned) => ({
      name: operatorName(test, turned),
      decide: (fact: EngineFact, value: unknown) => leaf(test, decide, turned, fact, value),
    })),
  );
}

function leaf(test: string, decide: Decide, turned: boolean, fact: EngineFact, value: unknown): boolean {
  if (fact.is === 'unknown') return test === 'one-of' && listOf(value as string).unknown && !turned;
  if (fact.is === 'none') return turned;
  if (fact.is !== 'known') return false;
  const passes = decide(fact.value, value);
  return passes !== null && passes !== turned;
}
