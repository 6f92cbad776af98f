import type { BillNode, LineNode, TraceStep } from '../model/trace.js';
import { readExact, readState, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { gather, isPaid } from './bill-split.js';
import { working, workExactly, type Effect } from './effects.js';
import { itemApplies, unindexed, type ItemSlots } from './items.js';
import { isLeftOut, type Line } from './lines.js';
import { add, divide, multiply, numOf, textOf, whole, type Num } from './nums.js';
import { namesOfExpression, type Named } from './refs.js';
import { KNOWN, OPEN, YES, type NumberSlot } from './slots.js';
import { lineStep, stepsAt } from './steps.js';
import { moneyOf } from './text.js';
import type { MadeEntry } from './trace-entries.js';
import {
  always,
  entryFor,
  follow,
  idOf,
  idsOf,
  KINDS,
  linksOf,
  type Link,
  type Reading,
  type TracePlan,
  type Visit,
} from './trace-plan.js';
import { usedOf, visitUsed, type Used } from './trace-used.js';
import { isTaken } from './years.js';

/** What a line's steps name, found once. */
interface LineLinks {
  readonly amount: readonly Link[];
  readonly items: readonly {
    readonly one: ItemSlots;
    readonly links: readonly Link[];
    readonly index: readonly Link[];
  }[];
  readonly index: readonly Link[];
  readonly presence: readonly Link[];
  readonly effects: ReadonlyMap<Effect, readonly Link[]>;
}

/** Names an effect rests on: its adjustment's `when`, then those of its number. */
export function effectLinks(plan: TracePlan, effects: readonly Effect[], prefix: string): Map<Effect, readonly Link[]> {
  return new Map(
    effects.map((effect) => {
      const { adjustment, verb } = effect;
      const when = plan.byKey.get(`when/${prefix}${adjustment.id}{at}`);
      const by = adjustment.effects.find((one) => one.verb === verb)?.by ?? null;
      const links = by === null ? [] : linksOf(plan, namesOfExpression(by));
      return [effect, when === undefined ? links : [{ entry: when, over: null }, ...links]];
    }),
  );
}

function linksOfLine(plan: TracePlan, line: Line): LineLinks {
  const { need, items, effects } = line;
  const { month } = plan.program;
  const series = (priced: number | null): readonly Link[] =>
    need.index === null || priced === null
      ? []
      : linksOf(plan, [
          { ref: { of: 'series', id: need.index }, asOf: priced },
          { ref: { of: 'series', id: need.index }, asOf: month },
        ]);
  const amount: Named[] = [];
  if (need.amount !== null)
    for (const named of namesOfExpression(need.amount)) {
      if (named.ref.of === 'sum' && named.ref.id === 'parts')
        for (const part of need.parts ?? []) namesOfExpression(part.value, null, amount);
      else amount.push(named);
    }
  return {
    amount: linksOf(plan, amount),
    items: (items ?? []).map((one) => {
      const names = [one.item.price, one.item.quantity, one.item.lasts].flatMap((e) =>
        e === null ? [] : namesOfExpression(e),
      );
      const when = plan.byKey.get(`when/${need.id}/${one.item.id}{at}`);
      const links = linksOf(plan, names);
      return {
        one,
        links: when === undefined ? links : [{ entry: when, over: null }, ...links],
        index: series(one.item.priced),
      };
    }),
    index: series(need.priced),
    presence: need.for === 'person' ? linksOf(plan, [{ ref: { of: 'fact', id: 'person.presence' }, asOf: null }]) : [],
    effects: effectLinks(plan, effects, ''),
  };
}

/** A line: its steps in the order in which they work. */
export function lineEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const line = program.lines.find(({ need }) => need.id === id)!;
  const { rows } = line;
  const links = linksOfLine(plan, line);
  const uses = usesOfLine(plan, line);
  const billed = program.splitFor.get(line) ?? null;
  const bill = billed === null ? null : entryFor(plan, { of: 'bill', id: billed.split.bill.id }, null);
  const key = `line/${id}{at}`;
  const tell = (reading: Reading, row: number): Telling => ({ plan, reading, line, links, row, bill });
  return {
    rows,
    order: [KINDS.line, line.at],
    links: (reading, row, visit) => visitLine(tell(reading, row), visit),
    uses: (reading, row, visit) => visitLineUsed(tell(reading, row), uses, visit),
    node: (reading, row) => lineNode(tell(reading, row), idOf(reading, plan.byKey.get(key)!, row)),
    exists: (batch, row) => truthsOf(batch, line.exists)[row] === YES || isLeftOut(batch, line, row),
    root: always,
  };
}

interface Telling {
  readonly plan: TracePlan;
  readonly reading: Reading;
  readonly line: Line;
  readonly links: LineLinks;
  readonly row: number;
  readonly bill: ReturnType<typeof entryFor>;
}

const household = ({ reading, line, row }: Telling): number =>
  line.rows === 'person' ? reading.batch.household[row]! : row;

const applying = (t: Telling): LineLinks['items'] =>
  t.links.items.filter(({ one }) => itemApplies(t.reading.batch, one, t.row, household(t)));

function visitLine(t: Telling, visit: Visit): void {
  const { reading, line, links, row, bill } = t;
  const to = (some: readonly Link[]): void => follow(reading, some, line.rows, row, visit);
  to(links.amount);
  for (const item of applying(t)) {
    to(item.links);
    to(item.index);
  }
  to(links.index);
  to(links.presence);
  for (const effect of working(reading.batch, line.effects, row)) to(links.effects.get(effect) ?? []);
  const payer = payerOf(t);
  if (bill !== null && payer !== null) visit(bill, payer);
}

/** What the formulas of a line read, by item and effect. */
interface LineUses {
  readonly amount: Used;
  readonly items: ReadonlyMap<ItemSlots, Used>;
  readonly effects: ReadonlyMap<Effect, Used>;
}

function usesOfLine(plan: TracePlan, { need, items, effects }: Line): LineUses {
  return {
    amount: usedOf(plan, [need.amount, ...(need.parts ?? []).map((part) => part.value)]),
    items: new Map(
      (items ?? []).map((one) => [one, usedOf(plan, [one.item.price, one.item.quantity, one.item.lasts])]),
    ),
    effects: new Map(
      effects.map((effect) => [
        effect,
        usedOf(plan, [effect.adjustment.effects.find((one) => one.verb === effect.verb)?.by ?? null]),
      ]),
    ),
  };
}

function visitLineUsed(t: Telling, uses: LineUses, visit: Visit): void {
  const { reading, line, links, row } = t;
  const { rows } = line;
  if (isLeftOut(reading.batch, line, row)) return;
  visitUsed(reading, uses.amount, rows, row, visit);
  for (const { one } of applying(t)) visitUsed(reading, uses.items.get(one)!, rows, row, visit);
  follow(reading, links.presence, rows, row, visit);
  for (const effect of working(reading.batch, line.effects, row))
    visitUsed(reading, uses.effects.get(effect)!, rows, row, visit);
}

/** Whose bill fills the line's need; null where none does. */
function payerOf(t: Telling): number | null {
  const { line, reading, row } = t;
  const billed = reading.program.splitFor.get(line) ?? null;
  if (billed === null || !isTaken(reading.batch, billed.split, billed.at, row)) return null;
  return billed.split.bill.for === 'household' ? household(t) : row;
}

function lineNode(t: Telling, id: string): LineNode {
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

/** A bill: what is given a month, else its `assume`. */
export function billEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = program.bills.findIndex(({ bill }) => bill.id === id);
  const slots = program.bills[place]!;
  const { rows, raw, final, bill } = slots;
  const links = bill.assume === null ? [] : linksOf(plan, namesOfExpression(bill.assume));
  const used = usedOf(plan, [bill.assume]);
  const given = (batch: Batch, row: number): boolean => statesOf(batch, raw)[row] === KNOWN;
  return {
    rows,
    order: [KINDS.bill, place],
    links: (reading, row, visit) => {
      if (!given(reading.batch, row)) follow(reading, links, rows, row, visit);
    },
    uses: (reading, row, visit) => {
      if (!given(reading.batch, row)) visitUsed(reading, used, rows, row, visit);
    },
    node: (reading, row): BillNode => ({
      id: idOf(reading, plan.byKey.get(`bill/${id}{at}`)!, row),
      kind: 'bill',
      origin: given(reading.batch, row) ? 'given' : 'assumed',
      value: moneyOf(program.compiler, stepsAt(program.compiler, reading.batch, final, row)),
    }),
    exists: (batch, row) => isPaid(batch, slots, row),
    root: ({ batch }, row) => (rows === 'household' || batch.isMember[row] === 1) && given(batch, row),
  };
}
