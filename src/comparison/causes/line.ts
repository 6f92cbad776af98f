import type { NeedLine } from '../../model/evaluation.js';
import type { LineNode } from '../../model/trace.js';
import type { Cause } from '../shapes.js';
import { splitName, type Side } from '../side.js';
import { ruleCause, writtenOtherwise } from './definition.js';
import { leafCause, personCause } from './leaf.js';
import { stepCauses } from './steps.js';
import { turnedAt } from './turned.js';
import { allOf, distinct, type LineCauses, type Walk } from './side-by-side.js';

/** Why a line of the budget moved, or is there on one side only. */
export function lineCauses(walk: Walk, id: string): LineCauses {
  const [left, right] = [walk.left.lines.get(id), walk.right.lines.get(id)];
  const found = left === undefined || right === undefined ? oneSided(walk, id) : bothSides(walk, id, left, right);
  const causes = distinct(found.causes);
  return { causes: causes.length > 0 ? causes : [writtenOtherwise(`line/${id}`)], turned: found.turned };
}

/** Its person is not there; a condition turned; it was left out; or it does not exist in that month or pack. */
function oneSided(walk: Walk, id: string): LineCauses {
  const { person } = splitName(id);
  if (person !== null && walk.left.persons.has(person) !== walk.right.persons.has(person))
    return { causes: [personCause(person, walk.left.persons.has(person))], turned: [] };
  const when = `when/${id}`;
  const turned = turnedAt(walk, when);
  if (turned !== null) return { causes: [...walk.of(when), ...ruleCause(walk, when)], turned: [turned] };
  const nodes = nodesOf(walk, id);
  return nodes === null ? { causes: ruleCause(walk, when), turned: [] } : stepCauses(walk, id, ...nodes);
}

function bothSides(walk: Walk, id: string, left: NeedLine, right: NeedLine): LineCauses {
  if (left.override?.computed !== right.override?.computed || left.basis === 'override' || right.basis === 'override') {
    const judged = judgement(id, left, right);
    if (judged !== null) return { causes: [judged], turned: [] };
  }
  const bills = left.basis === 'bill' || right.basis === 'bill' ? billCauses(walk, id) : [];
  if (left.basis === 'bill' && right.basis === 'bill') {
    // The same bill, shared out otherwise, because the references beside it moved.
    const shared: Cause = { ...leafCause(`line/${id}`, 'lines'), left: left.need, right: right.need };
    return { causes: bills.length > 0 ? bills : [shared], turned: [] };
  }
  // Where a bill stands in on the right alone, how its reference moved changes nothing.
  const hidden = left.basis !== right.basis && (right.basis === 'bill' || left.reference === right.reference);
  const nodes = hidden && bills.length > 0 ? null : nodesOf(walk, id);
  const below = nodes === null ? null : stepCauses(walk, id, ...nodes);
  return { causes: [...bills, ...(below?.causes ?? [])], turned: below?.turned ?? [] };
}

function judgement(id: string, left: NeedLine, right: NeedLine): Cause | null {
  const { name, person } = splitName(id);
  const amount = (line: NeedLine): string | null => (line.basis === 'override' ? line.need : null);
  const [before, after] = [amount(left), amount(right)];
  return before === after ? null : { kind: 'override', name, person, left: before, right: after };
}

/** Bills that stand in for a line on either side and are not the same. */
function billCauses(walk: Walk, id: string): readonly Cause[] {
  const { name, person } = splitName(id);
  const keys = new Set<string>();
  for (const { model } of [walk.left, walk.right])
    for (const bill of model.bills.filter((one) => one.replaces.includes(name))) {
      keys.add(`bill/${bill.id}`);
      if (person !== null) keys.add(`bill/${bill.id}@${person}`);
    }
  return [...keys].flatMap((key) => {
    const [left, right] = [walk.left.nodes.get(key), walk.right.nodes.get(key)];
    const oneSide = (left === undefined) !== (right === undefined);
    return oneSide ? [leafCause(key, 'bill', left, right)] : allOf(walk, [key]);
  });
}

function nodesOf(walk: Walk, id: string): readonly [LineNode, LineNode] | null {
  const [left, right] = [nodeOf(walk.left, id), nodeOf(walk.right, id)];
  return left === null || right === null ? null : [left, right];
}

function nodeOf(side: Side, id: string): LineNode | null {
  const node = side.nodes.get(`line/${id}`);
  return node?.kind === 'line' ? node : null;
}
