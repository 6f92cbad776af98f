import fc from 'fast-check';
import { assess } from '../../assessment/assess.js';
import type { Assessment } from '../../assessment/document.js';
import { monthIndex } from '../../calendar/month.js';
import { isValid } from '../../model/model.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Need is the same under any policy: it touches the aid column and the levers alone. */
export function needUnderPolicy(pack: TestPack): Law {
  return {
    id: 'need-under-policy',
    says: 'Under any policy the document is the same but for policy, levers, aid, their trace and the seal.',
    except: null,
    property: fc.property(households(pack), (household) => {
      const without = common(assess(pack, household, { levers: 'alone' }));
      for (const policy of pack.model.policies.filter((one) => isValid(one, monthIndex(household.month)!))) {
        same(policy.id, common(assess(pack, household, { levers: 'alone', policy: policy.id })), without);
      }
    }),
  };
}

const OF_POLICY = /^(aid-line|aid|lever)\/|^when\/[^/]+\/|^fact\/local\./;

function common(assessment: Assessment): unknown {
  const {
    format,
    pack,
    month,
    input,
    incomes,
    needs,
    figures,
    balance,
    quality,
    assumptions,
    open,
    notices,
    overrides,
    warnings,
    trace,
  } = assessment;
  const read = new Set(
    trace?.nodes.filter((node) => !OF_POLICY.test(node.id)).flatMap((node) => ('in' in node ? (node.in ?? []) : [])),
  );
  const nodes = trace?.nodes.filter(
    (node) =>
      !OF_POLICY.test(node.id) && (/^(line|when|derived|income|total|figure)\//.test(node.id) || read.has(node.id)),
  );
  return {
    format,
    pack,
    month,
    input,
    incomes,
    needs,
    figures,
    balance,
    quality,
    assumptions,
    open,
    notices,
    overrides,
    warnings,
    nodes,
  };
}
