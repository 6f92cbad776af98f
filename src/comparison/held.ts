import type { HeldLine } from './shapes.js';
import { splitName } from './side.js';
import type { Walk } from './causes/side-by-side.js';

/** Lines whose reference moved, and whose need did not, because a bill stands in for them. */
export function heldLines(walk: Walk): readonly HeldLine[] {
  return walk.right.assessment.needs.lines.flatMap((right) => {
    const left = walk.left.lines.get(right.id);
    if (left?.basis !== 'bill' || right.basis !== 'bill') return [];
    if (left.need !== right.need || left.reference === right.reference) return [];
    const { name, person } = splitName(right.id);
    const bill = walk.right.model.bills.find((one) => one.replaces.includes(name));
    if (bill === undefined) return [];
    const whose = bill.for === 'person' && person !== null ? `@${person}` : '';
    const reference = { left: left.reference, right: right.reference };
    return [{ id: right.id, bill: `${bill.id}${whose}`, reference, paid: right.need }];
  });
}
