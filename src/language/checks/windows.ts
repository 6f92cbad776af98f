import type { Model } from '../../model/model.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import { createDomains } from './domains/domain.js';
import type { Domains } from './domains/domains.js';
import { definitionsOf } from './definitions.js';

/** Months in which the same definitions hold, both ends in; null = all months. */
export type Window = readonly [MonthIndex, MonthIndex] | null;

/** The months of `covers` in which an edition of a table is read, cut where a definition begins or ends. */
export function windowsOf(
  model: Model,
  valid: Valid,
  from: MonthIndex | null,
  next: MonthIndex | null,
): readonly Window[] {
  const [first, last] = model.pack.covers;
  const start = Math.max(first, valid.from ?? first, from ?? first);
  const end = Math.min(last, valid.to ?? last, next === null ? last : next - 1);
  if (start > end) return [null];
  const cuts = new Set<MonthIndex>([start]);
  for (const { valid: other } of [...model.facts, ...model.derived]) {
    if (other.from !== null && other.from > start && other.from <= end) cuts.add(other.from);
    if (other.to !== null && other.to >= start && other.to < end) cuts.add(other.to + 1);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((month, i) => [month, (starts[i + 1] ?? end + 1) - 1]);
}

/** Domains of the definitions that hold in a window. */
export function windowed(model: Model, all: Domains): (window: Window) => Domains {
  const made = new Map<string, Domains>();
  const changing = [...model.facts, ...model.derived].some(({ valid }) => valid.from !== null || valid.to !== null);
  return (window) => {
    if (window === null || !changing) return all;
    const key = window.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const [first, last] = window;
    const holds = ({ valid }: { readonly valid: Valid }): boolean =>
      (valid.from ?? first) <= last && (valid.to ?? last) >= first;
    const domains = createDomains(model, definitionsOf(model, holds));
    made.set(key, domains);
    return domains;
  };
}
