import type { Assessment } from '../../assessment/document.js';
import type { Check } from '../../model/condition.js';
import { nameOf } from '../../model/node-id.js';
import type { Model } from '../../model/model.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import { walkModel } from '../../model/walk.js';

/** Numbers at which tests on a name turn, by the name as the files write it, ascending. */
export type Cuts = ReadonlyMap<string, readonly number[]>;

/** Every number that a condition of the model compares a name with. */
export function cutsOf(model: Model): Cuts {
  const found = new Map<string, Set<number>>();
  walkModel(model, {
    test: ({ ref, check }) => {
      const name = nameOf(ref);
      const known = found.get(name) ?? new Set<number>();
      found.set(name, known);
      for (const cut of numbersOf(check)) known.add(cut);
    },
  });
  return new Map([...found].map(([name, cuts]) => [name, [...cuts].sort((a, b) => a - b)]));
}

function numbersOf(check: Check): number[] {
  const texts =
    check.op === 'one-of'
      ? check.values
      : check.op === 'band'
        ? [check.from, check.below]
        : check.bounds.map(({ bound }) => (bound.kind === 'number' ? bound.value : null));
  return texts.filter((text) => text !== null && /^-?\d/.test(text)).map(Number);
}

/**
 * Everything that was decided on the way to the balance, as one text: how each test fell, between which of its numbers the
 * tested value lies, which cases held, which rows fitted. Two incomes with the same text were treated by the same rules; and
 * as the place among *all* numbers is kept, a rule that holds only between the two incomes would show too.
 */
export function decisionsOf({ trace }: Assessment, model: Model, cuts: Cuts): string {
  const nodes = trace?.nodes ?? [];
  const counts = behindBalance(nodes, model);
  const parts: string[] = [];
  for (const node of nodes) {
    if (!counts.has(node.id)) continue;
    if (node.kind === 'condition') parts.push(...node.tests.map((test) => place(test, cuts)));
    else if (node.kind === 'cases')
      parts.push(String(node.case), ...node.cases.flatMap(({ tests }) => tests.map((test) => place(test, cuts))));
    else if (node.kind === 'table') parts.push(String(node.row));
    else if (node.kind === 'line') parts.push(node.steps.map(({ step }) => step).join());
  }
  return parts.join(' ');
}

/** Nodes that have a say in a line or an income; rights that are only probably due have none. */
function behindBalance(nodes: readonly TraceNode[], model: Model): ReadonlySet<string> {
  const rules = new Set([...model.needs, ...model.adjustments].map(({ id }) => id));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const counts = new Set<string>();
  const queue = nodes.map(({ id }) => id).filter((id) => isRoot(id, rules));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (counts.has(id)) continue;
    counts.add(id);
    const node = byId.get(id);
    if (node === undefined) continue;
    if ('in' in node) queue.push(...(node.in ?? []));
    if (node.kind === 'line') queue.push(...node.steps.flatMap((step) => step.in ?? []));
  }
  return counts;
}

function isRoot(id: string, rules: ReadonlySet<string>): boolean {
  if (id.startsWith('line/') || id.startsWith('income/')) return true;
  return id.startsWith('when/') && rules.has(id.slice('when/'.length).split(/[/@]/)[0] ?? '');
}

function place({ name, value, holds }: TraceTest, cuts: Cuts): string {
  const number = value === null ? NaN : Number.parseFloat(value);
  if (Number.isNaN(number)) return holds;
  const numbers = cuts.get(name) ?? [];
  const above = numbers.filter((cut) => cut < number).length;
  return `${holds} ${above}${numbers.includes(number) ? '=' : ''}`;
}
