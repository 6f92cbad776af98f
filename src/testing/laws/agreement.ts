import fc from 'fast-check';
import { assess } from '../../assessment/assess.js';
import type { Options } from '../../assessment/options.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import { assessByReference } from '../../verify/index.js';
import { households, type HouseholdOptions } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Both evaluators give the same document, to the cent and to the last node. `withLevers` adds the levers in a chain and a policy. */
export function evaluatorsAgree(pack: TestPack, withLevers: boolean, options: HouseholdOptions = {}): Law {
  return {
    id: withLevers ? 'evaluators-agree-with-levers' : 'evaluators-agree',
    says: `The compiled and the reference evaluator give the same document${withLevers ? ', levers, chain and aid included' : ''}.`,
    except: null,
    property: fc.asyncProperty(households(pack, options), async (household) => {
      const policy = withLevers ? (pack.model.policies[0]?.id ?? null) : null;
      await agreeOn(pack, household, { policy, levers: withLevers ? 'chain' : 'none', trace: 'full' });
    }),
  };
}

/** Throws with the first difference between the two documents of one household. */
export async function agreeOn(pack: TestPack, household: HouseholdInput, options: Options): Promise<void> {
  const [compiled, reference] = [
    outcome(() => assess(pack, household, options)),
    await outcomeOf(assessByReference(pack, household, options)),
  ];
  for (const key of new Set([...Object.keys(compiled), ...Object.keys(reference)])) {
    if (key !== 'seal' && key !== 'trace') same(`${key} (compiled against reference)`, compiled[key], reference[key]);
  }
  const nodes = (document: Record<string, unknown>): ReadonlyMap<string, unknown> =>
    new Map(
      ((document['trace'] as { nodes?: readonly { id: string }[] } | undefined)?.nodes ?? []).map((node) => [
        node.id,
        node,
      ]),
    );
  const [a, b] = [nodes(compiled), nodes(reference)];
  for (const id of new Set([...a.keys(), ...b.keys()]))
    same(`node ${id} (compiled against reference)`, a.get(id), b.get(id));
  same('order of the trace', [...a.keys()], [...b.keys()]);
}

/** A refusal is a result too: both must refuse alike. Anything else thrown is a fault. */
function refusal(error: unknown): Record<string, unknown> {
  if (!(error instanceof RefbudgetError)) throw error;
  return { refused: error.diagnostics.map(({ code, path }) => ({ code, path })) };
}

function outcome(run: () => object): Record<string, unknown> {
  try {
    return { ...run() };
  } catch (error) {
    return refusal(error);
  }
}

async function outcomeOf(run: Promise<object>): Promise<Record<string, unknown>> {
  try {
    return { ...(await run) };
  } catch (error) {
    return refusal(error);
  }
}
