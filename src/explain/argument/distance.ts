import { Exact, plain } from '../../decimal/exact.js';
import type { Test } from '../../model/condition.js';
import type { Expression } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { TraceTest } from '../../model/trace.js';
import { answersTo, type TraceIndex } from './trace-index.js';

/** How far a value is from a bound; only for bands and single bounds, which are not turned round. */
export function distanceOf(
  { check, turned }: Test,
  test: TraceTest,
  index: TraceIndex,
  reads: readonly string[],
): Far | null {
  const measured = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(test.value ?? '');
  if (turned || measured === null || check.op === 'one-of') return null;
  const read = reads.map((id) => index.get(id)).find((node) => node !== undefined);
  const months = read?.kind === 'fact' ? read.months : undefined;
  const unit = measured[2] ?? (read !== undefined && 'unit' in read ? read.unit : '');
  const value = new Exact(measured[1] ?? '0');
  if (check.op === 'band') {
    const here = months === undefined ? value : new Exact(months);
    const unitHere = months === undefined ? unit : 'months';
    // The upper end of a band is out: among whole numbers the last one in is one below it.
    const step = unitHere === 'months' || (unit === '' && value.isInteger()) ? 1 : 0;
    if (check.from !== null && here.lt(check.from)) return far(new Exact(check.from).sub(here), unitHere, 'short');
    if (check.below !== null && here.gte(check.below)) return far(here.sub(check.below).add(step), unitHere, 'over');
    return null;
  }
  for (const { is, bound } of check.bounds) {
    const limit = limitOf(bound, index, months !== undefined);
    if (limit === null) continue;
    if ((is === 'from' && value.lt(limit)) || (is === 'above' && value.lte(limit)))
      return far(limit.sub(value), unit, 'short');
    if ((is === 'to' && value.gt(limit)) || (is === 'below' && value.gte(limit)))
      return far(value.sub(limit), unit, 'over');
  }
  return null;
}

function limitOf(bound: Expression, index: TraceIndex, age: boolean): Exact | null {
  if (bound.kind === 'number') return new Exact(bound.value);
  if (bound.kind !== 'name' || age) return null;
  const name = nameOf(bound.ref);
  const nodes = [...index.values()].filter((node) => answersTo(node.id, name));
  const text = nodes.length === 1 ? /^-?\d+(?:\.\d+)?/.exec(nodes[0]?.value ?? '')?.[0] : undefined;
  return text === undefined ? null : new Exact(text);
}

type Far = { readonly text: string; readonly direction: 'short' | 'over' };

function far(distance: Exact, unit: string, direction: Far['direction']): Far | null {
  if (distance.isZero()) return null;
  if (unit === 'months' && distance.gte(24)) return { text: `${plain(distance.div(12).ceil())} years`, direction };
  return { text: unit === '' ? plain(distance) : `${plain(distance)} ${unit}`, direction };
}
