import { Exact } from '../../decimal/exact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Expression, Ref } from '../../model/expression.js';
import type { Lever } from '../../model/needs.js';
import type { Linked } from '../linked.js';
import type { Atom } from './domains/atoms.js';
import type { Domains } from './domains/domains.js';
import { warning, type Finder } from './found.js';
import { createGraph, type Graph } from './graph.js';
import { keyOf, namesInCondition } from './names.js';
import { truthOf } from './domains/possible.js';

/** After a lever is tried its `has` must hold: a lever whose `assume` cannot bring that about is told. */
export function levers({ model }: Linked, domains: Domains, find: Finder): readonly Diagnostic[] {
  const graph = createGraph(model);
  return model.levers.flatMap((lever, at) => {
    if (lever.has === null || canHold(lever, graph, domains)) return [];
    const info = find.info('levers', at);
    return [
      warning(
        'lever-has-cannot-hold',
        info.keys['assume'] ?? info.place,
        `after lever "${lever.id}" is tried its \`has\` does not hold`,
        'Let `assume` set what `has` tests, so that the right is held afterwards.',
      ),
    ];
  });
}

function canHold(lever: Lever, graph: Graph, domains: Domains): boolean {
  if (lever.has === null) return true;
  const targets = new Set(lever.assume.map(({ target }) => keyOf(target)));
  if (graph.wayTo(namesInCondition(lever.has), (ref) => reachesTarget(ref, targets)) === null) return false;
  const fixed = new Map(
    lever.assume.flatMap(({ target, value }) => {
      const atom = constant(value);
      return atom === null ? [] : [[keyOf(target), atom] as const];
    }),
  );
  return truthOf(lever.has, fixed, domains) !== 'no';
}

/** A sum of incomes by tag is changed with any of its kinds. */
function reachesTarget(ref: Ref, targets: ReadonlySet<string>): boolean {
  if (targets.has(keyOf(ref))) return true;
  return ref.of === 'incomes' && [...targets].some((key) => key.startsWith('income '));
}

function constant(value: Expression): Atom | null {
  if (value.kind === 'word') return { kind: 'word', value: value.value };
  if (value.kind !== 'number') return null;
  const number = new Exact(value.value);
  return { kind: 'number', value: number, from: number, below: number };
}
