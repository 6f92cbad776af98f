import { Exact, money, plain, roundTo, snap } from '../../decimal/exact.js';
import type { Expression } from '../../model/expression.js';
import type { Policy } from '../../model/needs.js';
import { askFormula, gathering } from '../engine/questions.js';
import { decide } from '../engine/rules-engine.js';
import { moneyText } from '../lines/need.js';
import type { Run, View } from '../run.js';
import { evaluateNumber } from '../values/formula.js';
import { ZERO, type NumberValue } from '../values/value.js';

/** A step of what a policy works out, as its node in the trace tells it. */
export interface AidStep {
  readonly step: string;
  readonly by?: string;
  readonly value: string;
}

/** From where a policy reads. */
export function aidView(run: Run): View {
  return { run, person: null, month: null, undecided: 'open' };
}

/** What a policy proposes, and how it came about. */
export interface Proposal {
  readonly pays: Exact;
  readonly once: Exact;
  readonly steps: readonly AidStep[];
}

/** What is paid: rounded once, never above the gap, 0 below the minimum. */
export async function propose(run: Run, policy: Policy, gap: NumberValue): Promise<Proposal> {
  const { aid } = policy;
  if (aid === null) return { pays: ZERO, once: ZERO, steps: [] };
  const step = run.definitions.step;
  const view: View = { ...aidView(run), gap, owner: 'the policy' };
  const questions = gathering();
  for (const formula of [aid.pays, aid.minimum, aid.once]) askFormula(formula, view, questions);
  await decide(questions.questions);
  const amount = (formula: Expression): Exact => roundTo(evaluateNumber(formula, view, policy.id).number, step);
  const rounded = Exact.max(0, Exact.min(amount(aid.pays), gap.number));
  const minimum = aid.minimum === null ? ZERO : evaluateNumber(aid.minimum, view, policy.id).number;
  const tooSmall = rounded.lt(snap(minimum));
  const pays = tooSmall ? ZERO : rounded;
  const once = aid.once === null ? ZERO : amount(aid.once);
  const share = shareOfGap(aid.pays);
  return {
    pays,
    once,
    steps: [
      { step: 'pays', ...(share === null ? {} : { by: share }), value: moneyText(run, rounded) },
      ...(tooSmall ? [{ step: 'minimum', by: plain(minimum), value: moneyText(run, ZERO) }] : []),
      ...(aid.once === null ? [] : [{ step: 'once', value: money(once, run.definitions.places) }]),
    ],
  };
}

/** The number in `80% * gap`; null for any other formula. */
function shareOfGap(formula: Expression): string | null {
  if (formula.kind !== 'multiply') return null;
  const { left, right } = formula;
  const isGap = (one: Expression): boolean => one.kind === 'name' && one.ref.of === 'sum' && one.ref.id === 'gap';
  if (left.kind === 'number' && isGap(right)) return plain(new Exact(left.value));
  return right.kind === 'number' && isGap(left) ? plain(new Exact(right.value)) : null;
}
