import { seriesOfLines } from '../lines/indexed.js';
import type { Run } from '../run.js';
import type { Lookup } from '../states.js';

/** What a run has read when it is done, before levers, policy and trace read more. */
export interface Seen {
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly bills: ReadonlySet<string>;
  readonly seriesBeyondEnd: readonly string[];
}

export function seenBy(run: Run): Seen {
  const late = new Set([...run.seriesBeyondEnd, ...seriesOfLines(run)]);
  return {
    lookups: new Map(run.lookups),
    bills: new Set(run.billsRead),
    seriesBeyondEnd: [...run.definitions.series.keys()].filter((id) => late.has(id)),
  };
}
