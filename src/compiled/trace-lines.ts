import { truthsOf } from './batch.js';
import { working, type Effect } from './effects.js';
import { itemApplies, type ItemSlots } from './items.js';
import type { Line } from './lines.js';
import { isLeftOut } from './line-run.js';
import { namesOfExpression, type Named } from './refs.js';
import { YES } from './slots.js';
import type { MadeEntry } from './trace-entries.js';
import {
  always,
  entryFor,
  follow,
  idOf,
  KINDS,
  laterLink,
  linksOf,
  type Link,
  type Reading,
  type TracePlan,
  type Visit,
} from './trace-plan.js';
import { usedOf, visitUsed, type Used } from './trace-used.js';
import { isTaken } from './years.js';
import { lineNode } from './trace-line-steps.js';

/** What a line's steps name, found once. */
export interface LineLinks {
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
      const when = laterLink(plan, `when/${prefix}${adjustment.id}{at}`);
      const by = adjustment.effects.find((one) => one.verb === verb)?.by ?? null;
      const links = by === null ? [] : linksOf(plan, namesOfExpression(by));
      return [effect, adjustment.when === null ? links : [when, ...links]];
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
      const when = laterLink(plan, `when/${need.id}/${one.item.id}{at}`);
      const links = linksOf(plan, names);
      return {
        one,
        links: one.item.when === null ? links : [when, ...links],
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

export interface Telling {
  readonly plan: TracePlan;
  readonly reading: Reading;
  readonly line: Line;
  readonly links: LineLinks;
  readonly row: number;
  readonly bill: ReturnType<typeof entryFor>;
}

export const household = ({ reading, line, row }: Telling): number =>
  line.rows === 'person' ? reading.batch.household[row]! : row;

export const applying = (t: Telling): LineLinks['items'] =>
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
  visitUsed(reading, uses.amount, rows, row, visit);
  for (const { one } of applying(t)) visitUsed(reading, uses.items.get(one)!, rows, row, visit);
  follow(reading, links.presence, rows, row, visit);
  for (const effect of working(reading.batch, line.effects, row))
    visitUsed(reading, uses.effects.get(effect)!, rows, row, visit);
}

/** Whose bill fills the line's need; null where none does. */
export function payerOf(t: Telling): number | null {
  const { line, reading, row } = t;
  const billed = reading.program.splitFor.get(line) ?? null;
  if (billed === null || !isTaken(reading.batch, billed.split, billed.at, row)) return null;
  return billed.split.bill.for === 'household' ? household(t) : row;
}
