import type { LineNode, TraceStep } from '../../model/trace.js';
import { readExact, readState, readValue, type LinePatch } from '../machine/batch.js';
import { gather } from '../lines/bill-shares.js';
import { working, workExactly, type Effect } from '../lines/effects.js';
import { isLeftOut } from '../lines/line-run.js';
import type { Line } from '../lines/lines.js';
import { multiply, textOf, whole, type Num } from '../machine/nums.js';
import { OPEN } from '../machine/slots.js';
import { lineStep } from '../machine/steps.js';
import { moneyOf } from '../machine/text.js';
import { begin, type Begun, type BegunLately, type Start } from './line-start.js';
import { householdOf, payerOf, type LineLinks } from './lines.js';
import { idsOf, NO_LINKS } from './links.js';
import type { Reading } from './plan.js';
import { idOf, name } from './roster.js';

/** One line that is told. */
export interface Telling {
  readonly reading: Reading;
  readonly line: Line;
  readonly links: LineLinks;
  readonly start: Start | null;
  readonly lately: LineLately;
  readonly row: number;
}

/** A line as told last, by row: most of it is the same from household to household. */
export interface LineLately {
  readonly begun: (BegunLately | undefined)[];
  readonly nodes: (PlainLately | undefined)[];
}

/** The node of a line that nothing was done to, with what it follows from. */
interface PlainLately {
  readonly begun: Begun;
  readonly presence: Num | null;
  readonly named: readonly string[];
  readonly reference: number;
  readonly open: boolean;
  readonly node: LineNode;
}

export function lineNode(t: Telling, id: string): LineNode {
  const { reading, line, row } = t;
  const { program, batch } = reading;
  const begun = begin(t);
  const presence = presenceOf(t);
  const named = idsOf(reading, t.links.presence, line.rows, row);
  const worked = working(batch, line.effects, row);
  const patch = batch.linePatches.get(line.at)?.find((one) => one.row === row);
  const payer = payerOf(program, batch, line, row);
  if (worked.length > 0 || patch !== undefined || payer !== null || isLeftOut(batch, line, row))
    return workedNode(t, id, begun, presence, named, { worked, patch, payer });
  const reference = readValue(batch, line.reference, row);
  const open = readState(batch, line.reference, row) >= OPEN;
  const before = t.lately.nodes[row];
  if (before?.begun === begun && before.presence === presence && before.named === named)
    if (before.reference === reference && before.open === open && before.node.id === id) return before.node;
  const node = Object.freeze(workedNode(t, id, begun, presence, named, { worked, patch, payer }));
  t.lately.nodes[row] = { begun, presence, named, reference, open, node };
  return node;
}

/** What is done to a line beyond its reference: effects that work, a judgement, whose bill fills it. */
interface Work {
  readonly worked: readonly Effect[];
  readonly patch: LinePatch | undefined;
  readonly payer: number | null;
}

function workedNode(
  t: Telling,
  id: string,
  begun: Begun,
  presence: Num | null,
  present: readonly string[],
  { worked, patch, payer }: Work,
): LineNode {
  const { reading, line, row } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const steps = begun.steps.slice();
  let { value } = begun;
  if (presence !== null) {
    value = presence === whole(c.arena, 1) ? value : multiply(c.arena, value, presence);
    steps.push({ step: 'presence', by: textOf(presence), in: present, value: textOf(value) });
  }
  for (const effect of worked) {
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
  const round = (text: string): TraceStep => ({ step: 'round', by: program.model.pack.rounding, in: [], value: text });
  steps.push(round(reference));
  if (payer !== null) steps.push(...billSteps(t, payer, round));
  if (patch !== undefined) steps.push({ step: 'override', in: [], value: textOf(patch.month) }, round(need));
  return {
    id,
    kind: 'line',
    steps,
    ...(payer === null && patch === undefined ? {} : { reference }),
    value: need,
    ...(readState(batch, line.reference, row) >= OPEN ? { open: true as const } : {}),
  };
}

/** A person's share of the time at home; null for a line of the household. */
function presenceOf({ reading, line, row }: Telling): Num | null {
  if (line.need.for !== 'person') return null;
  return line.presence === null
    ? whole(reading.program.compiler.arena, 1)
    : readExact(reading.batch, line.presence, row);
}

function billSteps(t: Telling, payer: number, round: (text: string) => TraceStep): TraceStep[] {
  const { reading, line, row, links } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const billed = program.splitFor.get(line)!;
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  gather(batch, billed.split, payer, householdOf(batch, line, row), shares);
  const month = readExact(batch, billed.split.amount.final, payer);
  const part = readValue(batch, billed.split.parts[billed.at]!, row);
  const value = shares.line.length === 1 ? month : multiply(c.arena, whole(c.arena, part), lineStep(c).num);
  const named: string[] = [];
  if (links.bill !== null) {
    name(reading, links.bill, payer);
    named.push(idOf(reading, links.bill, payer));
  }
  return [{ step: 'bill', in: named, value: textOf(value) }, round(moneyOf(c, part))];
}
