import { tryHousehold, type Tried } from '../../../assessment/try-household.js';
import { applyChanges } from '../../../comparison/what-if/apply.js';
import type { ConditionNode, LeverNode, TraceNode } from '../../../model/trace.js';
import type { Change } from '../argument.js';
import type { Context } from '../context.js';
import { candidatesFor, type Candidate } from './candidates.js';

/** Households that are assessed again for one answer, and changes that are told. */
const MOST_RUNS = 12;
const MOST_TOLD = 3;

/** The value of a condition that holds, and of a lever that applies. */
const HOLDS = { condition: 'yes', lever: 'may' } as const;

/**
 * Single changes that make each of some conditions or levers hold, by the node's id, the nearest first: each was seen to do so when
 * the household was assessed again. None where the document does not have the household, or where it holds already.
 */
export function changesOf(context: Context, nodes: readonly TraceNode[]): ReadonlyMap<string, readonly Change[]> {
  const { input } = context.assessment;
  const open = nodes.filter((node) => isOpen(node));
  if (input === null || 'redacted' in input || open.length === 0) return new Map();
  const tryOut = triesOf(context, input, open);
  return new Map(open.map((node, at) => [node.id, changesFor(context, node, (one) => tryOut(one, at))]));
}

function isOpen(node: TraceNode): node is ConditionNode | LeverNode {
  return (node.kind === 'condition' || node.kind === 'lever') && node.value !== HOLDS[node.kind];
}

/** What the balance becomes where a change makes the node hold, else null. */
type TryOut = (one: Candidate) => string | null;

function changesFor(context: Context, node: TraceNode, tryOut: TryOut): readonly Change[] {
  const found: Change[] = [];
  for (const one of distinct(candidatesFor(context, node, true)).slice(0, MOST_RUNS)) {
    if (found.length === MOST_TOLD) break;
    const balance = tryOut(one);
    if (balance !== null)
      found.push({ name: one.name, person: one.change.person, from: one.from, to: one.told, balance });
  }
  return found;
}

/** Tries a change once for all nodes: that they move house may be told of each of four persons. */
function triesOf(
  context: Context,
  input: Readonly<Record<string, unknown>>,
  nodes: readonly (ConditionNode | LeverNode)[],
): (one: Candidate, at: number) => string | null {
  const { pack, month, assessment } = context;
  const run = { month, policy: assessment.policy?.id ?? null };
  const ids = nodes.map(({ id }) => id);
  const known = new Map<string, Tried | null>();
  return (one, at) => {
    const key = keyOf(one);
    let tried = known.get(key);
    if (tried === undefined) known.set(key, (tried = tryHousehold(pack, applyChanges(input, [one.change]), run, ids)));
    return tried !== null && tried.values[at] === HOLDS[nodes[at]!.kind] ? tried.balance : null;
  };
}

function keyOf({ name, change, told }: Candidate): string {
  return `${name}@${change.person ?? ''}=${told}`;
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Map(candidates.map((one) => [keyOf(one), one]));
  return [...known.values()].filter((one) => one.told !== one.from);
}
