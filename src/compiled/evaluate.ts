import { Exact } from '../decimal/exact.js';
import type { Household } from '../household/household.js';
import type { Evaluation, EvaluationOptions } from '../model/evaluation.js';
import { aidBlock } from './blocks/aid.js';
import { type Batch, readValue } from './machine/batch.js';
import { runSteps } from './machine/run-steps.js';
import type { Step } from './machine/step.js';
import { documentSteps } from './document-steps.js';
import { encode } from './input/encode.js';
import { figuresBlock } from './blocks/figures.js';
import { incomeLines, incomesBlock } from './blocks/incomes.js';
import { leversBlock } from './blocks/levers.js';
import { linesOf } from './blocks/lines.js';
import { needsBlock } from './blocks/needs.js';
import { tidy } from './machine/nums.js';
import { computedText, overridesBlock } from './blocks/overrides.js';
import { warningsBlock } from './blocks/warnings.js';
import { batchFor, type Program } from './program.js';
import { qualityBlock } from './blocks/quality.js';
import { assumedNames, noticesBlock, openQuestions } from './questions/questions.js';
import { moneyOf } from './compiler/text.js';
import { raiseFaults } from './questions/faults.js';
import { traceOf } from './trace/trace.js';
import { usageOf } from './trace/usage.js';

/**
 * Assesses one household with a compiled program: a batch of one, then the blocks of the document read from its columns.
 * The program's month and policy hold. Throws `RefbudgetError('pack')` where the pack has no value for the household.
 */
export function evaluate(program: Program, household: Household, options: EvaluationOptions): Evaluation {
  if (options.policy !== program.policy) throw new Error('the program was compiled for another policy');
  const c = program.compiler;
  tidy(c.arena);
  const computed = household.overrides.some((one) => one.name !== null) ? withoutJudgement(program, household) : null;
  const batch = batchFor(program, 'one', 1, household.persons.length);
  encode(program, batch, [household]);
  runSteps(batch, stepsFor(program, options));
  raiseFaults(program, batch);
  const lines = linesOf(program, batch);
  const incomes = incomeLines(program, batch);
  const policy = program.policySlots;
  const usage = usageOf(program, batch);
  const evaluation = {
    incomes: incomesBlock(program, batch, incomes),
    needs: needsBlock(program, batch, lines),
    figures: figuresBlock(program, batch),
    balance: balanceBlock(program, batch),
    levers: options.levers === 'none' ? null : leversBlock(program, batch, options.levers),
    aid: policy === null ? null : aidBlock(program, batch, policy),
    quality: qualityBlock(program, lines, usage.series),
    assumptions: [...assumedNames(program, batch, usage.bills), ...usage.tables],
    open: openQuestions(program, batch, lines),
    notices: noticesBlock(program, batch),
    overrides: overridesBlock(program, batch, lines, (id, row) => computed?.(id, row) ?? null),
    warnings: warningsBlock(program, batch, lines),
  };
  const nodes = options.trace === 'none' ? null : traceOf(program, batch, options);
  return { ...evaluation, nodes };
}

/** Levers, a policy and a trace read names that the rest of the document does not. */
function stepsFor(program: Program, { levers, policy, trace }: EvaluationOptions): readonly Step[] {
  return levers === 'none' && policy === null && trace === 'none' ? documentSteps(program) : program.steps;
}

/** Every step: lines and sums, derived names, notices, levers, policy. */
export function runAll(program: Program, batch: Batch): void {
  runSteps(batch, program.steps);
}

/** What names would be without the judgements on them: a run of its own, one judgement left out at a time. */
function withoutJudgement(program: Program, household: Household): (id: string, row: number) => string | null {
  const texts = new Map<string, string | null>();
  for (const left of household.overrides) {
    if (left.name === null) continue;
    const batch = batchFor(program, 'one', 1, household.persons.length);
    encode(program, batch, [{ ...household, overrides: household.overrides.filter((one) => one !== left) }]);
    runAll(program, batch);
    texts.set(`${left.name} ${left.of ?? 0}`, computedText(program, batch, left.name, left.of ?? 0));
  }
  return (id, row) => texts.get(`${id} ${row}`) ?? null;
}

function balanceBlock(program: Program, batch: Batch): Evaluation['balance'] {
  const c = program.compiler;
  const need = readValue(batch, program.sums.need, 0);
  const income = readValue(batch, program.sums.income, 0);
  const balance = income - need;
  return {
    amount: moneyOf(c, balance),
    shortfall: moneyOf(c, Math.max(0, -balance)),
    adequacy: need === 0 ? null : new Exact(income).div(need).toDecimalPlaces(4).toFixed(4),
  };
}
