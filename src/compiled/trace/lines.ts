import type { Expression } from '../../model/expression.js';
import { type Batch, readTruth } from '../machine/batch.js';
import { working, type Effect } from '../lines/effects.js';
import { decidingOf } from '../machine/case.js';
import { itemApplies, type ItemSlots } from '../lines/items.js';
import { isLeftOut } from '../lines/line-run.js';
import { slotsTold } from '../lines/lines.js';
import type { Line } from '../lines/line.js';
import { later } from '../machine/later.js';
import { YES } from '../machine/slots.js';
import { linksOfLine, numberOf, type LineLinks } from './line-links.js';
import { startOf } from './line-start.js';
import { lineNode } from './line-steps.js';
import { isFixed, lead, nameAll, NO_LINKS } from './links.js';
import { always, KINDS, type MadeEntry, type Reading, type TracePlan, type Visit } from './entry.js';
import { name } from './roster.js';
import { NO_USE, usedOf, visitUsed, type Used } from './used.js';
import { applying, householdOf, payerOf } from './line-rows.js';

/** A line: its steps in the order in which they work. */
export function lineEntry(plan: TracePlan, line: Line): MadeEntry {
  const { program } = plan;
  const { rows, effects } = line;
  const links = later(() => linksOfLine(plan, line));
  const start = later(() => startOf(program, line, links()));
  const uses = later(() => usesOfLine(plan, line));
  const deciding = later(() => {
    if (!isFixedLine(links())) return null;
    const { billed } = links();
    const unless = billed?.split.taken[billed.at];
    return decidingOf([line.exists, ...slotsTold(line)], rows, { statuses: false, unless });
  });
  return {
    kind: KINDS.line,
    order: [line.at],
    rows,
    slots: [line.exists],
    uses: (batch, row, visit) => visitLineUsed(batch, line, links(), uses(), row, visit),
    names: (reading, row) => nameLine(reading, line, links(), row),
    node: (reading, row, told) => lineNode({ reading, line, links: links(), start: start(), row }, told),
    exists: (batch, row) => readTruth(batch, line.exists, row) === YES || isLeftOut(batch, line, row),
    root: always,
    deciding,
    present: effects.some(({ verb }) => verb === 'leave-out') ? undefined : line.exists,
  };
}

/** What its steps name depends on nothing but who is there. */
const isFixedLine = ({ amount, index, items, together, presence, effects }: LineLinks): boolean =>
  [amount, index, presence, ...effects.values()].every(isFixed) &&
  (together === null ? items : [together]).every((one) => isFixed(one.links) && isFixed(one.index));

function nameLine(reading: Reading, line: Line, links: LineLinks, row: number): void {
  const { batch } = reading;
  const { rows, effects } = line;
  nameAll(reading, links.amount, rows, row);
  nameAll(reading, links.index, rows, row);
  for (const { links: own, index } of links.together === null ? applying(batch, line, links, row) : [links.together]) {
    nameAll(reading, own, rows, row);
    nameAll(reading, index, rows, row);
  }
  nameAll(reading, links.presence, rows, row);
  for (const effect of working(batch, effects, row)) nameAll(reading, links.effects.get(effect) ?? NO_LINKS, rows, row);
  const payer = isLeftOut(batch, line, row) ? null : payerOf(links, batch, line, row);
  if (payer !== null) name(reading, links.billed!.entry, payer);
}

/** What the formulas of a line read; items and effects that read nothing of note are left out. */
interface LineUses {
  readonly amount: Used;
  readonly items: readonly (readonly [ItemSlots, Used])[];
  readonly effects: ReadonlyMap<Effect, Used>;
}

function usesOfLine(plan: TracePlan, { need, items, effects }: Line): LineUses {
  const worthwhile = <T>(of: readonly T[], read: (one: T) => readonly (Expression | null)[]): [T, Used][] =>
    of.map((one): [T, Used] => [one, usedOf(plan, read(one))]).filter(([, used]) => used !== NO_USE);
  return {
    amount: usedOf(plan, [need.amount, ...(need.parts ?? []).map((part) => part.value)]),
    items: worthwhile(items ?? [], ({ item }) => [item.price, item.quantity, item.lasts]),
    effects: new Map(worthwhile(effects, (effect) => [numberOf(effect)])),
  };
}

function visitLineUsed(batch: Batch, line: Line, links: LineLinks, uses: LineUses, row: number, visit: Visit): void {
  const { rows } = line;
  visitUsed(batch, uses.amount, rows, row, visit);
  const household = householdOf(batch, line, row);
  for (const [one, used] of uses.items)
    if (itemApplies(batch, one, row, household)) visitUsed(batch, used, rows, row, visit);
  lead(batch, links.presence, rows, row, visit);
  if (uses.effects.size === 0) return;
  for (const effect of working(batch, line.effects, row)) {
    const used = uses.effects.get(effect);
    if (used !== undefined) visitUsed(batch, used, rows, row, visit);
  }
}
