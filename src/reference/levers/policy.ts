import { Exact, plain, roundTo, snap } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import type { Aid, OpenQuestion } from '../../model/evaluation.js';
import type { Policy } from '../../model/needs.js';
import { adjustmentState } from '../lines/adjustment.js';
import { effectsOf, withEffects, type Effect } from '../lines/adjusted.js';
import { missingOf, missingOfEffects } from '../blocks/missing.js';
import { linesOf, moneyText, roundStep, type Progress } from '../lines/need.js';
import { needColumnOf, signed } from '../lines/need-column.js';
import { touches } from '../blocks/open.js';
import { aidView, propose, type AidStep } from './proposal.js';
import { membersOrOnce, stateId } from '../persons.js';
import { ask, askFormula, gathering } from '../engine/questions.js';
import { readingsOf } from '../values/readings.js';
import { decide } from '../engine/rules-engine.js';
import type { Reading, Run } from '../run.js';
import type { AdjustmentState, Line, LineStep } from '../states.js';
import { incomeSum } from '../lines/sums.js';
import { numberValue, ZERO } from '../values/value.js';

/** A line in the aid column. */
export interface AidLine {
  readonly line: Line;
  readonly aid: Exact;
  /** As the line is, or where an amount is open that works on it. */
  readonly open: boolean;
  /** Empty when no adjustment of the policy worked on it. */
  readonly steps: readonly LineStep[];
  readonly by: readonly string[];
}

/** What a policy makes of today's run: the aid column, the gap, and what it proposes to pay. */
export interface AidColumn {
  readonly policy: Policy;
  readonly aid: Aid;
  readonly lines: readonly AidLine[];
  readonly adjustments: readonly AdjustmentState[];
  readonly steps: readonly AidStep[];
  readonly reads: readonly Reading[];
}

/** Works out the aid column; the policy's conditions are two last strata: on what of its lines, then on the gap. */
export async function aidOf(run: Run, policy: Policy): Promise<AidColumn> {
  const adjustments = await decided(run, policy);
  const lines = linesOf(run)
    .filter((line) => !line.need.optional || policy.counts.includes(line.need.id))
    .map((line) => aidLine(run, policy, adjustments, line));
  const need = lines.reduce<Exact>((sum, one) => signed(sum, one.line, one.aid), ZERO);
  const income = incomeSum(run);
  const gap = Exact.max(0, need.sub(income.number));
  const open = income.open || lines.some((one) => one.open);
  const proposal = await propose(run, policy, numberValue(gap, null, open));
  const questions = openQuestions(run, policy, adjustments, lines);
  return {
    policy,
    adjustments,
    lines,
    aid: {
      lines: lines
        .filter((one) => !one.line.need.optional && one.steps.length > 0)
        .map((one) => ({ ...both(run, one), by: one.by })),
      optionalCounted: lines.filter((one) => one.line.need.optional).map((one) => both(run, one)),
      need: moneyText(run, need),
      gap: moneyText(run, gap),
      pays: moneyText(run, proposal.pays),
      left: moneyText(run, gap.sub(proposal.pays)),
      months: policy.aid?.months ?? null,
      once: moneyText(run, proposal.once),
      ...(questions.length === 0 ? {} : { open: questions }),
      node: `aid/${policy.id}`,
    },
    steps: [
      { step: 'need in the aid column', value: moneyText(run, need) },
      { step: 'gap', value: moneyText(run, gap) },
      ...proposal.steps,
    ],
    reads: [
      ...lines.map(({ line, steps }) => ({ node: `${steps.length > 0 ? 'aid-line' : 'line'}/${line.id}` })),
      { node: 'total/income' },
      ...[policy.aid?.pays, policy.aid?.minimum, policy.aid?.once].flatMap((one) =>
        readingsOf(one ?? null, aidView(run)),
      ),
    ],
  };
}

async function decided(run: Run, policy: Policy): Promise<AdjustmentState[]> {
  const owners = policy.adjustments.flatMap((adjustment) =>
    membersOrOnce(run, adjustment.for).map((person) => ({ adjustment, person })),
  );
  const questions = gathering();
  for (const { adjustment, person } of owners) {
    const view = { ...aidView(run), person };
    ask(adjustment.when, view, questions);
    for (const effect of adjustment.effects) askFormula(effect.by, view, questions);
  }
  await decide(questions.questions);
  return owners.map(({ adjustment, person }) =>
    adjustmentState(run, adjustment, person, stateId(run, `${policy.id}/${adjustment.id}`, person)),
  );
}

function aidLine(run: Run, policy: Policy, adjustments: readonly AdjustmentState[], line: Line): AidLine {
  const effects = adjustments
    .filter(({ adjustment, view }) => touches(adjustment, view.person, line))
    .flatMap((state) =>
      effectsOf(run, state, `${policy.id}/`).map((effect) => ({
        ...effect,
        of: `${policy.id}/${state.adjustment.id}`,
      })),
    );
  const { need } = needColumnOf(run, line);
  if (effects.length === 0) return { line, aid: need, open: line.open, steps: [], by: [] };
  const start: Progress = { value: numberValue(need, null, line.open), steps: [], leftOut: false, beyondEnd: false };
  const end = withEffects(start, effects, line.id);
  if (snap(end.value.number).lt(0))
    throw evaluationError('line-below-zero', line.id, `${plain(end.value.number)} is below 0 in the aid column`);
  const aid = roundTo(end.value.number, run.definitions.step);
  const steps = end.leftOut ? end.steps : [...end.steps, roundStep(run, aid)];
  return {
    line,
    aid,
    open: end.value.open,
    steps: steps.map((step, i) =>
      i === 0 ? { ...step, reads: () => [{ node: `line/${line.id}` }, ...step.reads()] } : step,
    ),
    by: worked(effects, end),
  };
}

/** The adjustments with a step, in the order of the steps, each once. */
function worked(effects: readonly (Effect & { of: string })[], end: Progress): string[] {
  const used = end.steps.flatMap((step) => effects.filter((one) => one.verb === step.step && one.reads === step.reads));
  return [...new Set(used.map((one) => one.of))];
}

function both(run: Run, { line, aid }: AidLine): { id: string; need: string; aid: string } {
  return { id: line.id, need: moneyText(run, needColumnOf(run, line).need), aid: moneyText(run, aid) };
}

/** Undecided adjustments of the policy, then lines that an amount of it leaves open. */
function openQuestions(
  run: Run,
  policy: Policy,
  adjustments: readonly AdjustmentState[],
  lines: readonly AidLine[],
): OpenQuestion[] {
  const undecided = adjustments.flatMap(({ adjustment, view, truth }) => {
    const id = stateId(run, `${policy.id}/${adjustment.id}`, view.person);
    const there = lines.some(({ line }) => touches(adjustment, view.person, line));
    return truth === 'undecided' && adjustment.when !== null && there
      ? [{ id, kind: 'adjustment', missing: missingOf(adjustment.when, view), node: `when/${id}` } as const]
      : [];
  });
  const open = lines.filter((one) => one.open && !one.line.open);
  return [
    ...undecided,
    ...open.map(({ line }): OpenQuestion => {
      const working = adjustments.filter(({ adjustment, view }) => touches(adjustment, view.person, line));
      return { id: line.id, kind: 'line', missing: missingOfEffects(working), node: `aid-line/${line.id}` };
    }),
  ];
}
