import type { Aid, OpenQuestion } from '../../model/evaluation.js';
import { type Batch, readState, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import { working } from '../lines/effects.js';
import { compare, numOf, whole } from '../machine/nums.js';
import type { AidLine, PolicySlots } from '../levers/policy-slots.js';
import type { Program } from '../program.js';
import { missingOfEffects } from '../questions/missing.js';
import { openAdjustments } from '../questions/questions.js';
import { OPEN, YES, type NumberSlot } from '../machine/slots.js';
import { exactSteps, lineStep } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';

/** A line in the aid column, where it is there. */
export interface AidLineAt {
  readonly aidLine: AidLine;
  readonly row: number;
  readonly id: string;
  /** Adjustments of the policy that worked on it. */
  readonly by: readonly string[];
}

export function aidLines(program: Program, batch: Batch, slots: PolicySlots): AidLineAt[] {
  const found: AidLineAt[] = [];
  for (const aidLine of slots.lines) {
    const { line, effects } = aidLine;
    const n = line.rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++) {
      if (readTruth(batch, line.exists, row) !== YES) continue;
      const by = new Set(working(batch, effects, row).map(({ adjustment }) => `${slots.policy.id}/${adjustment.id}`));
      found.push({ aidLine, row, id: `${line.need.id}${atPerson(batch, line.rows, row)}`, by: [...by] });
    }
  }
  return found;
}

/** What the policy proposes, in steps. */
export interface AidSteps {
  readonly need: number;
  readonly gap: number;
  /** Rounded and within the gap, before the minimum. */
  readonly capped: number;
  /** Less than the minimum: nothing is paid. */
  readonly below: boolean;
  readonly pays: number;
  readonly once: number;
}

export function aidSteps(program: Program, batch: Batch, slots: PolicySlots): AidSteps {
  const c = program.compiler;
  const need = readValue(batch, slots.needSteps, 0);
  const gap = Math.max(0, need - readValue(batch, program.sums.income, 0));
  const exactly = (slot: NumberSlot | null): number => (slot === null ? 0 : exactSteps(c, readExact(batch, slot, 0)));
  const capped = Math.max(0, Math.min(gap, exactly(slots.pays)));
  const paid = numOf(c.arena, lineStep(c).num.value.times(capped).toFixed());
  const least = slots.minimum === null ? whole(c.arena, 0) : readExact(batch, slots.minimum, 0);
  const below = compare(paid, least) < 0;
  return { need, gap, capped, below, pays: below ? 0 : capped, once: exactly(slots.once) };
}

export function aidBlock(program: Program, batch: Batch, slots: PolicySlots): Aid {
  const c = program.compiler;
  const { policy } = slots;
  const money = (steps: number): string => moneyOf(c, steps);
  const there = aidLines(program, batch, slots);
  const lines = there.map(({ aidLine, row, id, by }) => ({
    optional: aidLine.line.need.optional,
    id,
    need: readValue(batch, aidLine.line.paid, row),
    aid: readValue(batch, aidLine.aid, row),
    by,
  }));
  const steps = aidSteps(program, batch, slots);
  const open = [...openAdjustments(program, batch, policy), ...openLines(program, batch, there)];
  const told = {
    lines: lines
      .filter((line) => !line.optional && (line.by.length > 0 || line.need !== line.aid))
      .map(({ id, need, aid, by }) => ({ id, need: money(need), aid: money(aid), by })),
    optionalCounted: lines
      .filter((line) => line.optional)
      .map(({ id, need, aid }) => ({ id, need: money(need), aid: money(aid) })),
    need: money(steps.need),
    gap: money(steps.gap),
    pays: money(steps.pays),
    left: money(steps.gap - steps.pays),
    months: policy.aid?.months ?? null,
    once: money(steps.once),
  };
  const node = `aid/${policy.id}`;
  return open.length === 0 ? { ...told, node } : { ...told, open, node };
}

/** Lines that an amount of the policy leaves open; those that are open without it are told with the needs. */
function openLines(program: Program, batch: Batch, lines: readonly AidLineAt[]): readonly OpenQuestion[] {
  return lines.flatMap(({ aidLine: { aid, line, effects }, row, id }): readonly OpenQuestion[] => {
    if (!aid.stateful || readState(batch, aid, row) < OPEN) return [];
    if (line.reference.stateful && readState(batch, line.reference, row) >= OPEN) return [];
    const missing = missingOfEffects(program, batch, effects, { rows: line.rows, row });
    return [{ id, kind: 'line', missing, node: `aid-line/${id}` }];
  });
}
