import type { Assessment } from '../../assessment/document.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Pack } from '../../model/pack.js';
import type { TraceNode } from '../../model/trace.js';
import type { Argument, Derivation } from './argument.js';
import { findTarget } from './targets.js';
import { obstaclesOf } from './obstacle.js';
import { placeOf, sourceOf } from './origin.js';
import { setAside } from './set-aside.js';
import { itemConditions, nodeName, testsOf, traceIndex } from './trace-index.js';

export type { Argument, Derivation, Obstacle } from './argument.js';

/**
 * Why a name has its value: the nodes of the trace it was computed from, down to facts, sources and places.
 * Targets: lines (`mobility.bus`, `mobility.bus@anna`), facts, derived names, totals, figures, levers, and `need`,
 * `income`, `balance`, `aid`. Throws `RefbudgetError('document')` for an unknown name or a document without trace.
 */
export function why(pack: Pack, assessment: Assessment, target: string): Argument {
  const derive = deriver(pack, assessment);
  const roots = derive.find(target).map((node) => derive.node(node));
  return { question: 'why', target, month: assessment.month, roots };
}

/** Why a name does not hold: the tests that failed, with how far, and the undecided ones, with the questions to ask. */
export function whyNot(pack: Pack, assessment: Assessment, target: string): Argument {
  const derive = deriver(pack, assessment);
  const roots = derive.find(target).map((node) => derive.against(node));
  return { question: 'why-not', target, month: assessment.month, roots };
}

interface Deriver {
  find(target: string): readonly TraceNode[];
  node(node: TraceNode): Derivation;
  against(node: TraceNode): Derivation;
}

function deriver(pack: Pack, assessment: Assessment): Deriver {
  const index = traceIndex(assessment);
  const ofItems = itemConditions(index);
  const lines = new Map(assessment.needs.lines.map((line) => [line.node, line]));
  const seen = new Set<string>();

  const bare = (node: TraceNode): Derivation => {
    const { name, person } = nodeName(node.id);
    const line = lines.get(node.id);
    return {
      id: node.id,
      name,
      person,
      value: node.value,
      node,
      status: line?.status.need ?? null,
      source: sourceOf(pack, node),
      place: placeOf(pack, node, assessment.month),
      decisive: testsOf(node).filter((test) => test.decisive),
      against: [],
      items: line?.items ?? [],
      override: overrideOf(assessment, line, name, person),
      children: [],
      seen: false,
    };
  };

  const full = (node: TraceNode): Derivation => {
    if (seen.has(node.id)) return { ...bare(node), seen: true };
    seen.add(node.id);
    const read = readBy(ofItems, node);
    const aside = setAside(pack.model, index, node, assessment.month, read);
    const inputs = read.filter((id) => !aside.has(id)).map((id) => index.get(id));
    return { ...bare(node), children: inputs.filter((one) => one !== undefined).map(full) };
  };

  const against = (node: TraceNode): Derivation => {
    if (seen.has(node.id)) return { ...bare(node), seen: true };
    seen.add(node.id);
    const obstacles = obstaclesOf(pack, index, node, assessment.month);
    const below = new Set(obstacles.flatMap((one) => one.reads));
    const children = [...below].map((id) => index.get(id)).filter((one) => one !== undefined);
    return {
      ...bare(node),
      against: obstacles.map((one) => one.obstacle),
      children: children.filter(hasTests).map(against),
    };
  };

  return {
    find: (target) => findTarget(pack.model, assessment, index, target),
    node: full,
    against,
  };
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

function overrideOf(
  assessment: Assessment,
  line: NeedLine | undefined,
  name: string,
  person: string | null,
): Derivation['override'] {
  if (line !== undefined) return line.override;
  const target = person === null ? name : `${name}@${person}`;
  const found = assessment.overrides.find((one) => one.target === target);
  return found === undefined ? null : { computed: found.computed, reason: found.reason, by: found.by };
}
