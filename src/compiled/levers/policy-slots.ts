import type { Policy } from '../../model/needs.js';
import { errorsOf, readState, readValue, rowsIn, statesOf, truthsOf, valuesOf } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, definition, type Compiler } from '../compiler/compiler.js';
import { numberSlot, literal } from '../compiler/new-slots.js';
import { numberIn } from '../compiler/lift.js';
import { contextOf } from '../compiler/context.js';
import { settledNeed } from '../lines/bill-split.js';
import {
  effectsOn,
  holds,
  statusOfEffects,
  workExactly,
  working,
  writeEffects,
  type Effect,
} from '../lines/effects.js';
import { binary, numberOf } from '../formulas/expressions.js';
import { copyKernel, copyStatesKernel } from '../kernels/copy.js';
import { rowsOperand } from '../machine/writer.js';
import { lineStep, stepsIn } from '../compiler/steps.js';
import { inMoney } from '../lines/lines.js';
import type { Line } from '../lines/line.js';
import { multiply, whole, type Num } from '../machine/nums.js';
import { YES, type NumberSlot } from '../machine/slots.js';
import { incomeSum, stepsColumn, writeAdding, writeOpening, writeZero } from '../lines/sums.js';

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
  const reads = aidLines.flatMap(({ aid, line }) => [aid, line.exists, line.reference]);
  const needSteps = stepsColumn(
    c,
    reads,
    aidLines.some(({ aid, line }) => aid.stateful || line.reference.stateful),
  );
  addStep(c, {
    reads,
    writes: [needSteps],
    write: (to) => {
      writeZero(to, needSteps);
      for (const { line, aid } of aidLines) {
        writeAdding(to, line, aid, needSteps);
        if (line.reference.stateful) writeOpening(to, line, line.reference, needSteps);
      }
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
  // open as the line is, and where an amount is open that works on it
  const stateful = line.reference.stateful || effects.some(({ by }) => by?.stateful === true);
  const value: NumberSlot = numberSlot(c, {
    rows,
    reads: [amount, line.reference, ...effects.flatMap(({ when, by }) => [when, by]).filter((slot) => slot !== null)],
    stateful,
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
    stateful,
    whole: true,
    status: value.status,
    exact: (batch, row) => whole(c.arena, readValue(batch, aid, row)),
  });
  const left = effects.filter((effect) => effect.verb === 'leave-out');
  addStep(c, {
    reads: value.reads,
    writes: [value, aid],
    write: (to) => {
      to.op(copyKernel, to.column(value), to.column(amount), rowsOperand(rows));
      if (stateful) to.op(copyStatesKernel, to.column(value), to.states(line.reference), rowsOperand(rows));
      writeEffects(to, effects, value);
      if (stateful) to.op(copyStatesKernel, to.column(aid), to.column(value), rowsOperand(rows));
      const { batch } = to;
      const [v, e] = [valuesOf(batch, value), errorsOf(batch, value)];
      const there = truthsOf(batch, line.exists);
      const [steps, states] = [valuesOf(batch, aid), statesOf(batch, aid)];
      to.run(() => {
        const n = rowsIn(batch, rows);
        for (let row = 0; row < n; row++) {
          const gone = there[row] !== YES || left.some((effect) => holds(batch, effect, row));
          steps[row] = gone ? 0 : stepsIn(c, v[row]!, e[row]!, () => readExact(batch, value, row));
          if (gone && stateful) states[row] = readState(batch, line.reference, row);
        }
      });
    },
  });
  return { line, effects, value, aid };
}
