import type { Assessment } from '../../assessment/document.js';
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
  throw refuse('unknown-target', `"${target}" is no name of this budget`, hintFor(name, pack.model, assessment, index));
}

/** So many lines of a basket are listed. */
const MOST_LINES = 12;
const NEAR = 3;

/** A person has lines, a basket too: who asks for one of these is shown some; else what is near, or what may be asked. */
function hintFor(name: string, model: Model, assessment: Assessment, index: TraceIndex): string {
  const own = assessment.needs.lines.find(({ id }) => splitAt(id).person === name);
  if (own !== undefined) return `"${name}" is a person: ask for what is theirs, such as "${own.id}".`;
  const names = [...new Set([...index.keys()].flatMap((id) => namesOfNode(id).slice(0, 1)))];
  const near = nearNames(name, [...names, ...model.pack.baskets]);
  if (near.length > 0) return `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?`;
  const otherwise = 'Ask for the id of a line, a fact, a total or a lever, or for: need, income, balance, aid.';
  return linesOfBasket(name, model) ?? otherwise;
}

function nearNames(name: string, names: readonly string[]): readonly string[] {
  const left = new Set(names);
  const near: string[] = [];
  while (near.length < NEAR) {
    const one = nearest(name, left);
    if (one === null) break;
    near.push(one);
    left.delete(one);
  }
  const within = [...left].filter((one) => one.includes(name)).slice(0, NEAR);
  return [...within, ...near];
}

/** `food.xx` begins with a basket: what there is in it. */
function linesOfBasket(name: string, { needs, pack }: Model): string | null {
  const [basket = ''] = name.split('.');
  if (!pack.baskets.includes(basket)) return null;
  const ids = [...new Set(needs.map(({ id }) => id))].filter((id) => id.startsWith(`${basket}.`));
  const more = ids.length > MOST_LINES ? ` and ${ids.length - MOST_LINES} more` : '';
  return `The basket "${basket}" has these lines: ${ids.slice(0, MOST_LINES).join(', ')}${more}.`;
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
