import type { Truth } from '../../model/value.js';
import type { Turned } from '../shapes.js';
import type { Side } from '../side.js';
import type { Walk } from './side-by-side.js';

/** A condition that is not the same on both sides; null where it is, or where there is none. */
export function turnedAt(walk: Walk, when: string): Turned | null {
  const [left, right] = [truthAt(walk.left, when), truthAt(walk.right, when)];
  return left === right || left === null || right === null ? null : { id: when.slice('when/'.length), left, right };
}

function truthAt(side: Side, when: string): Truth | null {
  const node = side.nodes.get(when);
  return node?.kind === 'condition' ? node.value : null;
}
