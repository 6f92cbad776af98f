import { Exact, plain } from '../../decimal/exact.js';
import type { Test } from '../../model/condition.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import type { Context } from './context.js';
import { limitOf, measureOf } from './needed.js';
import type { Quantity } from './reading-shape.js';
import type { Reading } from './reasons/reason-shape.js';

/** How far a value is from passing a test; only for bands and single bounds, which are not turned round. */
export function distanceOf(
  context: Context,
  test: Test,
  { value }: TraceTest,
  read: TraceNode | undefined,
  person: string | null,
): Reading['far'] {
  const { check, turned, ref } = test;
  const measured = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(value ?? '');
  if (turned || measured === null || check.op === 'one-of') return null;
  const months = read?.kind === 'fact' ? read.months : undefined;
  const number = new Exact(measured[1] ?? '0');
  if (check.op === 'band') {
    const here = months === undefined ? number : new Exact(months);
    const unit = months === undefined ? (measured[2] ?? measureOf(context, ref).unit) : 'months';
    // The upper end of a band is out: among whole numbers the last one in is one below it.
    const step = unit === 'months' || measureOf(context, ref).type === 'whole' ? 1 : 0;
    if (check.from !== null && here.lt(check.from)) return far(here, new Exact(check.from), unit);
    if (check.below !== null && here.gte(check.below)) return far(here, new Exact(check.below).sub(step), unit);
    return null;
  }
  const unit = measured[2] ?? measureOf(context, ref).unit;
  for (const { is, bound } of check.bounds) {
    const limit = limitOf(context, bound, person);
    if (limit === null) continue;
    const short = (is === 'from' && number.lt(limit)) || (is === 'above' && number.lte(limit));
    const over = (is === 'to' && number.gt(limit)) || (is === 'below' && number.gte(limit));
    if (short || over) return far(number, limit, unit);
  }
  return null;
}

function far(value: Exact, limit: Exact, unit: string): Reading['far'] {
  if (value.eq(limit)) return null;
  return {
    distance: quantity(value.sub(limit).abs(), unit),
    direction: value.lt(limit) ? 'short' : 'over',
    limit: quantity(limit, unit),
  };
}

/** Many months are told as years, begun ones as whole. */
function quantity(value: Exact, unit: string): Quantity {
  if (unit === 'months' && value.gte(24)) return { value: plain(value.div(12).ceil()), unit: 'years' };
  return { value: plain(value), unit };
}
