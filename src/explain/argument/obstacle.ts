import { nameOf } from '../../model/node-id.js';
import type { Pack } from '../../model/pack.js';
import type { LeverNode, TraceNode, TraceTest } from '../../model/trace.js';
import type { Obstacle } from './argument.js';
import { distanceOf } from './distance.js';
import { missingOf } from './missing.js';
import { answersTo, type TraceIndex } from './trace-index.js';
import { writtenTests } from './written-tests.js';

/** An obstacle, and the nodes that its test reads. */
export interface Standing {
  readonly obstacle: Obstacle;
  readonly reads: readonly string[];
}

/**
 * The tests that keep a node from holding: those that failed, and those that are undecided. Where turning one alone
 * would turn the answer, only such tests are told.
 */
export function obstaclesOf(pack: Pack, index: TraceIndex, node: TraceNode, month: string): readonly Standing[] {
  const written = writtenTests(pack, node, month);
  const tests = testsAgainst(node, written.length);
  const decisive = tests.filter((test) => test.decisive);
  return (decisive.length > 0 ? decisive : tests).map((test) => {
    const reads = readsOf(index, node, test.name);
    const asked = written.find((one) => nameOf(one.ref) === test.name && one.text === test.test);
    const far = asked === undefined || test.holds !== 'no' ? null : distanceOf(asked, test, index, reads);
    const questions = test.holds === 'undecided' ? [...new Set(reads.flatMap((id) => missingOf(index, id)))] : [];
    return { obstacle: { test, distance: far?.text ?? null, direction: far?.direction ?? null, questions }, reads };
  });
}

function testsAgainst(node: TraceNode, written: number): readonly TraceTest[] {
  if (node.kind === 'condition') return node.value === 'yes' ? [] : node.tests.filter((test) => test.holds !== 'yes');
  if (node.kind === 'lever') return leverTests(node, written);
  if (node.kind !== 'cases') return [];
  // Cases before the one that counts did not hold: their tests are what stands in the way of another value.
  const until = node.case ?? node.cases.length;
  return node.cases.slice(0, until + 1).flatMap((one) => one.tests.filter((test) => test.holds !== 'yes'));
}

/** Not to hold a right already is no obstacle: only tests of `when` are, the last `written`; and whatever is undecided. */
function leverTests(node: LeverNode, written: number): readonly TraceTest[] {
  if (node.value === 'ask') return node.tests.filter((test) => test.holds === 'undecided');
  if (node.value !== 'no') return [];
  return node.tests.slice(node.tests.length - written).filter((test) => test.holds !== 'yes');
}

/** Nodes of a test's name among what the node reads, for the person at hand. */
function readsOf(index: TraceIndex, node: TraceNode, name: string): readonly string[] {
  const inputs = 'in' in node ? node.in : [];
  return inputs.filter((id) => index.has(id) && answersTo(id, name));
}
