import type { Ref } from '../../model/expression.js';
import type { Model } from '../../model/model.js';
import { nameOf } from '../../model/node-id.js';
import { idOf, namesIn, namesInCondition, namesInNeed, namesInRule, namesInTable } from './names.js';

/** Which name reads which, whatever the month. */
export interface Graph {
  /** What a name reads. */
  readonly reads: (ref: Ref) => readonly Ref[];
  /** A shortest way from some names to one that fits, both ends in; null when none is reached. */
  wayTo(starts: readonly Ref[], fits: (ref: Ref) => boolean): readonly string[] | null;
}

export function createGraph(model: Model): Graph {
  const read = new Map<string, Ref[]>();
  const add = (key: string, names: readonly Ref[]): void => {
    const list = read.get(key);
    if (list === undefined) read.set(key, [...names]);
    else list.push(...names);
  };
  for (const fact of model.facts) add(`fact ${fact.id}`, [...namesInCondition(fact.applies), ...namesIn(fact.assume)]);
  for (const { id, rule } of model.derived) add(`derived ${id}`, namesInRule(rule));
  for (const table of model.tables) add(`table ${table.id}`, namesInTable(table));
  for (const need of model.needs) add(`line ${need.id}`, namesInNeed(need));
  for (const { when, effects, on } of model.adjustments) {
    const names = [...namesInCondition(when), ...effects.flatMap(({ by }) => namesIn(by))];
    for (const id of on) add(`line ${id}`, names);
  }
  for (const { id, of } of model.totals)
    add(
      `total ${id}`,
      of.map((line) => ({ of: 'line', id: line })),
    );
  for (const { id, assume } of model.bills) add(`bill ${id}`, namesIn(assume));
  const reads = (ref: Ref): readonly Ref[] => read.get(`${ref.of} ${idOf(ref)}`) ?? [];
  return { reads, wayTo: (starts, fits) => wayTo(starts, fits, reads) };
}

interface Stop {
  readonly ref: Ref;
  readonly before: Stop | null;
}

function wayTo(starts: readonly Ref[], fits: (ref: Ref) => boolean, reads: Graph['reads']): readonly string[] | null {
  const seen = new Set<string>();
  let stops: Stop[] = starts.map((ref) => ({ ref, before: null }));
  while (stops.length > 0) {
    const next: Stop[] = [];
    for (const stop of stops) {
      const key = `${stop.ref.of} ${idOf(stop.ref)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (fits(stop.ref)) return backFrom(stop);
      next.push(...reads(stop.ref).map((ref) => ({ ref, before: stop })));
    }
    stops = next;
  }
  return null;
}

function backFrom(stop: Stop): readonly string[] {
  const names: string[] = [];
  for (let at: Stop | null = stop; at !== null; at = at.before) names.unshift(nameOf(at.ref));
  return names;
}
