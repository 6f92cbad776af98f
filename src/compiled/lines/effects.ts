import { isValid } from '../../model/model.js';
import { VERBS, type Adjustment, type Need, type Verb } from '../../model/needs.js';
import { type Batch, readTruth } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { noted, type Compiler } from '../compiler/compiler.js';
import { statusAt } from '../machine/statuses.js';
import { numberIn, truthIn } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import { contextOf } from '../compiler/context.js';
import { numberOf } from '../formulas/expressions.js';
import { increaseKernel, leaveOutKernel, limitKernel, openKernel, scaleKernel } from '../kernels/lines.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { add, compare, multiply, snappedNum, type Num } from '../machine/nums.js';
import { NO_STATUS, YES, type NumberSlot, type Rows, type TruthSlot } from '../machine/slots.js';

/** What one adjustment does to one need's lines. */
export interface Effect {
  readonly adjustment: Adjustment;
  readonly verb: Verb;
  readonly when: TruthSlot | null;
  readonly by: NumberSlot | null;
}

/** The effects on a need in the order of the verbs, then of the model. */
export function effectsOn(
  c: Compiler,
  need: Need,
  adjustments: readonly Adjustment[],
  room: string,
): readonly Effect[] {
  return noted(c, `effects ${room} ${need.id}`, () => {
    const effects: Effect[] = [];
    for (const adjustment of adjustments) {
      if (!isValid(adjustment, c.month) || !adjustment.on.includes(need.id)) continue;
      const ctx = contextOf(adjustment.id);
      const rows: Rows = need.for;
      const when = adjustment.when === null ? null : truthIn(c, conditionOf(c, adjustment.when, ctx), rows);
      for (const { verb, by } of adjustment.effects)
        effects.push({ adjustment, verb, when, by: by === null ? null : numberIn(c, numberOf(c, by, ctx), rows) });
    }
    return effects.sort((a, b) => VERBS.indexOf(a.verb) - VERBS.indexOf(b.verb));
  });
}

export const holds = (batch: Batch, effect: Effect, row: number): boolean =>
  effect.when === null || readTruth(batch, effect.when, row) === YES;

/** Removes lines, before anything is computed. */
export function writeLeaveOut(to: Writer, effects: readonly Effect[], exists: TruthSlot): void {
  for (const { verb, when } of effects)
    if (verb === 'leave-out') to.op(leaveOutKernel, to.column(exists), to.column(when), rowsOperand(exists.rows));
}

/** Works the verbs into a column of values. */
export function writeEffects(to: Writer, effects: readonly Effect[], value: NumberSlot): void {
  const [t, rows] = [to.column(value), rowsOperand(value.rows)];
  for (const { verb, when, by } of effects) {
    if (by === null) continue;
    const read = [to.column(when), to.column(by)];
    if (verb === 'scale') to.op(scaleKernel, t, ...read, rows);
    else if (verb === 'increase') to.op(increaseKernel, t, ...read, rows);
    else to.op(limitKernel, t, ...read, verb === 'at-least' ? 1 : -1, rows);
    if (by.stateful && value.stateful) to.op(openKernel, t, ...read, rows);
  }
}

const NONE: readonly Effect[] = [];

/** Effects that worked on a line: all that hold, of the tightest verbs the one that is tightest (of equals the first). */
export function working(batch: Batch, effects: readonly Effect[], row: number): readonly Effect[] {
  if (!effects.some((effect) => holds(batch, effect, row))) return NONE;
  const left = effects.filter((effect) => effect.verb === 'leave-out' && holds(batch, effect, row));
  if (left.length > 0) return left;
  return effects.filter((effect) => {
    if (effect.by === null || !holds(batch, effect, row)) return false;
    if (effect.verb === 'scale' || effect.verb === 'increase') return true;
    return effect === tightest(batch, effects, effect.verb, row);
  });
}

function tightest(batch: Batch, effects: readonly Effect[], verb: Verb, row: number): Effect | null {
  let best: Effect | null = null;
  for (const effect of effects) {
    if (effect.verb !== verb || effect.by === null || !holds(batch, effect, row)) continue;
    if (best?.by == null) best = effect;
    else {
      const order = compare(readExact(batch, effect.by, row), readExact(batch, best.by, row));
      if (verb === 'at-least' ? order > 0 : order < 0) best = effect;
    }
  }
  return best;
}

/** One working effect on an exact value. */
export function workExactly(c: Compiler, batch: Batch, effect: Effect, value: Num, row: number): Num {
  if (effect.by === null) return value;
  const by = readExact(batch, effect.by, row);
  switch (effect.verb) {
    case 'scale':
      return multiply(c.arena, value, by);
    case 'increase':
      return add(c.arena, value, by);
    case 'at-least':
      return snappedNum(c.arena, compare(by, value) > 0 ? by : value);
    default:
      return snappedNum(c.arena, compare(by, value) < 0 ? by : value);
  }
}

export function statusOfEffects(batch: Batch, effects: readonly Effect[], row: number): number {
  let weakest = NO_STATUS;
  for (const { by } of working(batch, effects, row))
    if (by !== null) weakest = Math.max(weakest, statusAt(batch, by.status, row));
  return weakest;
}
