import type { LineNode, TraceStep } from '../model/trace.js';
import { readExact, readState, valuesOf } from './batch.js';
import { gather } from './bill-shares.js';
import { working, workExactly } from './effects.js';
import { unindexed } from './items.js';
import { isLeftOut } from './line-run.js';
import { add, divide, multiply, numOf, textOf, whole, type Num } from './nums.js';
import { OPEN, type NumberSlot } from './slots.js';
import { lineStep } from './steps.js';
import { moneyOf } from './text.js';
import { idOf, idsOf, type Link } from './trace-plan.js';
import { type LineLinks, type Telling, household, applying, payerOf } from './trace-lines.js';

export function lineNode(t: Telling, id: string): LineNode {
  const { reading, line, row } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const out = isLeftOut(batch, line, row);
  const steps = startSteps(t);
  const zero = moneyOf(c, 0);
  let value = steps.value;
  const told = steps.told;
  for (const effect of working(batch, line.effects, row)) {
    const named = idsOf(reading, t.links.effects.get(effect) ?? [], line.rows, row);
    value = workExactly(c, batch, effect, value, row);
    told.push(
      effect.by === null
        ? { step: effect.verb, in: named, value: '0' }
        : { step: effect.verb, by: textOf(readExact(batch, effect.by, row)), in: named, value: textOf(value) },
    );
  }
  if (out) return { id, kind: 'line', steps: told, value: zero };
  const reference = moneyOf(c, valuesOf(batch, line.reference)[row]!);
  const round = (text: string): TraceStep => ({ step: 'round', by: program.model.pack.rounding, in: [], value: text });
  told.push(round(reference));
  const need = moneyOf(c, valuesOf(batch, line.paid)[row]!);
  const patch = batch.linePatches.get(line.at)?.find((one) => one.row === row);
  const payer = payerOf(t);
  if (payer !== null) told.push(...billSteps(t, payer, round));
  if (patch !== undefined) told.push({ step: 'override', in: [], value: textOf(patch.month) }, round(need));
  return {
    id,
    kind: 'line',
    steps: told,
    ...(payer === null && patch === undefined ? {} : { reference }),
    value: need,
    ...(readState(batch, line.reference, row) >= OPEN ? { open: true as const } : {}),
  };
}

/** Amount or items, index, months, presence. */
function startSteps(t: Telling): { told: TraceStep[]; value: Num } {
  const { reading, line, links, row } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const { need } = line;
  const h = household(t);
  const at = (slot: NumberSlot): number => (slot.rows === 'person' ? row : h);
  const ids = (some: readonly Link[]): string[] => idsOf(reading, some, line.rows, row);
  const told: TraceStep[] = [];
  let value: Num;
  if (line.amount !== null) {
    value = readExact(batch, line.amount, at(line.amount));
    told.push({ step: 'amount', in: ids(links.amount), value: textOf(value) });
    if (line.index !== null) {
      value = multiply(c.arena, value, readExact(batch, line.index.factor, 0));
      told.push({
        step: 'index',
        by: textOf(readExact(batch, line.index.factor, 0)),
        in: ids(links.index),
        value: textOf(value),
      });
    }
  } else {
    const items = applying(t);
    value = unindexed(c, batch, line.items ?? [], row, h);
    told.push({ step: 'items', in: ids(items.flatMap((item) => item.links)), value: textOf(value) });
    if (need.index !== null && items.length > 0) {
      value = indexedItems(t, items);
      const same = items.every(({ one }) => one.item.priced === items[0]!.one.item.priced);
      const factor = items[0]!.one.index!.factor;
      told.push({
        step: 'index',
        ...(same ? { by: textOf(readExact(batch, factor, 0)) } : {}),
        in: ids(items.flatMap((item) => item.index)),
        value: textOf(value),
      });
    }
  }
  if (need.months !== null) {
    const by = divide(c.arena, numOf(c.arena, need.months), whole(c.arena, 12), need.id);
    value = multiply(c.arena, value, by);
    told.push({ step: 'months', by: textOf(by), in: [], value: textOf(value) });
  }
  if (need.for === 'person') {
    const by = line.presence === null ? whole(c.arena, 1) : readExact(batch, line.presence, row);
    value = multiply(c.arena, value, by);
    told.push({ step: 'presence', by: textOf(by), in: ids(links.presence), value: textOf(value) });
  }
  return { told, value };
}

function indexedItems(t: Telling, items: LineLinks['items']): Num {
  const { reading, row } = t;
  const c = reading.program.compiler;
  const h = household(t);
  return items
    .map(({ one }) => readExact(reading.batch, one.month, one.month.rows === 'person' ? row : h))
    .reduce((l, r) => add(c.arena, l, r));
}

function billSteps(t: Telling, payer: number, round: (text: string) => TraceStep): TraceStep[] {
  const { reading, line, row, bill } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const billed = program.splitFor.get(line)!;
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  gather(batch, billed.split, payer, household(t), shares);
  const month = readExact(batch, billed.split.amount.final, payer);
  const part = valuesOf(batch, billed.split.parts[billed.at]!)[row]!;
  const value = shares.line.length === 1 ? month : multiply(c.arena, whole(c.arena, part), lineStep(c).num);
  return [
    { step: 'bill', in: bill === null ? [] : [idOf(reading, bill, payer)], value: textOf(value) },
    round(moneyOf(c, part)),
  ];
}
