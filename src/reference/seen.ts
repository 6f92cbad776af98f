import { seriesOfLines } from './indexed.js';
import type { Lookup, Run } from './run.js';
import { traceOf } from './trace.js';

/** What a run has read when it is done, before levers, policy and trace read more. */
export interface Seen {
  readonly lookups: ReadonlyMap<string, Lookup>;
  /** Ids of the nodes of the full trace. */
  readonly nodes: ReadonlySet<string>;
  readonly seriesBeyondEnd: readonly string[];
}

export function seenBy(run: Run): Seen {
  const late = new Set([...run.seriesBeyondEnd, ...seriesOfLines(run)]);
  const lookups = new Map(run.lookups);
  return {
    lookups,
    nodes: new Set(traceOf(run, [], null, 'full').map((node) => node.id)),
    seriesBeyondEnd: [...run.definitions.series.keys()].filter((id) => late.has(id)),
  };
}
