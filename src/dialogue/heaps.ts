import { entries, type Dense } from './factor.js';

/** Tables larger than this are not joined: the unknown is then chosen apart in each, which only widens the band. */
const LARGEST_TABLE = 6_000;

/** The unknown whose tables join to the smallest; null when all are settled. */
export function cheapest(tables: readonly Dense[], sizes: readonly number[]): number | null {
  const joined = new Map<number, Set<number>>();
  for (const { scope } of tables)
    for (const one of scope) {
      const known = joined.get(one) ?? new Set<number>();
      joined.set(one, known);
      for (const other of scope) known.add(other);
    }
  let best: number | null = null;
  let least = Infinity;
  for (const [one, scope] of joined) {
    const size = entries(scope, sizes);
    if (size < least) [best, least] = [one, size];
  }
  return best;
}

/** Tables put together as long as their join stays small; the largest first. */
export function heapsOf<T extends Dense>(tables: readonly T[], sizes: readonly number[]): T[][] {
  const heaps: { scope: Set<number>; tables: T[] }[] = [];
  for (const table of [...tables].sort((a, b) => b.lo.length - a.lo.length)) {
    const fitting = heaps.find(({ scope }) => entries(new Set([...scope, ...table.scope]), sizes) <= LARGEST_TABLE);
    if (fitting === undefined) heaps.push({ scope: new Set(table.scope), tables: [table] });
    else {
      fitting.tables.push(table);
      for (const one of table.scope) fitting.scope.add(one);
    }
  }
  return heaps.map(({ tables: heap }) => heap);
}
