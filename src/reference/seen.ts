import { seriesOfLines } from './indexed.js';
import type { Lookup, Run } from './run.js';
import { rootsOf, weave } from './trace.js';

/** What a run has read when it is done, before levers, policy and trace read more. */
export interface Seen {
  readonly lookups: ReadonlyMap<string, Lookup>;
  /** Assumed bills that a node of the full trace names. */
  readonly bills: ReadonlySet<string>;
  readonly seriesBeyondEnd: readonly string[];
}

export function seenBy(run: Run): Seen {
  const late = new Set([...run.seriesBeyondEnd, ...seriesOfLines(run)]);
  const lookups = new Map(run.lookups);
  return {
    lookups,
    bills: billsRead(run),
    seriesBeyondEnd: [...run.definitions.series.keys()].filter((id) => late.has(id)),
  };
}

function billsRead(run: Run): Set<string> {
  const assumed = [...run.bills].filter(([, state]) => state.origin === 'assumed').map(([id]) => id);
  if (assumed.length === 0) return new Set();
  const { facts, tables, incomes } = run.model;
  const inside = [...facts, ...tables, ...incomes, ...(run.policy?.settings ?? [])].some(namesBill);
  const nodes = weave(
    run,
    rootsOf(run).filter(({ rules }) => inside || rules?.some(namesBill) === true),
  );
  return new Set(assumed.filter((id) => nodes.has(`bill/${id}`)));
}

const naming = new WeakMap<object, boolean>();

/** Whether a bill's name stands anywhere in a rule: only from there can a node name a bill. */
function namesBill(rule: object): boolean {
  const known = naming.get(rule) ?? JSON.stringify(rule).includes('"of":"bill"');
  naming.set(rule, known);
  return known;
}
