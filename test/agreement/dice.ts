/** A small seeded generator (mulberry32), so that a pack is known by one number. */
export interface Dice {
  /** 0 … n − 1 */
  below(n: number): number;
  /** True in one of n throws. */
  oneIn(n: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], atMost: number): T[];
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick,
    some: (list, atMost) => {
      const wanted = Math.min(list.length, 1 + below(Math.max(1, atMost)));
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(below(list.length));
      return list.filter((_, i) => chosen.has(i));
    },
  };
}
