import { Exact, plain } from '../../../decimal/exact.js';
import type { Change } from '../../../comparison/what-if/change.js';
import type { Test } from '../../../model/condition.js';
import { definitionIn } from '../../../model/definitions-of.js';
import type { Fact } from '../../../model/facts.js';
import { nameOf } from '../../../model/node-id.js';
import type { FactNode, TraceNode, TraceTest } from '../../../model/trace.js';
import type { Context } from '../context.js';
import { distanceOf } from '../distance.js';
import { nodeOf } from '../needed.js';
import { nodeName, testsOf } from '../trace-index.js';
import { writtenTests } from '../written-tests.js';
import { monthsOf, nearestFirst, valuesFor, wordsFor } from './values.js';
import { isAge, waitingFor, type Waiting } from './waiting.js';

/** One thing that might be said otherwise; `from` and `told` as the trace writes them. */
export interface Candidate {
  readonly name: string;
  readonly change: Change;
  readonly from: string | null;
  readonly told: string;
  /** Of an age that is still to come: time alone brings it. Null of what somebody can do. */
  readonly waits: Waiting | null;
}

/** Derived names into which is looked for what was said. */
const DEEPEST = 4;

/** What might be said otherwise so that a condition turns to `yes` (or to `no`), the nearest first; each to be tried. */
export function candidatesFor(
  context: Context,
  node: TraceNode,
  wanted: boolean,
  depth = DEEPEST,
): readonly Candidate[] {
  const { person } = nodeName(node.id);
  if (node.kind === 'aggregate' || node.kind === 'cases' || node.kind === 'formula')
    return behind(context, node, wanted, depth);
  const against = testsOf(node).filter((test) => (test.holds === 'yes') !== wanted);
  const decisive = against.filter((test) => test.decisive);
  const written = writtenTests(context.pack, node, context.month);
  return (decisive.length > 0 ? decisive : against).flatMap((test) => {
    const one = written.find((other) => nameOf(other.ref) === test.name && other.text === test.test);
    return one === undefined ? [] : forTest(context, one, test, wanted, person, depth);
  });
}

function forTest(
  context: Context,
  test: Test,
  told: TraceTest,
  wanted: boolean,
  person: string | null,
  depth: number,
): readonly Candidate[] {
  const { ref, check, turned } = test;
  const passes = wanted !== turned;
  const read = nodeOf(context, ref, person);
  if (ref.of === 'fact') return forFact(context, test, passes, person);
  if (read === undefined || depth <= 0) return [];
  if (ref.of === 'derived' && check.op === 'one-of') {
    const derived = definitionIn(context.pack.model.derived, ref.id, context.month);
    const yes = derived?.type === 'yes-no' ? check.values.includes('yes') === passes : wanted;
    return candidatesFor(context, read, yes, depth - 1);
  }
  const far = distanceOf(context, test, told, read, person);
  const shifted = far === null ? [] : shifts(context, read, far, isOut(check, far.direction));
  return [...shifted, ...behind(context, read, wanted, depth)];
}

function forFact(context: Context, test: Test, passes: boolean, person: string | null): readonly Candidate[] {
  const { ref } = test;
  if (ref.of !== 'fact') return [];
  const fact = definitionIn(context.pack.model.facts, ref.id, context.month);
  const node = nodeOf(context, ref, person);
  if (fact === undefined || fact.scope === 'local' || node?.kind !== 'fact') return [];
  const whose = nodeName(node.id).person;
  if (!isOpenTo(fact, node) && !isAge(fact)) return [];
  return nearestFirst(valuesFor(context, test, fact, passes, person), node.value).flatMap((value) => {
    const { said, told } = value;
    const waits = isAge(fact) ? waitingFor(context, node, whose, monthsOf(value)) : null;
    if (isAge(fact) && waits === null) return [];
    return [{ name: fact.id, change: { of: 'fact', fact, person: whose, value: said }, from: node.value, told, waits }];
  });
}

/** Whether somebody can say it otherwise: because they did otherwise, or because nobody said it yet. */
function isOpenTo(fact: Fact, node: FactNode): boolean {
  if (node.value === null) return node.origin === 'unknown';
  return fact.changeable && fact.type !== 'date';
}

/** What a value without tests of its own rests on: derived conditions turned, words of facts said otherwise. */
function behind(context: Context, node: TraceNode, wanted: boolean, depth: number): readonly Candidate[] {
  if (depth <= 0) return [];
  const inputs = 'in' in node ? (node.in ?? []) : [];
  return inputs.flatMap((id): readonly Candidate[] => {
    const read = context.index.get(id);
    if (read === undefined || read === node) return [];
    if (read.kind === 'fact') return otherWords(context, read);
    if (read.kind === 'condition') return candidatesFor(context, read, read.value !== 'yes', depth - 1);
    return behind(context, read, wanted, depth - 1);
  });
}

function otherWords(context: Context, node: FactNode): readonly Candidate[] {
  const { name, person } = nodeName(node.id);
  const fact = definitionIn(context.pack.model.facts, name, context.month);
  if (fact === undefined || fact.scope === 'local' || fact.builtIn || !isOpenTo(fact, node)) return [];
  if (fact.type !== 'yes-no' && fact.type !== 'one-of') return [];
  const here = node.value === null ? [] : [node.value];
  return wordsFor(fact, here, false).map((word) => ({
    name,
    change: { of: 'fact', fact, person, value: word },
    from: node.value,
    told: word,
    waits: null,
  }));
}

/** True where the limit itself does not pass: of `below` and `above`, and the upper end of a band of amounts. */
function isOut(check: Test['check'], direction: 'short' | 'over'): boolean {
  if (check.op !== 'compare') return direction === 'over';
  return check.bounds.some(({ is }) => is === (direction === 'over' ? 'below' : 'above'));
}

const CENT = new Exact('0.01');

/**
 * Incomes behind an amount, each less or more by what is missing, and by a cent where the limit itself does not pass: right where all
 * of it counts, and tried in any case.
 */
function shifts(
  { index, assessment, pack }: Context,
  node: TraceNode,
  far: NonNullable<ReturnType<typeof distanceOf>>,
  past: boolean,
): readonly Candidate[] {
  const { distance, direction } = far;
  const perMonth = distance.unit.endsWith('/year') ? new Exact(distance.value).div(12) : new Exact(distance.value);
  const least = perMonth.toDecimalPlaces(2, Exact.ROUND_UP);
  // Part of a cent more is past the limit already.
  const step = past && least.eq(perMonth) ? least.add(CENT) : least;
  const unit = `${pack.model.pack.currency}/month`;
  const listed = new Set(leavesOf(index, node));
  return assessment.incomes.lines.flatMap((line) => {
    if (!listed.has(line.node) || line.open) return [];
    const to = direction === 'over' ? new Exact(line.given).sub(step) : new Exact(line.given).add(step);
    if (to.lt(0)) return [];
    const person = line.of === 'household' ? null : line.of;
    const name = `${person === null ? 'household' : 'person'}.income.${line.kind}`;
    const told = `${plain(to)} ${unit}`;
    const change = { of: 'income', kind: line.kind, person, value: told } as const;
    return [{ name, change, from: `${line.given} ${unit}`, told, waits: null }];
  });
}

/** Ids of the incomes that a value was computed from. */
function leavesOf(index: Context['index'], node: TraceNode): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const queue = [node.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const one = index.get(id);
    if (one === undefined || seen.has(id)) continue;
    seen.add(id);
    if (one.kind === 'income') found.push(id);
    else if ('in' in one) queue.push(...(one.in ?? []));
  }
  return found;
}
