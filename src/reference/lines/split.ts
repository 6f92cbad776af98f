import { Exact, roundTo, snap } from '../../decimal/exact.js';

/**
 * Splits an amount by weights: each part is cut down to the rounding step, the missing steps go one each to the largest
 * remainders, of equals to the first. Without any weight the shares are equal. One part takes the amount, rounded.
 */
export function split(amount: Exact, weights: readonly Exact[], step: Exact): Exact[] {
  const whole = roundTo(amount, step);
  if (weights.length === 1) return [whole];
  const total = weights.reduce<Exact>((sum, one) => sum.add(one), new Exact(0));
  const shares = weights.map((weight) =>
    snap(total.isZero() ? amount.div(weights.length) : amount.mul(weight).div(total)),
  );
  const cut = shares.map((share) => snap(share.div(step)).floor().mul(step));
  const missing = cut
    .reduce<Exact>((left, one) => left.sub(one), whole)
    .div(step)
    .toNumber();
  const byRemainder = shares
    .map((share, place) => ({ place, remainder: share.sub(cut[place]!) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.place - b.place);
  const lucky = new Set(byRemainder.slice(0, missing).map((one) => one.place));
  return cut.map((part, place) => (lucky.has(place) ? part.add(step) : part));
}
