import type { TraceNode } from '../../model/trace.js';
import type { Cause } from '../shapes.js';
import { splitName, type Side } from '../side.js';
import { differingNode } from './node.js';
import { personCause } from './leaf.js';
import { ruleCause } from './definition.js';
import { distinct, type Walk } from './side-by-side.js';

export function walkOf(left: Side, right: Side): Walk {
  const known = new Map<string, readonly Cause[]>();
  const walk: Walk = {
    left,
    right,
    of: (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      // A node is never below itself; this keeps a damaged document from going round for ever.
      known.set(key, []);
      const causes = distinct(causesAt(walk, key));
      known.set(key, causes);
      return causes;
    },
  };
  return walk;
}

function causesAt(walk: Walk, key: string): readonly Cause[] {
  const left = walk.left.nodes.get(key);
  const right = walk.right.nodes.get(key);
  if (left === undefined || right === undefined) return left === right ? [] : oneSided(walk, key);
  return sameValue(left, right) ? [] : differingNode(walk, key, left, right);
}

/** A node on one side only: its person is not there, or its definition. Else it is merely not read there, which is no cause. */
function oneSided(walk: Walk, key: string): readonly Cause[] {
  const { person } = splitName(key);
  const left = person === null || walk.left.persons.has(person);
  const right = person === null || walk.right.persons.has(person);
  if (person !== null && left !== right) return [personCause(person, left)];
  return ruleCause(walk, key);
}

/** Values as they are printed; unknown, none and open are told apart. */
function sameValue(left: TraceNode, right: TraceNode): boolean {
  return left.kind === right.kind && valueKey(left) === valueKey(right);
}

function valueKey(node: TraceNode): string {
  const open = 'open' in node ? ' open' : '';
  if (node.kind === 'fact') return `${node.value ?? node.origin} ${node.months ?? ''}`;
  return `${node.value ?? 'unknown'}${open}`;
}
