import type { Assessment } from '../../assessment/document.js';
import type { Pack } from '../../model/pack.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import type { Answer, Argument, Derivation } from './argument.js';
import { changesOf } from './changes/changes.js';
import { contextOf, namedOf, type Context } from './context.js';
import { obstaclesOf } from './obstacle.js';
import { overrideOf } from './reasons/override.js';
import { readingOf } from './reading.js';
import { reasonsOf } from './reasons/reasons.js';
import { setAside } from './set-aside.js';
import { findTarget } from './targets.js';
import { itemConditions, nodeName, testsOf, testsTold } from './trace-index.js';
import { writtenTests } from './written-tests.js';

export type { Answer, Argument, Change, Derivation } from './argument.js';
export type { Named } from './named.js';

export interface WhyOptions {
  /** `none` leaves out the derivation behind each answer (`children`): where only the reasons are told. */
  readonly derivation?: 'full' | 'none';
}

/**
 * Why a name has its value: the decisive reasons, and behind them the nodes of the trace it was computed from, down to facts,
 * sources and places. Targets: lines (`mobility.bus`, `mobility.bus@anna`), facts, derived names, totals, figures, levers, and
 * `need`, `income`, `balance`, `aid`. Throws `RefbudgetError('document')` for an unknown name or a document without trace.
 */
export function why(pack: Pack, assessment: Assessment, target: string, options: WhyOptions = {}): Argument {
  const context = contextOf(pack, assessment);
  const derive = options.derivation === 'none' ? bare : deriver(context);
  const roots = findTarget(context, target).map((node): Answer => ({
    ...derive(context, node),
    reasons: reasonsOf(context, node),
    changes: [],
  }));
  return { question: 'why', target, month: assessment.month, people: context.people, roots };
}

/**
 * Why a name does not hold: the tests that failed, with how far, the undecided ones, with the questions to ask, and the single
 * changes that would make it apply: each was seen to, by assessing the household again. Targets and errors as of `why`.
 */
export function whyNot(pack: Pack, assessment: Assessment, target: string): Argument {
  const context = contextOf(pack, assessment);
  const against = opponent(context);
  const nodes = findTarget(context, target);
  const changes = changesOf(context, nodes);
  const roots = nodes.map((node): Answer => ({
    ...against(node),
    against: obstaclesOf(context, node, (read) => reasonsOf(context, read)).map((one) => one.obstacle),
    // What is there by itself is told by `why`; of a line that was left out, by what.
    reasons: reasonsOf(context, node, 0).filter(({ kind }) => kind === 'left-out' || kind === 'override'),
    changes: changes.get(node.id) ?? [],
  }));
  return { question: 'why-not', target, month: assessment.month, people: context.people, roots };
}

const bare = (context: Context, node: TraceNode): Derivation => derived(context, node);
const NONE: readonly never[] = Object.freeze([]);

/** Where nothing comes after it: it was derived before, or its derivation is not asked for. */
function derived(context: Context, node: TraceNode, seen = false): Derivation {
  return derivation(context, node, NONE, NONE, seen);
}

/** Written out in one piece: of a balance there are thousands. */
function derivation(
  context: Context,
  node: TraceNode,
  against: Derivation['against'],
  children: readonly Derivation[],
  seen: boolean,
): Derivation {
  const { id, name, person, value, status, source, place } = namedOf(context, node);
  const tests = testsOf(node);
  const told = seen ? NONE : testsTold(node);
  return {
    id,
    name,
    person,
    value,
    node,
    status,
    source,
    place,
    decisive: tests.length === 0 ? NONE : tests.filter((test) => test.decisive),
    tests: told.length === 0 ? NONE : readingsOf(context, node, told),
    against,
    items: context.lines.get(id)?.items ?? NONE,
    override: overrideOf(context, id),
    children,
    seen,
  };
}

function readingsOf(context: Context, node: TraceNode, tests: readonly TraceTest[]): Derivation['tests'] {
  const written = writtenTests(context.pack, node, context.month);
  return tests.map((test) => readingOf(context, node, test, written, () => NONE));
}

/** Derives nodes with all they read, each node once; where it is read again, the same mention says that it is derived before. */
function deriver({ index }: Context): (context: Context, node: TraceNode) => Derivation {
  const ofItems = itemConditions(index);
  const mentions = new Map<string, Derivation | null>();
  const full = (context: Context, node: TraceNode): Derivation => {
    const known = mentions.get(node.id);
    if (known !== undefined) {
      const mention = known ?? derived(context, node, true);
      if (known === null) mentions.set(node.id, mention);
      return mention;
    }
    mentions.set(node.id, null);
    const read = readBy(ofItems, node);
    const aside = setAside(context.pack.model, index, node, context.month, read);
    const inputs = read.filter((id) => !aside.has(id)).map((id) => index.get(id));
    const children = inputs.filter((one) => one !== undefined).map((one) => full(context, one));
    return derivation(context, node, NONE, children, false);
  };
  return full;
}

/** Derives what stands in a node's way, and in the way of the derived names among it. */
function opponent(context: Context): (node: TraceNode) => Derivation {
  const seen = new Set<string>();
  const against = (node: TraceNode): Derivation => {
    if (seen.has(node.id)) return derived(context, node, true);
    seen.add(node.id);
    const obstacles = obstaclesOf(context, node, () => []);
    const below = [...new Set(obstacles.flatMap((one) => one.reads))].map((id) => context.index.get(id));
    const children = below.filter((one) => one !== undefined).filter(hasTests);
    const standing = obstacles.map((one) => one.obstacle);
    return derivation(context, node, standing, children.map(against), false);
  };
  return against;
}

function hasTests(node: TraceNode): boolean {
  return node.kind === 'condition' || node.kind === 'cases' || node.kind === 'lever';
}

/** Ids that a node reads, each once, in the order of writing; a line also rests on its own condition. */
function readBy(ofItems: ReadonlyMap<string, readonly string[]>, node: TraceNode): readonly string[] {
  const ids: string[] = [];
  if (node.kind === 'line') {
    const { prefix, name, person } = nodeName(node.id);
    const at = person === null ? '' : `@${person}`;
    if (prefix === 'line') ids.push(`when/${name}${at}`, ...(ofItems.get(node.id) ?? []));
    for (const step of node.steps) ids.push(...(step.in ?? []));
  } else if ('in' in node) {
    ids.push(...node.in);
  }
  return [...new Set(ids)];
}
