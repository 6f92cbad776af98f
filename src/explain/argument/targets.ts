import { RefbudgetError, type Diagnostic } from '../../model/diagnostic.js';
import type { Model } from '../../model/model.js';
import { nearest } from '../../model/near.js';
import { splitAt } from '../../model/node-id.js';
import type { TraceNode } from '../../model/trace.js';
import type { Context } from './context.js';
import { namesOfNode, nodesOf, type TraceIndex } from './trace-index.js';

/** Nodes that a target names; throws `RefbudgetError('document')` when there are none, with the nearest names. */
export function findTarget({ pack, assessment, index }: Context, target: string): readonly TraceNode[] {
  if (assessment.trace === undefined) {
    throw refuse('no-trace', 'this document has no trace', 'Assess again with the full trace.');
  }
  const nodes = nodesOf(index, target);
  if (nodes.length > 0) return nodes;
  const { name, person } = splitAt(target);
  if (person !== null && nodesOf(index, name).length > 0) {
    const ids = [...new Set(nodesOf(index, name).map((node) => splitAt(node.id).person))].filter((id) => id !== null);
    const hint = ids.length === 0 ? `Ask for "${name}": it exists once.` : `Ask for one of: ${ids.join(', ')}.`;
    throw refuse('unknown-target', `"${name}" has no value for "${person}"`, hint);
  }
  if (namesOfModel(pack.model).has(name)) {
    const hint =
      assessment.trace.level === 'full'
        ? `It does not exist in ${assessment.month}, or nothing in this budget reads it.`
        : 'Assess again with the full trace.';
    throw refuse('not-in-budget', `"${name}" has no value in this budget`, hint);
  }
  throw refuse('unknown-target', `"${target}" is no name of this budget`, nearHint(name, index));
}

function nearHint(name: string, index: TraceIndex): string {
  const names = new Set([...index.keys()].flatMap((id) => namesOfNode(id).slice(0, 1)));
  const near: string[] = [];
  for (let i = 0; i < 3; i++) {
    const one = nearest(name, names);
    if (one === null) break;
    near.push(one);
    names.delete(one);
  }
  const within = [...names].filter((one) => one.includes(name)).slice(0, 3);
  const all = [...new Set([...within, ...near])];
  if (all.length > 0) return `Did you mean ${all.map((one) => `"${one}"`).join(' or ')}?`;
  return 'Ask for the id of a line, a fact, a total or a lever, or for: need, income, balance, aid.';
}

function namesOfModel(model: Model): ReadonlySet<string> {
  const lists = [
    model.facts,
    model.derived,
    model.parameters,
    model.series,
    model.tables,
    model.needs,
    model.adjustments,
    model.bills,
    model.incomes,
    model.totals,
    model.figures,
    model.levers,
    model.policies,
    model.notices,
  ];
  return new Set(['aid', ...lists.flatMap((list) => list.map((one) => one.id))]);
}

function refuse(code: string, message: string, hint: string): RefbudgetError {
  const diagnostic: Diagnostic = { code, severity: 'error', message, hint, places: [] };
  return new RefbudgetError('document', [diagnostic]);
}
