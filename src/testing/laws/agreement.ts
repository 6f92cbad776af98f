import fc from 'fast-check';
import { assess } from '../../assessment/assess.js';
import { canonicalText, type Assessment } from '../../assessment/document.js';
import type { Options } from '../../assessment/options.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import { assessByReference } from '../../verify/index.js';
import { verifyBy } from '../../verify/verify.js';
import { isEqual } from '../equal.js';
import { gapsMet, type Gap } from '../gaps.js';
import { households, type HouseholdOptions } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/**
 * Both evaluators give the same document, to the cent and to the last node. `withLevers` adds the levers in a chain and a
 * policy. One document in ten is verified too, as read back from its bytes: with the documents equal, only seal, digest
 * and the way through the bytes are new, and these cost as much as the rest.
 */
export function evaluatorsAgree(pack: TestPack, withLevers: boolean, options: HouseholdOptions = {}): Law {
  return {
    id: withLevers ? 'evaluators-agree-with-levers' : 'evaluators-agree',
    says: `The compiled and the reference evaluator give the same document${withLevers ? ', levers, chain and aid included' : ''}, and it verifies.`,
    except:
      'Where a household meets several gaps of a pack, both refuse it; which gap each meets first is its own order.',
    property: fc.asyncProperty(households(pack, options), fc.nat(9), async (household, turn) => {
      const policy = withLevers ? (pack.model.policies[0]?.id ?? null) : null;
      const both = await agreeOn(pack, household, { policy, levers: withLevers ? 'chain' : 'none', trace: 'full' });
      if (turn > 0 || 'refused' in both.compiled) return;
      const again = (): Promise<Assessment> => Promise.resolve(both.reference as unknown as Assessment);
      const { findings } = await verifyBy(again, JSON.parse(canonicalText(both.compiled)), pack);
      same('findings', findings, []);
    }),
  };
}

/**
 * What each evaluator gave for one household; throws with the first difference. Where both refuse it, they may name
 * different gaps of the pack, unless `sameGap`.
 */
export async function agreeOn(
  pack: TestPack,
  household: HouseholdInput,
  options: Options,
  { sameGap = false } = {},
): Promise<Readonly<Record<'compiled' | 'reference', Outcome>>> {
  const [compiled, reference] = [
    outcome(() => assess(pack, household, options)),
    await outcomeOf(assessByReference(pack, household, options)),
  ];
  if ('refused' in compiled && 'refused' in reference) {
    if (sameGap) same('refused', compiled, reference);
    else sameRefusal(pack, household, options, compiled, reference);
    return { compiled, reference };
  }
  for (const key of new Set([...Object.keys(compiled), ...Object.keys(reference)])) {
    if (key !== 'seal' && key !== 'trace') same(`${key} (compiled against reference)`, compiled[key], reference[key]);
  }
  sameNodes(nodesOf(compiled), nodesOf(reference));
  return { compiled, reference };
}

/** Both name the same gap, or the witness's is another that the compiled evaluator meets, too. */
function sameRefusal(
  pack: TestPack,
  household: HouseholdInput,
  options: Options,
  compiled: Outcome,
  reference: Outcome,
): void {
  if (isEqual(compiled, reference)) return;
  const told = reference['refused'] as readonly Gap[];
  const met = gapsMet(pack, household, options);
  if (!told.every((one) => met.some((gap) => isEqual(gap, one)))) same('refused', compiled, reference);
}

/** Fails at the first node that differs, else at their order. */
function sameNodes(nodes: readonly Node[], expected: readonly Node[]): void {
  if (isEqual(nodes, expected)) return;
  const [byId, expectedById] = [nodes, expected].map((list) => new Map(list.map((node) => [node.id, node])));
  for (const id of new Set([...byId!.keys(), ...expectedById!.keys()]))
    same(`node ${id} (compiled against reference)`, byId!.get(id), expectedById!.get(id));
  const ids = (list: readonly Node[]): readonly string[] => list.map((node) => node.id);
  same('order of the trace', ids(nodes), ids(expected));
}

interface Node {
  readonly id: string;
}

function nodesOf(document: Outcome): readonly Node[] {
  return (document['trace'] as { readonly nodes?: readonly Node[] } | undefined)?.nodes ?? [];
}

/** A document as it is: a copy would compute its seal, which says no more than the text it seals. */
type Outcome = Readonly<Record<string, unknown>>;

/** A refusal is a result too: both must refuse alike. Anything else thrown is a fault. */
function refusal(error: unknown): Outcome {
  if (!(error instanceof RefbudgetError)) throw error;
  return { refused: error.diagnostics.map(({ code, path }) => ({ code, path })) };
}

function outcome(run: () => object): Outcome {
  try {
    return run() as Outcome;
  } catch (error) {
    return refusal(error);
  }
}

async function outcomeOf(run: Promise<object>): Promise<Outcome> {
  try {
    return (await run) as Outcome;
  } catch (error) {
    return refusal(error);
  }
}
