import type { LineItem } from '../../model/evaluation.js';
import type { TraceStep } from '../../model/trace.js';
import { readExact, type Batch } from '../machine/batch.js';
import { itemsTold } from '../blocks/items-told.js';
import type { Line } from '../lines/lines.js';
import { toldItemsOf } from '../blocks/needs.js';
import { add, divide, multiply, numOf, textOf, whole, type Num } from '../machine/nums.js';
import type { Program } from '../program.js';
import type { NumberSlot } from '../machine/slots.js';
import { idsOf, merged, placesOf, type Links } from './links.js';
import { applying, householdOf, type LineLinks } from './lines.js';
import type { Telling } from './line-steps.js';
import type { Entry, Reading } from './plan.js';
import { mark, name, type Roster } from './roster.js';

/** The first steps of a line, and what they come to. */
export interface Begun {
  readonly steps: readonly TraceStep[];
  readonly value: Num;
}

/** First steps that are the same for every household, with what they name. */
export interface Start extends Begun {
  readonly entries: readonly Entry[];
}

/** First steps with what they follow from: the amount or the items, and who is there. */
export interface BegunLately {
  readonly of: Num | readonly LineItem[];
  readonly roster: Roster;
  /** Where what they name stands. */
  readonly named: readonly number[];
  readonly begun: Begun;
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

/** The first steps of a line in one row; told as before, they are the same steps. */
export function begin(t: Telling): Begun {
  const { reading, line, start, lately, row } = t;
  if (start !== null) {
    for (const entry of start.entries) name(reading, entry, 0);
    return start;
  }
  const { batch, roster } = reading;
  // texts of items are the same object where price, quantity and lifetime are, and with them what they come to
  const of = itemsOf(reading, line, row) ?? exactIn(batch, line, line.amount!, row);
  const before = lately.begun[row];
  if (before?.of === of && before.roster === roster) {
    for (let i = 0; i < before.named.length; i++) mark(reading, before.named[i]!);
    return before.begun;
  }
  return begunAnew(t, of);
}

function itemsOf({ program, batch }: Reading, line: Line, row: number): readonly LineItem[] | null {
  return line.items === null ? null : itemsTold(batch, line, toldItemsOf(program, line, line.items), row);
}

const exactIn = (batch: Batch, line: Line, slot: NumberSlot, row: number): Num =>
  readExact(batch, slot, slot.rows === 'person' ? row : householdOf(batch, line, row));

/** By itself, so that steps told as before make no closure. */
function begunAnew({ reading, line, links, lately, row }: Telling, of: BegunLately['of']): Begun {
  const { program, batch, roster } = reading;
  const items = applying(batch, line, links, row);
  const begun = firstSteps(program, line, links, {
    items,
    read: (slot) => exactIn(batch, line, slot, row),
    ids: (some) => merged(some.map((one) => idsOf(reading, one, line.rows, row))),
  });
  const all = [links.amount, links.index, ...items.flatMap((one) => [one.links, one.index])];
  const named = all.map((one) => placesOf(reading, one, row));
  lately.begun[row] = named.includes(null) ? undefined : { of, roster, named: named.flatMap((one) => one!), begun };
  return begun;
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
