import type { LineNode, TraceStep } from '../../model/trace.js';
import { type Batch, readState, readValue, type LinePatch } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { gather } from '../lines/bill-shares.js';
import { working, workExactly } from '../lines/effects.js';
import { isLeftOut } from '../lines/line-run.js';
import type { Line } from '../lines/line.js';
import { multiply, textOf, whole, type Num } from '../machine/nums.js';
import { OPEN } from '../machine/slots.js';
import { lineStep } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';
import { begin } from './line-start.js';
import { householdOf, payerOf } from './line-rows.js';
import { idsOf, NO_IDS, NO_LINKS } from './links.js';
import { idOf } from './roster.js';
import type { Telling } from './line-telling.js';

/** A line: its steps in the order in which they work. */
export function lineNode(t: Telling, id: string): LineNode {
  const { reading, line, row } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const begun = begin(t);
  const steps = begun.steps.slice();
  let { value } = begun;
  const presence = presenceOf(t);
  if (presence !== null) {
    value = presence === whole(c.arena, 1) ? value : multiply(c.arena, value, presence);
    const named = idsOf(reading, t.links.presence, line.rows, row);
    steps.push({ step: 'presence', by: textOf(presence), in: named, value: textOf(value) });
  }
  for (const effect of working(batch, line.effects, row)) {
    const named = idsOf(reading, t.links.effects.get(effect) ?? NO_LINKS, line.rows, row);
    value = workExactly(c, batch, effect, value, row);
    steps.push(
      effect.by === null
        ? { step: effect.verb, in: named, value: '0' }
        : { step: effect.verb, by: textOf(readExact(batch, effect.by, row)), in: named, value: textOf(value) },
    );
  }
  if (isLeftOut(batch, line, row)) return { id, kind: 'line', steps, value: moneyOf(c, 0) };
  const reference = moneyOf(c, readValue(batch, line.reference, row));
  const need = moneyOf(c, readValue(batch, line.paid, row));
  const payer = payerOf(t.links, batch, line, row);
  const patch = patchOf(batch, line, row);
  steps.push(rounded(t, reference));
  if (payer !== null) addBill(t, payer, steps);
  if (patch !== undefined) steps.push({ step: 'override', in: NO_IDS, value: textOf(patch.month) }, rounded(t, need));
  const node: LineNode =
    payer === null && patch === undefined
      ? { id, kind: 'line', steps, value: need }
      : { id, kind: 'line', steps, reference, value: need };
  return readState(batch, line.reference, row) >= OPEN ? { ...node, open: true } : node;
}

const rounded = ({ reading }: Telling, value: string): TraceStep => ({
  step: 'round',
  by: reading.program.model.pack.rounding,
  in: NO_IDS,
  value,
});

/** A worker's judgement on the line. */
function patchOf({ linePatches }: Batch, { at }: Line, row: number): LinePatch | undefined {
  return linePatches.size === 0 ? undefined : linePatches.get(at)?.find((one) => one.row === row);
}

/** A person's share of the time at home; null for a line of the household. */
function presenceOf({ reading, line, row }: Telling): Num | null {
  if (line.need.for !== 'person') return null;
  return line.presence === null
    ? whole(reading.program.compiler.arena, 1)
    : readExact(reading.batch, line.presence, row);
}

/** The bill that fills the need, or this line's part of it. */
function addBill(t: Telling, payer: number, steps: TraceStep[]): void {
  const { reading, line, row, links } = t;
  const { batch } = reading;
  const c = reading.program.compiler;
  const { split, at, entry } = links.billed!;
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  gather(batch, split, payer, householdOf(batch, line, row), shares);
  const month = readExact(batch, split.amount.final, payer);
  const part = readValue(batch, split.parts[at]!, row);
  const value = shares.line.length === 1 ? month : multiply(c.arena, whole(c.arena, part), lineStep(c).num);
  steps.push({ step: 'bill', in: [idOf(reading, entry, payer)], value: textOf(value) }, rounded(t, moneyOf(c, part)));
}
