import { monthIndex } from '../calendar/month.js';
import type { Assessment } from '../assessment/document.js';
import type { NeedLine } from '../model/evaluation.js';
import { definitionIn } from '../model/definitions-of.js';
import { isValid, type Model } from '../model/model.js';
import type { TraceNode } from '../model/trace.js';
import { numbersIn } from './numbers-in.js';

/**
 * Ids of the sources that the numbers of a line's reference come from, sorted: its own items and amount, the adjustments
 * that worked on it, and every number, row and formula that these read. What only decided whether something applies, and
 * the index that brings a price to the month, are not counted. Needs a document with its full trace.
 */
export function sourcesBehind(model: Model, assessment: Assessment): (line: NeedLine) => readonly string[] {
  const month = monthIndex(assessment.month) ?? 0;
  const nodes = new Map((assessment.trace?.nodes ?? []).map((node) => [node.id, node]));
  const ofNodes = new Map<string, readonly string[]>();
  const sourcesOfNode = (node: TraceNode): readonly string[] => {
    let known = ofNodes.get(node.id);
    if (known === undefined) ofNodes.set(node.id, (known = nodeSources(model, month, node)));
    return known;
  };
  return (line) => sourcesOfLine(model, month, line, nodes, sourcesOfNode);
}

function sourcesOfLine(
  model: Model,
  month: number,
  line: NeedLine,
  nodes: ReadonlyMap<string, TraceNode>,
  sourcesOfNode: (node: TraceNode) => readonly string[],
): readonly string[] {
  const sources = new Set(ownSources(model, month, line));
  const seen = new Set<string>();
  const queue = [line.node];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id) || node.kind === 'condition' || node.kind === 'series') continue;
    seen.add(id);
    for (const source of sourcesOfNode(node)) sources.add(source);
    queue.push(...inputsOf(node));
  }
  return [...sources].sort();
}

function ownSources(model: Model, month: number, { id, items }: NeedLine): readonly string[] {
  const need = definitionIn(model.needs, withoutPerson(id), month);
  if (need === undefined) return [];
  const present = (need.items ?? []).filter((item) => items?.some((one) => one.id === item.id));
  const formulas = [
    need.amount,
    ...(need.parts ?? []).map((part) => part.value),
    ...present.flatMap((item) => [item.price, item.quantity, item.lasts]),
  ];
  return sourcesOf(formulas);
}

function nodeSources(model: Model, month: number, node: TraceNode): readonly string[] {
  if ('source' in node) return [node.source];
  const id = withoutPerson(node.id.slice(node.id.indexOf('/') + 1));
  if (node.id.startsWith('derived/')) {
    const rule = definitionIn(model.derived, id, month)?.rule;
    if (rule?.kind === 'value') return sourcesOf([rule.value]);
    return rule?.kind === 'aggregate' ? sourcesOf([rule.of]) : [];
  }
  if (node.kind !== 'line') return [];
  const worked = new Set(node.steps.map((one) => one.step));
  const adjustments = model.adjustments.filter((one) => worked.has(one.id) && isValid(one, month));
  return sourcesOf(adjustments.flatMap((one) => one.effects.map((effect) => effect.by)));
}

function sourcesOf(formulas: Parameters<typeof numbersIn>[0]): readonly string[] {
  return numbersIn(formulas).flatMap(({ from }) => (from?.source === undefined ? [] : [from.source]));
}

function inputsOf(node: TraceNode): readonly string[] {
  if (node.kind === 'line') return node.steps.flatMap((step) => step.in ?? []);
  return 'in' in node ? (node.in ?? []) : [];
}

function withoutPerson(id: string): string {
  return id.replace(/@.*$/, '');
}
