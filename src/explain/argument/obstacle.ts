import type { LeverNode, TraceNode, TraceTest } from '../../model/trace.js';
import type { Context } from './context.js';
import { readingOf, readsOf, type Because } from './reading.js';
import type { Reading } from './reasons/reason-shape.js';
import { writtenTests } from './written-tests.js';

/** An obstacle, and the nodes that its test reads. */
export interface Standing {
  readonly obstacle: Reading;
  readonly reads: readonly string[];
}

/**
 * The tests that keep a node from holding: those that failed, and those that are undecided. Where turning one alone
 * would turn the answer, only such tests are told.
 */
export function obstaclesOf(context: Context, node: TraceNode, because: Because): readonly Standing[] {
  const written = writtenTests(context.pack, node, context.month);
  const tests = testsAgainst(node, written.length);
  const decisive = tests.filter((test) => test.decisive);
  return (decisive.length > 0 ? decisive : tests).map((test) => ({
    obstacle: readingOf(context, node, test, written, because),
    reads: readsOf(context, node, test.name),
  }));
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
