import type { Expression, Ref } from '../../model/expression.js';
import type { MonthIndex } from '../../model/value.js';
import { type Batch, readTruth } from '../machine/batch.js';
import { noted } from '../compiler.js';
import { working, type Effect } from '../lines/effects.js';
import { itemApplies, type ItemSlots } from '../lines/items.js';
import { isLeftOut } from '../lines/line-run.js';
import type { Line } from '../lines/lines.js';
import type { Program } from '../program.js';
import { namesOfExpression, type Named } from '../inference/refs.js';
import { YES } from '../machine/slots.js';
import { startOf } from './line-start.js';
import { lineNode, type LineLately } from './line-steps.js';
import { lead, later, linksOf, NO_LINKS, type Links } from './links.js';
import { always, entryFor, KINDS, type Entry, type MadeEntry, type TracePlan, type Visit } from './plan.js';
import { usedOf, visitUsed, type Used } from './used.js';
import { isTaken } from '../lines/years.js';

/** What a line's steps name, found once. */
export interface LineLinks {
  readonly amount: Links;
  readonly items: readonly ItemLinks[];
  readonly index: Links;
  readonly presence: Links;
  readonly effects: ReadonlyMap<Effect, Links>;
  /** The bill that may fill the need. */
  readonly bill: Entry | null;
}

export interface ItemLinks {
  readonly one: ItemSlots;
  readonly links: Links;
  readonly index: Links;
}

/** Names an effect rests on: its adjustment's `when`, then those of its number. */
export function effectLinks(plan: TracePlan, effects: readonly Effect[], prefix: string): Map<Effect, Links> {
  return new Map(
    effects.map((effect) => {
      const { adjustment } = effect;
      const by = numberOf(effect);
      const first = adjustment.when === null ? undefined : plan.byKey.get(`when/${prefix}${adjustment.id}{at}`);
      return [effect, linksOf(plan, by === null ? [] : namesOfExpression(by), { first })];
    }),
  );
}

/** The number an effect works with, as written. */
const numberOf = ({ adjustment, verb }: Effect): Expression | null =>
  adjustment.effects.find((one) => one.verb === verb)?.by ?? null;

/** The two months of a series between which a price is indexed; most prices are of few months. */
function indexLinks(plan: TracePlan, id: string, priced: MonthIndex): Links {
  const { month, compiler } = plan.program;
  const ref: Ref = { of: 'series', id };
  return noted(compiler, `index links/${id}/${priced}`, () =>
    linksOf(plan, [
      { ref, asOf: priced },
      { ref, asOf: month },
    ]),
  );
}

function linksOfLine(plan: TracePlan, line: Line): LineLinks {
  const { need, items, effects } = line;
  const { splitFor } = plan.program;
  const series = (priced: number | null): Links =>
    need.index === null || priced === null ? NO_LINKS : indexLinks(plan, need.index, priced);
  const amount: Named[] = [];
  if (need.amount !== null)
    for (const named of namesOfExpression(need.amount)) {
      if (named.ref.of === 'sum' && named.ref.id === 'parts')
        for (const part of need.parts ?? []) namesOfExpression(part.value, null, amount);
      else amount.push(named);
    }
  const bill = splitFor.get(line)?.split.bill;
  return {
    amount: linksOf(plan, amount),
    items: (items ?? []).map((one) => {
      const { item } = one;
      const names = [item.price, item.quantity, item.lasts].flatMap((e) => (e === null ? [] : namesOfExpression(e)));
      const first = item.when === null ? undefined : plan.byKey.get(`when/${need.id}/${item.id}{at}`);
      // the condition of an item is told with its line
      return { one, links: linksOf(plan, names, { first, sureOfFirst: true }), index: series(item.priced) };
    }),
    index: series(need.priced),
    presence:
      need.for === 'person' ? linksOf(plan, [{ ref: { of: 'fact', id: 'person.presence' }, asOf: null }]) : NO_LINKS,
    effects: effectLinks(plan, effects, ''),
    bill: bill === undefined ? null : entryFor(plan, { of: 'bill', id: bill.id }, null),
  };
}

/** A line: its steps in the order in which they work. */
export function lineEntry(plan: TracePlan, line: Line): MadeEntry {
  const { program } = plan;
  const { rows } = line;
  const links = later(() => linksOfLine(plan, line));
  const start = later(() => startOf(program, line, links()));
  const uses = later(() => usesOfLine(plan, line));
  const lately: LineLately = { begun: [], nodes: [] };
  return {
    kind: KINDS.line,
    order: [line.at],
    rows,
    slots: [line.exists],
    uses: (batch, row, visit) => visitLineUsed(batch, line, links(), uses(), row, visit),
    node: (reading, row, told) => lineNode({ reading, line, links: links(), start: start(), lately, row }, told),
    exists: (batch, row) => readTruth(batch, line.exists, row) === YES || isLeftOut(batch, line, row),
    root: always,
  };
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
    effects: new Map(effects.map((effect) => [effect, usedOf(plan, [numberOf(effect)])])),
  };
}

function visitLineUsed(batch: Batch, line: Line, links: LineLinks, uses: LineUses, row: number, visit: Visit): void {
  const { rows } = line;
  visitUsed(batch, uses.amount, rows, row, visit);
  for (const { one } of applying(batch, line, links, row)) visitUsed(batch, uses.items.get(one)!, rows, row, visit);
  lead(batch, links.presence, rows, row, visit);
  for (const effect of working(batch, line.effects, row)) visitUsed(batch, uses.effects.get(effect)!, rows, row, visit);
}

/** The row of the household of a line's row. */
export const householdOf = (batch: Batch, line: Line, row: number): number =>
  line.rows === 'person' ? batch.household[row]! : row;

/** The items that apply in a row. */
export function applying(batch: Batch, line: Line, links: LineLinks, row: number): readonly ItemLinks[] {
  const household = householdOf(batch, line, row);
  return links.items.filter(({ one }) => itemApplies(batch, one, row, household));
}

/** Whose bill fills the line's need; null where none does. */
export function payerOf(program: Program, batch: Batch, line: Line, row: number): number | null {
  const billed = program.splitFor.get(line) ?? null;
  if (billed === null || !isTaken(batch, billed.split, billed.at, row)) return null;
  return billed.split.bill.for === 'household' ? householdOf(batch, line, row) : row;
}
