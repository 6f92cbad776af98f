import type { CasesNode, LeverNode, TraceNode, TraceTest } from '../../../model/trace.js';
import type { Truth } from '../../../model/value.js';
import type { Context } from '../context.js';
import { readingOf, type Because } from '../reading.js';
import type { Reading, Reason } from './reason-shape.js';
import { setAside } from '../set-aside.js';
import { answersTo, nodeName, testsOf } from '../trace-index.js';
import { writtenTests } from '../written-tests.js';
import { fromReason } from './from.js';

/**
 * The tests that make a condition what it is: those that decide alone; where none does, those that came out as the whole did.
 * A test that holds because there is nothing to ask (school, of a grown-up) says nothing, unless it is the only one.
 */
export function testsReason(
  context: Context,
  node: TraceNode,
  holds: Truth,
  tests: readonly TraceTest[],
  because: Because,
): readonly Reason[] {
  const read = tellingReadings(context, node, tests, because, holds);
  return read.length === 0 ? [] : [{ kind: 'tests', holds, tests: read }];
}

/** The tests of a lever's state: of `has` where it is held, else of `when`; not to hold a right yet is no reason. */
export function leverReason(context: Context, node: LeverNode, because: Because): readonly Reason[] {
  const asked = writtenTests(context.pack, node, context.month).length;
  const tests = node.value === 'has' ? node.tests.slice(0, -asked) : node.tests.slice(node.tests.length - asked);
  const holds = node.value === 'ask' ? 'undecided' : node.value === 'no' ? 'no' : 'yes';
  return testsReason(context, node, holds, node.value === 'ask' ? node.tests : tests, because);
}

/**
 * The case that held, and why; while it is open which one holds, the undecided tests. That no case held says little of an amount:
 * there the rest of the formula is told.
 */
export function caseReason(context: Context, node: CasesNode, because: Because): readonly Reason[] {
  const { name, person } = nodeName(node.id);
  if (node.case === null) {
    const undecided = node.cases.flatMap((one) => one.tests.filter((test) => test.holds === 'undecided'));
    return testsReason(context, node, 'undecided', undecided, because);
  }
  const held = node.cases[node.case];
  const number = /^-?\d/.test(node.value ?? '');
  const tests = held?.tests ?? (number ? [] : firstAgainst(node));
  const at = held === undefined ? null : node.case;
  const read = tellingReadings(context, node, tests, because, held === undefined ? 'no' : 'yes');
  const told: Reason = { kind: 'case', of: name, person, number: at, tests: read };
  return [told, ...(number ? fromReason(context, reached(context, node)) : [])];
}

/** No case held: what would have to turn for one of them is what decides. */
function firstAgainst(node: CasesNode): readonly TraceTest[] {
  return node.cases.flatMap((one) => one.tests.filter((test) => test.holds !== 'yes' && test.decisive));
}

/** What the case that held was computed from, without what was only tested. */
function reached({ pack, index, month }: Context, node: CasesNode): readonly string[] {
  const tested = new Set(testsOf(node).map((test) => test.name));
  const aside = setAside(pack.model, index, node, month, node.in);
  return node.in.filter((id) => !aside.has(id) && ![...tested].some((name) => answersTo(id, name)));
}

function tellingReadings(
  context: Context,
  node: TraceNode,
  tests: readonly TraceTest[],
  because: Because,
  holds: Truth,
): readonly Reading[] {
  const written = writtenTests(context.pack, node, context.month);
  const decisive = tests.filter((test) => test.decisive);
  const same = tests.filter((test) => test.holds === holds);
  const chosen = decisive.length > 0 ? decisive : same.length > 0 ? same : tests;
  const telling = chosen.filter((test) => test.value !== null || test.holds === 'undecided');
  return (telling.length > 0 ? telling : chosen).map((test) => readingOf(context, node, test, written, because));
}
