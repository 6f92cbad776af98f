import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { withoutSeal, type Assessment } from '../../assessment/document.js';
import type { Options } from '../../assessment/options.js';
import { monthIndex } from '../../calendar/month.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { definitionsBehind } from '../../model/behind.js';
import { isValid, type Model } from '../../model/model.js';
import type { TraceNode } from '../../model/trace.js';
import { householdsOfAMonth } from '../of-a-month.js';
import { tellingOf } from '../telling.js';
import { same, type Law, type TestPack } from './law.js';

/** Need is the same under any policy: it touches the aid column and the levers alone. */
export function needUnderPolicy(pack: TestPack): Law {
  const sameNeed = sameUnder(pack, { judged: true });
  return {
    id: 'need-under-policy',
    says: 'Under any policy, levers tried or not, the document is the same but for policy, levers, aid, their trace and the seal.',
    except:
      'Where somebody judged by hand what follows from a local setting, the value it stands for is what the policy would have given.',
    property: fc.property(householdsOfAMonth(pack), fc.nat(), tellingOf, ({ month, list }, turn, telling) => {
      const policies = pack.model.policies.filter((one) => isValid(one, monthIndex(month)!));
      const policy = policies[turn % policies.length];
      if (policy !== undefined) for (const household of list) sameNeed(household, policy.id, telling);
    }),
  };
}

/** `judged`: what a judgement on a name behind a local setting stands for may differ. */
export function sameUnder(
  pack: TestPack,
  but: { readonly judged: boolean },
): (household: HouseholdInput, policy: string, options: Options) => void {
  const isOfPolicy = ofPolicy(pack.model);
  const common = (assessment: Assessment): unknown => commonOf(assessment, isOfPolicy, but.judged);
  return (household, policy, options) =>
    same(
      policy,
      common(assessed(pack, household, { ...options, policy })),
      common(assessed(pack, household, { ...options, levers: 'none' })),
    );
}

/** Nodes of policies and levers, and derived facts behind which stands a local setting: only levers and policies read these. */
function ofPolicy(model: Model): (node: string) => boolean {
  const local = new Set(model.facts.filter((fact) => fact.scope === 'local').map((fact) => fact.id));
  const derived = new Set(
    model.derived.map((one) => one.id).filter((id) => [...definitionsBehind(model, id)].some((one) => local.has(one))),
  );
  const nameOf = (node: string): string => node.slice(node.indexOf('/') + 1).split('@')[0] ?? '';
  return (node) =>
    /^(aid-line|aid|lever)\/|^when\/[^/]+\/|^fact\/local\./.test(node) ||
    (node.startsWith('derived/') && derived.has(nameOf(node)));
}

function commonOf(assessment: Assessment, isOfPolicy: (node: string) => boolean, judged: boolean): unknown {
  const { policy: _, levers: __, aid: ___, trace, overrides, ...blocks } = withoutSeal(assessment);
  const own = (trace?.nodes ?? []).filter((node) => !isOfPolicy(node.id));
  const told = overrides.map((one) =>
    judged && isOfPolicy(`derived/${one.target}`) ? { ...one, computed: null } : one,
  );
  return { blocks, overrides: told, nodes: reachable(own) };
}

/** Nodes that are told of their own accord and what these name; what only a policy or a lever names is left out. */
function reachable(nodes: readonly TraceNode[]): readonly TraceNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const roots = /^(line|when|derived|bill|total|figure)\//;
  const reached = new Set<string>();
  const queue = nodes.filter((node) => roots.test(node.id));
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (reached.has(node.id)) continue;
    reached.add(node.id);
    const steps = 'steps' in node ? node.steps.flatMap((step) => ('in' in step ? (step.in ?? []) : [])) : [];
    const named = [...('in' in node ? (node.in ?? []) : []), ...steps];
    queue.push(...named.flatMap((id) => byId.get(id) ?? []));
  }
  return nodes.filter((node) => reached.has(node.id));
}
