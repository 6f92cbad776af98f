import { seriesOfLines } from './indexed.js';
import type { Lookup, Run } from './run.js';
import { woven } from './trace.js';

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
  const nodes = woven(run, 'full');
  return new Set(assumed.filter((id) => nodes.has(`bill/${id}`)));
}
