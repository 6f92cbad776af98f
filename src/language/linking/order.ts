import type { Ref } from '../../model/expression.js';
import type { Model, Step, StepKind } from '../../model/model.js';
import type { Valid } from '../../model/value.js';
import {
  refsOfAdjustment,
  refsOfCondition,
  refsOfExpression,
  refsOfNeed,
  refsOfRule,
  refsOfTable,
  type RefRead,
} from './reads.js';

/** What takes part in the order: steps, and beside them tables and parameters, which steps read through. */
export interface GraphNode {
  readonly key: string;
  readonly step: { readonly kind: StepKind; readonly at: number } | null;
  /** Key in `places`. */
  readonly path: string;
  readonly valid: Valid;
  readonly reads: readonly string[];
}

type Parts = Omit<Model, 'order'>;

const KINDS: readonly StepKind[] = [
  'fact',
  'derived',
  'bill',
  'income',
  'adjustment',
  'need',
  'total',
  'figure',
  'notice',
];
const NEED = 'sum/need';
const INCOME = 'sum/income';

/** The graph of who reads whom. Definitions of one id share its key's readers, where their months meet. */
export function graphOf(model: Parts, pathOf: (section: string, at: number) => string): GraphNode[] {
  const nodes: GraphNode[] = [];
  const byName = new Map<string, string[]>();
  const keyed = (section: string, at: number, id: string): string => {
    const key = `${section}/${at}`;
    byName.set(`${section}/${id}`, [...(byName.get(`${section}/${id}`) ?? []), key]);
    return key;
  };
  const keys = Object.fromEntries(
    (
      [
        'facts',
        'derived',
        'tables',
        'needs',
        'bills',
        'totals',
        'adjustments',
        'incomes',
        'figures',
        'notices',
        'parameters',
      ] as const
    ).map((section) => [section, model[section].map(({ id }, at) => keyed(section, at, id))]),
  ) as Record<string, string[]>;
  for (const tag of new Set(model.incomes.flatMap(({ tags }) => tags)))
    byName.set(`tagged/${tag}`, keysOfTagged(model, tag));
  const of = (section: string, id: string): string[] => byName.get(`${section}/${id}`) ?? [];
  const target = ({ ref }: RefRead): string[] => targets(ref, of);
  const add = (section: keyof Parts, kind: StepKind | null, readsOf: (at: number) => string[]): void => {
    (model[section] as readonly { id: string; valid: Valid }[]).forEach(({ valid }, at) => {
      nodes.push({
        key: `${section}/${at}`,
        step: kind === null ? null : { kind, at },
        path: pathOf(section, at),
        valid,
        reads: readsOf(at),
      });
    });
  };
  const each = (reads: readonly RefRead[]): string[] => [...new Set(reads.flatMap(target))];
  add('facts', 'fact', (at) =>
    each([...refsOfCondition(model.facts[at]?.applies ?? null), ...refsOfExpression(model.facts[at]?.assume ?? null)]),
  );
  add('derived', 'derived', (at) => each(model.derived[at] === undefined ? [] : refsOfRule(model.derived[at].rule)));
  add('tables', null, (at) => each(model.tables[at] === undefined ? [] : refsOfTable(model.tables[at])));
  add('bills', 'bill', (at) => each(refsOfExpression(model.bills[at]?.assume ?? null)));
  add('incomes', 'income', (at) => each(refsOfExpression(model.incomes[at]?.counts ?? null)));
  add('adjustments', 'adjustment', (at) =>
    each(model.adjustments[at] === undefined ? [] : refsOfAdjustment(model.adjustments[at])),
  );
  const touching = (id: string): string[] =>
    model.adjustments.flatMap((a, at) => (a.on.includes(id) ? [`adjustments/${at}`] : []));
  add('needs', 'need', (at) => {
    const need = model.needs[at];
    return need === undefined ? [] : [...each(refsOfNeed(need)), ...touching(need.id)];
  });
  /** A bill over several lines is split by their references: the need of one line reads them all. */
  const paying = (id: string): string[] =>
    model.bills.flatMap((b, at) =>
      b.replaces.includes(id) ? [`bills/${at}`, ...b.replaces.flatMap((other) => of('needs', other))] : [],
    );
  add('totals', 'total', (at) => {
    const total = model.totals[at];
    return total?.of.flatMap((id) => [...of('needs', id), ...(total.column === 'need' ? paying(id) : [])]) ?? [];
  });
  add('figures', 'figure', (at) => each(refsOfExpression(model.figures[at]?.value ?? null)));
  add('notices', 'notice', (at) => each(refsOfCondition(model.notices[at]?.when ?? null)));
  const always = { from: null, to: null };
  nodes.push({ key: NEED, step: null, path: '', valid: always, reads: [...(keys.needs ?? []), ...(keys.bills ?? [])] });
  nodes.push({ key: INCOME, step: null, path: '', valid: always, reads: keys.incomes ?? [] });
  return nodes;
}

function keysOfTagged({ incomes }: Parts, tag: string): string[] {
  return incomes.flatMap(({ tags }, at) => (tags.includes(tag) ? [`incomes/${at}`] : []));
}

function targets(ref: Ref, of: (section: string, id: string) => string[]): string[] {
  switch (ref.of) {
    case 'fact':
      return of('facts', ref.id);
    case 'derived':
      return of('derived', ref.id);
    case 'table':
      return of('tables', ref.id);
    case 'bill':
      return of('bills', ref.id);
    case 'income':
      return of('incomes', ref.kind);
    case 'incomes':
      return of('tagged', ref.tag);
    case 'total':
      return of('totals', ref.id);
    case 'line':
      return of('needs', ref.id);
    case 'sum':
      if (ref.id === 'need') return [NEED];
      if (ref.id === 'income') return [INCOME];
      return ref.id === 'balance' || ref.id === 'gap' ? [NEED, INCOME] : [];
    default:
      return [];
  }
}

function meet(a: Valid, b: Valid): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}

/**
 * An income is what the household said: only the sum waits for what counts of it. But a trace tells both as one, so a circle
 * through them is one.
 */
function waitsFor(node: GraphNode, read: GraphNode): boolean {
  return read.step?.kind !== 'income' || node.key === INCOME;
}

/** The steps, each after all it reads, with its level; or the circles, each as the nodes on it. */
export function orderOf(nodes: readonly GraphNode[]): {
  readonly steps: readonly Step[];
  readonly circles: readonly (readonly GraphNode[])[];
} {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const levels = new Map<string, number>();
  const circles: GraphNode[][] = [];
  const trail: GraphNode[] = [];
  const onTrail = new Set<string>();
  const level = (node: GraphNode): number => {
    const known = levels.get(node.key);
    if (known !== undefined) return known;
    if (onTrail.has(node.key)) {
      circles.push(trail.slice(trail.indexOf(node)));
      return 0;
    }
    onTrail.add(node.key);
    trail.push(node);
    let deepest = -1;
    for (const key of node.reads) {
      const read = byKey.get(key);
      if (read === undefined || !meet(node.valid, read.valid)) continue;
      const below = level(read) - (read.step === null ? 1 : 0);
      if (waitsFor(node, read)) deepest = Math.max(deepest, below);
    }
    trail.pop();
    onTrail.delete(node.key);
    // what is no step takes no level of its own
    levels.set(node.key, deepest + 1);
    return deepest + 1;
  };
  for (const node of nodes) level(node);
  const steps = nodes
    .filter((node) => node.step !== null)
    .map((node): Step => ({ ...(node.step as { kind: StepKind; at: number }), level: levels.get(node.key) ?? 0 }));
  steps.sort((a, b) => a.level - b.level || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.at - b.at);
  return { steps, circles };
}
