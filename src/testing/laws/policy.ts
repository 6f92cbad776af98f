import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { withoutSeal, type Assessment } from '../../assessment/document.js';
import { monthIndex } from '../../calendar/month.js';
import { definitionsBehind } from '../../model/behind.js';
import { isValid, type Model } from '../../model/model.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Need is the same under any policy: it touches the aid column and the levers alone. */
export function needUnderPolicy(pack: TestPack): Law {
  const isOfPolicy = ofPolicy(pack.model);
  return {
    id: 'need-under-policy',
    says: 'Under any policy, levers tried or not, the document is the same but for policy, levers, aid, their trace and the seal.',
    except: null,
    property: fc.property(households(pack), (household) => {
      const without = common(assessed(pack, household, { levers: 'none' }), isOfPolicy);
      for (const policy of pack.model.policies.filter((one) => isValid(one, monthIndex(household.month)!))) {
        same(policy.id, common(assessed(pack, household, { levers: 'alone', policy: policy.id }), isOfPolicy), without);
      }
    }),
  };
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

function common(assessment: Assessment, isOfPolicy: (node: string) => boolean): unknown {
  const { policy: _, levers: __, aid: ___, trace, ...blocks } = withoutSeal(assessment);
  const own = (trace?.nodes ?? []).filter((node) => !isOfPolicy(node.id));
  const read = new Set(own.flatMap((node) => ('in' in node ? (node.in ?? []) : [])));
  const roots = /^(line|when|derived|bill|income|incomes|total|figure)\//;
  const steps = own.flatMap((node) =>
    'steps' in node ? node.steps.flatMap((step) => ('in' in step ? (step.in ?? []) : [])) : [],
  );
  const named = new Set([...read, ...steps]);
  return { blocks, nodes: own.filter((node) => roots.test(node.id) || named.has(node.id)) };
}
