import type { Household } from '../household/household.js';
import type { Evaluation, EvaluationOptions } from '../model/evaluation.js';
import { isValid, type Model } from '../model/model.js';
import { assumptionsOf } from './blocks/assumptions.js';
import { balanceBlock, figuresBlock, incomesBlock, needsBlock, qualityBlock } from './blocks/blocks.js';
import { leversOf } from './levers/chain.js';
import { leverStates } from './levers/lever.js';
import { noticesOf } from './blocks/notice.js';
import { openQuestions } from './blocks/open.js';
import { overridesBlock } from './lines/override.js';
import { warningsBlock } from './blocks/warnings.js';
import { aidOf } from './levers/policy.js';
import { seenBy } from './blocks/seen.js';
import { runHousehold } from './strata.js';
import { incomeSum, needSum } from './lines/sums.js';
import { traceOf } from './trace/trace.js';

/**
 * The witness: json-rules-engine decides every condition, decimals are computed as plainly as the law is written.
 * Slow and readable; it shares nothing with the compiled evaluator but the model. Throws `RefbudgetError` for a fault
 * of the pack that shows with this household.
 */
export async function evaluateByReference(
  model: Model,
  household: Household,
  options: EvaluationOptions,
): Promise<Evaluation> {
  const policy = model.policies.find((one) => one.id === options.policy && isValid(one, household.month)) ?? null;
  if (policy === null && options.policy !== null)
    throw new Error(`there is no policy "${options.policy}" in this month`);
  const run = await runHousehold(model, household, policy);
  const seen = seenBy(run);
  const states = options.levers === 'none' ? null : await leverStates(run);
  const aid = policy === null ? null : await aidOf(run, policy);
  return {
    incomes: incomesBlock(run),
    needs: needsBlock(run),
    figures: figuresBlock(run),
    balance: balanceBlock(run, incomeSum(run).number, needSum(run).number),
    levers: states === null || options.levers === 'none' ? null : await leversOf(run, states, options.levers),
    aid: aid?.aid ?? null,
    quality: qualityBlock(run, seen.seriesBeyondEnd),
    assumptions: assumptionsOf(run, seen),
    open: openQuestions(run),
    notices: noticesOf(run).flatMap(({ id, decision }) =>
      decision.truth === 'yes' ? [{ id, node: `when/${id}` }] : [],
    ),
    overrides: overridesBlock(run),
    warnings: warningsBlock(run),
    nodes: options.trace === 'none' ? null : traceOf(run, states ?? [], aid, options.trace),
  };
}
