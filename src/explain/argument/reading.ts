import type { Test } from '../../model/condition.js';
import { nameOf } from '../../model/node-id.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import type { Context } from './context.js';
import { distanceOf } from './distance.js';
import { missingOf } from './missing.js';
import { measureOf, neededBy, nodeOf } from './needed.js';
import type { Reading, Reason } from './reasons/reason-shape.js';
import { answersTo, nodeName } from './trace-index.js';

/** Why a node that a test reads has its value; the caller decides how deep to go. */
export type Because = (node: TraceNode) => readonly Reason[];

/** A test of a node as words need it, beside the test that the model writes for it. */
export function readingOf(
  context: Context,
  node: TraceNode,
  test: TraceTest,
  written: readonly Test[],
  because: Because,
): Reading {
  const asked = written.find((one) => nameOf(one.ref) === test.name && one.text === test.test);
  const owner = nodeName(node.id).person;
  const read = asked === undefined ? undefined : nodeOf(context, asked.ref, owner);
  const ids = readsOf(context, node, test.name);
  return {
    name: test.name,
    // A test on `person.…` is about the person of the condition; what exists once is nobody's.
    person: test.name.startsWith('person.') ? owner : null,
    // What is not asked here is told apart from what nobody said.
    value: read?.kind === 'fact' && read.origin === 'none' ? 'none' : test.value,
    unit: asked === undefined ? '' : measureOf(context, asked.ref).unit,
    holds: test.holds,
    decisive: test.decisive,
    written: test.test,
    needed: asked === undefined ? null : neededBy(context, asked, owner),
    far: asked === undefined || test.holds !== 'no' ? null : distanceOf(context, asked, test, read, owner),
    questions: test.holds === 'undecided' ? [...new Set(ids.flatMap((id) => missingOf(context.index, id)))] : [],
    because: read === undefined || !DERIVED.has(read.kind) ? [] : because(read),
  };
}

const DERIVED: ReadonlySet<TraceNode['kind']> = new Set(['condition', 'cases', 'aggregate']);

/** Nodes of a test's name among what the node reads, for the person at hand. */
export function readsOf({ index }: Context, node: TraceNode, name: string): readonly string[] {
  const inputs = 'in' in node ? (node.in ?? []) : [];
  return inputs.filter((id) => index.has(id) && answersTo(id, name));
}
