import { addSame, type Dense } from './factor.js';
import { cheapest, heapsOf } from './heaps.js';
import { join, project } from './join.js';

/** Ends of the balance, one a group of an unknown. */
export interface Ends {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

export interface Eliminated {
  readonly lo: number;
  readonly hi: number;
  /** No unknown had to be chosen apart: some choice of all unknowns reaches each end. */
  readonly exact: boolean;
  /** The ends that remain once one unknown is settled, group by group. */
  of(unknown: number): Ends;
}

/** Tables joined to settle one unknown; what is left is told to a later node. */
interface Node {
  readonly unknown: number;
  readonly joint: Dense;
  readonly told: Dense;
  readonly children: readonly number[];
}

interface Carried extends Dense {
  /** The node that tells it; null = a part of the balance. */
  readonly from: number | null;
}

/**
 * The least and the most that parts of the balance add up to, over all choices of the unknowns: one unknown after the
 * other is settled (bucket elimination, Dechter 1999). Where the tables that share an unknown are too large to be joined,
 * they are joined in several heaps, each with a choice of its own (mini-buckets, Dechter & Rish 2003): a sum of least
 * values is never above the least sum, so the ends are safe. A pass back from the end gives the ends for each group of
 * each unknown: with an unknown in several heaps, the tightest of theirs, since each of them holds.
 */
export function eliminate(tables: readonly Dense[], sizes: readonly number[]): Eliminated {
  const nodes: Node[] = [];
  let exact = true;
  const all = addSame(tables).map((one): Carried => ({ ...one, from: null }));
  const ends = all.filter(isEnd);
  let left = all.filter((one) => !isEnd(one));
  const settle = (unknown: number): void => {
    const heaps = heapsOf(
      left.filter(({ scope }) => scope.includes(unknown)),
      sizes,
    );
    exact &&= heaps.length === 1;
    left = left.filter(({ scope }) => !scope.includes(unknown));
    for (const heap of heaps) {
      const scope = [...new Set(heap.flatMap((one) => one.scope))].sort((a, b) => a - b);
      const joint = join(heap, scope, sizes);
      const told = project(
        joint,
        scope.filter((one) => one !== unknown),
        sizes,
      );
      (isEnd(told) ? ends : left).push({ ...told, from: nodes.length });
      nodes.push({ unknown, joint, told, children: heap.flatMap(({ from }) => (from === null ? [] : [from])) });
    }
  };
  for (const unknown of aloneIn(left)) settle(unknown);
  for (let next = cheapest(left, sizes); next !== null; next = cheapest(left, sizes)) settle(next);
  const sum = (of: (one: Dense) => number): number => ends.reduce((all, one) => all + of(one), 0);
  const [lo, hi] = [sum((one) => one.lo[0]!), sum((one) => one.hi[0]!)];
  let beliefs: readonly Dense[] | null = null;
  return {
    lo,
    hi,
    exact,
    of: (unknown) => {
      beliefs ??= beliefsOf(nodes, { scope: [], lo: Float64Array.of(lo), hi: Float64Array.of(hi) }, sizes);
      return endsOf(unknown, nodes, beliefs, { lo, hi }, sizes);
    },
  };
}

/** All its unknowns are settled. */
const isEnd = ({ scope }: Dense): boolean => scope.length === 0;

/** Unknowns that one table has for itself, and no other unknown in it: settled first, they leave the others fewer tables to go through. */
function aloneIn(tables: readonly Dense[]): number[] {
  const uses = new Map<number, number>();
  for (const { scope } of tables) for (const one of scope) uses.set(one, (uses.get(one) ?? 0) + 1);
  return tables.flatMap(({ scope }) => (scope.length === 1 && uses.get(scope[0]!) === 1 ? [scope[0]!] : []));
}

/** The whole balance over the unknowns of each node: its own tables and all that lies outside. */
function beliefsOf(nodes: readonly Node[], whole: Dense, sizes: readonly number[]): Dense[] {
  const beliefs: Dense[] = [];
  const outside: Dense[] = nodes.map(({ told }) => (told.scope.length === 0 ? less(whole, told) : told));
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { joint, children } = nodes[at]!;
    const belief = join([joint, outside[at]!], joint.scope, sizes);
    beliefs[at] = belief;
    for (const child of children) {
      const { told } = nodes[child]!;
      outside[child] = less(project(belief, told.scope, sizes), told);
    }
  }
  return beliefs;
}

/** What is left of the ends once a part is taken away; unknowns of `told` are those of `all`. */
function less(all: Dense, told: Dense): Dense {
  return {
    scope: told.scope,
    lo: all.lo.map((end, i) => end - told.lo[i]!),
    hi: all.hi.map((end, i) => end - told.hi[i]!),
  };
}

function endsOf(
  unknown: number,
  nodes: readonly Node[],
  beliefs: readonly Dense[],
  { lo, hi }: { readonly lo: number; readonly hi: number },
  sizes: readonly number[],
): Ends {
  const ends = { lo: new Float64Array(sizes[unknown]!).fill(lo), hi: new Float64Array(sizes[unknown]!).fill(hi) };
  for (let at = 0; at < nodes.length; at++) {
    if (nodes[at]!.unknown !== unknown) continue;
    const own = project(beliefs[at]!, [unknown], sizes);
    for (let g = 0; g < ends.lo.length; g++) {
      ends.lo[g] = Math.max(ends.lo[g]!, own.lo[g]!);
      ends.hi[g] = Math.min(ends.hi[g]!, own.hi[g]!);
    }
  }
  return ends;
}
