import type { Sign } from '../../dialogue/band.js';

/** A stretch of incomes, whole cents a month, both ends in; with what is known of the balance on it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What the balance surely is at every income of it; `open` where the bounds hold both. */
  readonly sign: Sign;
  /** The two stretches that it is made of; at least two incomes. */
  halves(): readonly [Stretch, Stretch];
  /** Whether the balance is zero or more, income by income: as computed. */
  enough(): readonly boolean[];
}

export interface Zeroes {
  /** The smallest income with a balance of zero or more; null where there is none. */
  readonly first: number | null;
  /** The smallest from which on it stays so up to the top; null where the balance at the top is below zero. */
  readonly stays: number | null;
}

/** So many incomes are computed one by one about as fast as their bounds are. */
const FEW = 64;

/**
 * Where a balance crosses zero on a stretch of incomes, by branch and bound: a stretch whose bounds have one sign is settled as
 * a whole, any other is halved, and a short one is computed cent by cent. So no cent goes unseen, however narrow a limit is.
 */
export function zeroes(all: Stretch): Zeroes {
  const first = search(all, true, 'up');
  const below = search(all, false, 'down');
  return { first, stays: below === null ? all.from : below >= all.to ? null : below + 1 };
}

/** The nearest income with a balance of zero or more (`enough`), or below it, from one end of a stretch on. */
function search(stretch: Stretch, enough: boolean, way: 'up' | 'down'): number | null {
  const { from, to, sign } = stretch;
  if (sign !== 'open') return (sign === 'enough') === enough ? (way === 'up' ? from : to) : null;
  if (to - from < FEW) {
    const all = stretch.enough();
    const at = way === 'up' ? all.indexOf(enough) : all.lastIndexOf(enough);
    return at < 0 ? null : from + at;
  }
  const [low, high] = stretch.halves();
  const [near, far] = way === 'up' ? [low, high] : [high, low];
  return search(near, enough, way) ?? search(far, enough, way);
}
