import { namedOf, type Context } from '../context.js';
import type { Named } from '../named.js';
import type { Reason } from './reason-shape.js';

/** What it was computed from; none where it reads nothing. */
export function fromReason(context: Context, ids: readonly string[]): readonly Reason[] {
  const values = valuesOf(context, ids);
  return values.length === 0 ? [] : [{ kind: 'from', values }];
}

/** Nodes as words need them, each once; what is not in the trace is left out. */
export function valuesOf(context: Context, ids: readonly string[]): readonly Named[] {
  const nodes = [...new Set(ids)].map((id) => context.index.get(id));
  return nodes.filter((one) => one !== undefined).map((one) => namedOf(context, one));
}
