import { tryHousehold, type Tried } from '../../../assessment/try-household.js';
import { applyChanges } from '../../../comparison/what-if/apply.js';
import { Exact, money, placesOf } from '../../../decimal/exact.js';
import { definitionIn } from '../../../model/definitions-of.js';
import type { ConditionNode, LeverNode, TraceNode } from '../../../model/trace.js';
import type { Change } from '../argument.js';
import type { Context } from '../context.js';
import { nodeName, testsOf } from '../trace-index.js';
import { writtenConditions } from '../written-tests.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { mayTurn } from './reach.js';

/** Households that are assessed again for one answer, and changes that are told. */
const MOST_RUNS = 12;
const MOST_TOLD = 3;

/** The value of a condition that holds, and of a lever that applies. */
const HOLDS = { condition: 'yes', lever: 'may' } as const;

/**
 * Single changes that make each of some conditions or levers hold, by the node's id, the nearest first, what is to be waited for
 * last: each was seen to do so when the household was assessed again. What nobody can do otherwise is none of them. None where the document does not have the household, or where it holds already.
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

/** What becomes of the balance where a change makes the node hold, else null. */
type TryOut = (one: Candidate) => Pick<Change, 'balance' | 'optional'> | null;

function changesFor(context: Context, node: TraceNode, tryOut: TryOut): readonly Change[] {
  const found: Change[] = [];
  for (const one of distinct(candidatesFor(context, node, true))
    .filter(worthTrying(context, node))
    .slice(0, MOST_RUNS)) {
    if (found.length === MOST_TOLD) break;
    // Of the numbers of one name the nearest is enough.
    if (
      isNumber(one.told) &&
      found.some(({ name, person, to }) => name === one.name && person === one.change.person && isNumber(to))
    )
      continue;
    const after = tryOut(one);
    if (after !== null)
      found.push({
        name: one.name,
        person: one.change.person,
        from: one.from,
        to: one.told,
        waits: one.waits,
        ...after,
      });
  }
  return found;
}

const isNumber = (told: string): boolean => /^-?\d/.test(told);

/** Where several tests failed, most changes turn one of them alone: those need no run. */
function worthTrying({ pack, month }: Context, node: TraceNode): (one: Candidate) => boolean {
  const [condition, ...more] = writtenConditions(pack, node, month);
  if (condition === undefined || more.length > 0) return () => true;
  const told = testsOf(node);
  return ({ change }) => mayTurn(pack.model, condition, told, change);
}

/** Tries a change once for all nodes: that they move house may be told of each of four persons. */
function triesOf(
  context: Context,
  input: Readonly<Record<string, unknown>>,
  nodes: readonly (ConditionNode | LeverNode)[],
): (one: Candidate, at: number) => ReturnType<TryOut> {
  const { pack, month, assessment } = context;
  const run = { month, policy: assessment.policy?.id ?? null };
  // Beside each condition the line that it is of.
  const ids = nodes.flatMap(({ id }) => [id, id.replace(/^when\//, 'line/')]);
  const known = new Map<string, Tried | null>();
  return (one, at) => {
    const key = keyOf(one);
    let tried = known.get(key);
    if (tried === undefined) known.set(key, (tried = tryHousehold(pack, applyChanges(input, [one.change]), run, ids)));
    if (tried === null || tried.values[2 * at] !== HOLDS[nodes[at]!.kind]) return null;
    const { balance } = tried;
    return { balance, optional: optionalOf(context, nodes[at]!, tried.values[2 * at + 1] ?? null, balance) };
  };
}

/** What counting an optional line would do: no total has it, so the balance alone would mislead. */
function optionalOf(
  { pack, month }: Context,
  { id }: TraceNode,
  amount: string | null,
  balance: string,
): Change['optional'] {
  const { prefix, name } = nodeName(id);
  const need = prefix === 'when' ? definitionIn(pack.model.needs, name, month) : undefined;
  if (need?.optional !== true || amount === null) return null;
  const without = new Exact(balance);
  const counted = need.credit ? without.add(amount) : without.sub(amount);
  return { amount, balance: money(counted, placesOf(pack.model.pack.rounding)) };
}

function keyOf({ name, change, told }: Candidate): string {
  return `${name}@${change.person ?? ''}=${told}`;
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Map(candidates.map((one) => [keyOf(one), one]));
  const all = [...known.values()].filter((one) => one.told !== one.from);
  return [...all.filter(({ waits }) => waits === null), ...all.filter(({ waits }) => waits !== null)];
}
