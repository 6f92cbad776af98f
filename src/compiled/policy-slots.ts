import type { Policy } from '../model/needs.js';
import { errorsOf, rowsIn, statesOf, truthsOf, valuesOf } from './batch.js';
import { addStep, definition, numberSlot, literal, type Compiler } from './compiler.js';
import { numberIn } from './lift.js';
import { contextOf } from './context.js';
import { settledNeed } from './bill-split.js';
import { applyEffects, effectsOn, holds, statusOfEffects, workExactly, working, type Effect } from './effects.js';
import { binary, copyRows, numberOf } from './expressions.js';
import { fill } from './kernels/fill.js';
import { lineStep, stepsIn } from './steps.js';
import { inMoney, type Line } from './lines.js';
import { multiply, whole, type Num } from './nums.js';
import { readExact } from './batch.js';
import { YES, type NumberSlot } from './slots.js';
import { addingLine, incomeSum, stepsColumn } from './sums.js';

/** A line in the aid column. */
export interface AidLine {
  readonly line: Line;
  readonly effects: readonly Effect[];
  /** Before rounding. */
  readonly value: NumberSlot;
  /** In steps; the need's where nothing works on it. */
  readonly aid: NumberSlot;
}

export interface PolicySlots {
  readonly policy: Policy;
  /** Lines of the aid column: those that are not optional, and the optional ones that count. */
  readonly lines: readonly AidLine[];
  readonly needSteps: NumberSlot;
  readonly gap: NumberSlot;
  readonly pays: NumberSlot | null;
  readonly minimum: NumberSlot | null;
  readonly once: NumberSlot | null;
}

export function policySlots(c: Compiler, id: string, lines: readonly Line[]): PolicySlots {
  const policy = definition(c, 'policy', c.model.policies, id);
  const counted = lines.filter((line) => !line.need.optional || policy.counts.includes(line.need.id));
  const aidLines = counted.map((line) => aidLine(c, policy, line));
  const reads = aidLines.flatMap(({ aid, line }) => [aid, line.exists]);
  const needSteps = stepsColumn(c, reads, false);
  addStep(c, {
    reads,
    writes: [needSteps],
    bind: (batch) => {
      const into = valuesOf(batch, needSteps);
      const adds = aidLines.map(({ line, aid }) => addingLine(batch, line, aid, into, null));
      return () => {
        fill(into, 0, batch.count);
        for (let i = 0; i < adds.length; i++) adds[i]!();
      };
    },
  });
  const ctx = contextOf(id);
  const gap = inMoney(c, binary(c, 'max', literal(c, '0'), binary(c, 'subtract', needSteps, incomeSum(c), ctx), ctx));
  c.notes.set('gap', gap);
  const read = (value: NonNullable<Policy['aid']>['once']): NumberSlot | null =>
    value === null ? null : numberIn(c, numberOf(c, value, ctx), 'household');
  return {
    policy,
    lines: aidLines,
    needSteps,
    gap,
    pays: read(policy.aid?.pays ?? null),
    minimum: read(policy.aid?.minimum ?? null),
    once: read(policy.aid?.once ?? null),
  };
}

function aidLine(c: Compiler, policy: Policy, line: Line): AidLine {
  const effects = effectsOn(c, line.need, policy.adjustments, policy.id);
  const need = settledNeed(c, line);
  if (effects.length === 0) return { line, effects, value: need, aid: need };
  const { rows } = line;
  const amount = numberIn(c, inMoney(c, need), rows);
  const value: NumberSlot = numberSlot(c, {
    rows,
    reads: [amount, ...effects.flatMap(({ when, by }) => [when, by]).filter((slot) => slot !== null)],
    stateful: false,
    status: (batch, row) => statusOfEffects(batch, effects, row),
    exact: (batch, row): Num => {
      let found = multiply(c.arena, readExact(batch, need, row), lineStep(c).num);
      for (const effect of working(batch, effects, row)) found = workExactly(c, batch, effect, found, row);
      return found;
    },
  });
  const aid: NumberSlot = numberSlot(c, {
    rows,
    reads: [value],
    stateful: false,
    whole: true,
    status: value.status,
    exact: (batch, row) => whole(c.arena, valuesOf(batch, aid)[row]!),
  });
  const left = effects.filter((effect) => effect.verb === 'leave-out');
  addStep(c, {
    reads: value.reads,
    writes: [value, aid],
    bind: (batch) => {
      const [v, e, s] = [valuesOf(batch, value), errorsOf(batch, value), statesOf(batch, value)];
      const [a, ae] = [valuesOf(batch, amount), errorsOf(batch, amount)];
      const there = truthsOf(batch, line.exists);
      const steps = valuesOf(batch, aid);
      return () => {
        const n = rowsIn(batch, rows);
        copyRows(v, a, n);
        copyRows(e, ae, n);
        applyEffects(batch, effects, v, e, s, n);
        for (let row = 0; row < n; row++) {
          const gone = there[row] !== YES || left.some((effect) => holds(batch, effect, row));
          steps[row] = gone ? 0 : stepsIn(c, v[row]!, e[row]!, () => readExact(batch, value, row));
        }
      };
    },
  });
  return { line, effects, value, aid };
}
