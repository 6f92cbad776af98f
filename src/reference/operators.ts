import { Exact } from '../decimal/exact.js';

/** A fact as the engine sees it: json-rules-engine compares decimals as text, so operators of our own read these. */
export type EngineFact =
  | { readonly is: 'known'; readonly value: string }
  | { readonly is: 'none' }
  /** Unknown: nobody said. Open: nobody said yet, 0 until then. Failed: it cannot be computed. */
  | { readonly is: 'unknown' | 'open' | 'failed' };

/** Said, worked out, or on purpose nothing: every test on it is *yes* or *no*. */
export function isSettled(fact: EngineFact | undefined): boolean {
  return fact?.is === 'known' || fact?.is === 'none';
}

/** What stands in a leaf beside its operator. */
export interface OneOfValue {
  readonly values: readonly string[];
  readonly unknown: boolean;
}
export interface BandValue {
  readonly from: string | null;
  readonly below: string | null;
}

type Decide = (known: string, value: never) => boolean;

const TESTS: Readonly<Record<string, Decide>> = {
  'one-of': (known, { values }: OneOfValue) => values.includes(known),
  band: (known, { from, below }: BandValue) =>
    (from === null || new Exact(known).gte(from)) && (below === null || new Exact(known).lt(below)),
  from: (known, bound: string) => new Exact(known).gte(bound),
  to: (known, bound: string) => new Exact(known).lte(bound),
  above: (known, bound: string) => new Exact(known).gt(bound),
  below: (known, bound: string) => new Exact(known).lt(bound),
};

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
  if (fact.is === 'unknown') return test === 'one-of' && (value as OneOfValue).unknown && !turned;
  if (fact.is === 'none') return turned;
  if (fact.is !== 'known') return false;
  const bound = boundText(value);
  return bound === null ? false : decide(fact.value, bound as never) !== turned;
}

/** A bound that is a name comes as that name's fact; without a known number it decides nothing. `none` counts as 0. */
function boundText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('is' in value)) return value;
  const bound = value as EngineFact;
  if (bound.is === 'none') return '0';
  return bound.is === 'known' ? bound.value : null;
}
