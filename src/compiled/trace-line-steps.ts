import type { LineNode, TraceStep } from '../model/trace.js';
import { readExact, readState, readValue } from './batch.js';
import { gather } from './bill-shares.js';
import { working, workExactly } from './effects.js';
import { isLeftOut } from './line-run.js';
import type { Line } from './lines.js';
import { add, divide, multiply, numOf, textOf, whole, type Num } from './nums.js';
import type { Program } from './program.js';
import { OPEN, type NumberSlot } from './slots.js';
import { lineStep } from './steps.js';
import { moneyOf } from './text.js';
import { applying, householdOf, payerOf, type LineLinks } from './trace-lines.js';
import { idsOf, merged, NO_LINKS, type Links } from './trace-links.js';
import { type Entry, type Reading } from './trace-plan.js';
import { idOf, name } from './trace-roster.js';

/** One line that is told. */
export interface Telling {
  readonly reading: Reading;
  readonly line: Line;
  readonly links: LineLinks;
  readonly start: Start | null;
  readonly row: number;
}

/** The first steps of a line, and what they come to. */
interface Begun {
  readonly steps: readonly TraceStep[];
  readonly value: Num;
}

/** First steps that are the same for every household, with what they name. */
interface Start extends Begun {
  readonly entries: readonly Entry[];
}

export function lineNode(t: Telling, id: string): LineNode {
  const { reading, line, row } = t;
  const { program, batch } = reading;
  const c = program.compiler;
  const begun = begin(t);
  const steps = begun.steps.slice();
  let value = present(t, begun.value, steps);
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
  const round = (text: string): TraceStep => ({ step: 'round', by: program.model.pack.rounding, in: [], value: text });
  steps.push(round(reference));
  const patch = batch.linePatches.get(line.at)?.find((one) => one.row === row);
  const payer = payerOf(program, batch, line, row);
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

/** The first steps of a line whose numbers and names are the same for every household; null of another. */
export function startOf(program: Program, line: Line, links: LineLinks): Start | null {
  const { amount, items } = line;
  const numbers = items === null ? [amount] : items.flatMap((one) => [one.base, one.month]);
  if (numbers.some((slot) => slot === null || slot.constant === null)) return null;
  if (items?.some((one) => one.when !== null) === true) return null;
  const all = [links.amount, links.index, ...links.items.flatMap((one) => [one.links, one.index])];
  if (all.some(({ ids }) => ids === null)) return null;
  const begun = firstSteps(program, line, links, {
    items: links.items,
    read: (slot) => slot.constant!,
    ids: (some) => merged(some.map(({ ids }) => ids!)),
  });
  return { ...begun, entries: all.flatMap((one) => one.entries) };
}

function begin({ reading, line, links, start, row }: Telling): Begun {
  if (start !== null) {
    for (const entry of start.entries) name(reading, entry, 0);
    return start;
  }
  const { program, batch } = reading;
  const household = householdOf(batch, line, row);
  return firstSteps(program, line, links, {
    items: applying(batch, line, links, row),
    read: (slot) => readExact(batch, slot, slot.rows === 'person' ? row : household),
    ids: (some) => merged(some.map((one) => idsOf(reading, one, line.rows, row))),
  });
}

/** From where the first steps of a line are told. */
interface Seen {
  /** Those that apply. */
  readonly items: LineLinks['items'];
  readonly read: (slot: NumberSlot) => Num;
  readonly ids: (some: readonly Links[]) => readonly string[];
}

/** Amount or items, index, months. */
function firstSteps({ compiler: c }: Program, line: Line, links: LineLinks, { items, read, ids }: Seen): Begun {
  const { need, amount, index } = line;
  const steps: TraceStep[] = [];
  const sum = (values: readonly Num[]): Num =>
    values.length === 0 ? whole(c.arena, 0) : values.reduce((l, r) => add(c.arena, l, r));
  let value: Num;
  if (amount !== null) {
    value = read(amount);
    steps.push({ step: 'amount', in: ids([links.amount]), value: textOf(value) });
    if (index !== null) {
      const by = read(index.factor);
      value = multiply(c.arena, value, by);
      steps.push({ step: 'index', by: textOf(by), in: ids([links.index]), value: textOf(value) });
    }
  } else {
    value = sum(items.map(({ one }) => read(one.base)));
    steps.push({ step: 'items', in: ids(items.map((item) => item.links)), value: textOf(value) });
    if (need.index !== null && items.length > 0) {
      value = sum(items.map(({ one }) => read(one.month)));
      const { item, index: first } = items[0]!.one;
      const same = items.every(({ one }) => one.item.priced === item.priced);
      steps.push({
        step: 'index',
        ...(same ? { by: textOf(read(first!.factor)) } : {}),
        in: ids(items.map((one) => one.index)),
        value: textOf(value),
      });
    }
  }
  if (need.months !== null) {
    const by = divide(c.arena, numOf(c.arena, need.months), whole(c.arena, 12), need.id);
    value = multiply(c.arena, value, by);
    steps.push({ step: 'months', by: textOf(by), in: [], value: textOf(value) });
  }
  return { steps, value };
}

/** A person's share of the time at home. */
function present({ reading, line, links, row }: Telling, value: Num, steps: TraceStep[]): Num {
  if (line.need.for !== 'person') return value;
  const c = reading.program.compiler;
  const one = whole(c.arena, 1);
  const by = line.presence === null ? one : readExact(reading.batch, line.presence, row);
  const scaled = by === one ? value : multiply(c.arena, value, by);
  const named = idsOf(reading, links.presence, line.rows, row);
  steps.push({ step: 'presence', by: textOf(by), in: named, value: textOf(scaled) });
  return scaled;
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
