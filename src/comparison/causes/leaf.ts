import type { TraceNode } from '../../model/trace.js';
import type { Cause, CauseKind } from '../shapes.js';
import { partsOf } from '../side.js';

/** A node that differs and has nothing below it that does. */
export function leafCause(key: string, kind: CauseKind, left?: TraceNode, right?: TraceNode): Cause {
  const { prefix, name, person } = partsOf(key);
  const node = right ?? left;
  const unit = node !== undefined && 'unit' in node ? node.unit : undefined;
  return {
    kind,
    name: prefix === 'bill' ? `bill.${name}` : name,
    person,
    left: shown(left),
    right: shown(right),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Words for the fact's states that have no value, as a household writes them. */
function shown(node: TraceNode | undefined): string | null {
  if (node === undefined) return null;
  if (node.kind === 'fact' && node.value === null) return node.origin === 'none' ? 'none' : 'unknown';
  return node.value;
}

/** Somebody who is on one side only. */
export function personCause(person: string, onLeft: boolean): Cause {
  return { kind: 'person', name: person, person, left: onLeft ? 'yes' : null, right: onLeft ? null : 'yes' };
}
