import type { TraceStep } from '../../model/trace.js';
import { readExact } from '../machine/exact-values.js';
import type { Line } from '../lines/line.js';
import { add, divide, multiply, numOf, textOf, whole, type Num } from '../machine/nums.js';
import type { Compiler } from '../compiler/compiler.js';
import type { Program } from '../program.js';
import type { NumberSlot } from '../machine/slots.js';
import { idsOf, merged, NO_IDS, type Links } from './links.js';
import type { LineLinks } from './line-links.js';
import { applying, householdOf } from './line-rows.js';
import type { Telling, Begun } from './line-telling.js';

/** The first steps of a line whose numbers and names are the same for every household; null of another. */
export function startOf(program: Program, line: Line, links: LineLinks): Begun | null {
  const { amount, items } = line;
  const numbers = items === null ? [amount] : items.flatMap((one) => [one.base, one.month]);
  if (numbers.some((slot) => slot === null || slot.constant === null)) return null;
  const { together } = links;
  if (together === null) return null;
  if ([links.amount, links.index, together.links, together.index].some(({ ids }) => ids === null)) return null;
  const begun = firstSteps(program, line, links, {
    items: links.items,
    read: (slot) => slot.constant!,
    ids: ({ ids }) => ids!,
  });
  for (const step of begun.steps) Object.freeze(step);
  return begun;
}

/** The first steps of a line in one row. */
export function begin({ reading, line, links, start, row }: Telling): Begun {
  if (start !== null) return start;
  const { program, batch } = reading;
  const household = householdOf(batch, line, row);
  return firstSteps(program, line, links, {
    items: applying(batch, line, links, row),
    read: (slot) => readExact(batch, slot, slot.rows === 'person' ? row : household),
    ids: (one) => idsOf(reading, one, line.rows, row),
  });
}

/** From where the first steps of a line are told. */
interface Seen {
  /** Those that apply. */
  readonly items: LineLinks['items'];
  readonly read: (slot: NumberSlot) => Num;
  readonly ids: (one: Links) => readonly string[];
}

/** Amount or items, index, months. */
function firstSteps({ compiler: c }: Program, line: Line, links: LineLinks, seen: Seen): Begun {
  const { need, amount, index } = line;
  const { items, read, ids } = seen;
  const steps: TraceStep[] = [];
  let value: Num;
  if (amount !== null) {
    value = read(amount);
    steps.push({ step: 'amount', in: ids(links.amount), value: textOf(value) });
    if (index !== null) {
      const by = read(index.factor);
      value = multiply(c.arena, value, by);
      steps.push({ step: 'index', by: textOf(by), in: ids(links.index), value: textOf(value) });
    }
  } else {
    value = sumOf(c, items, 'base', read);
    steps.push({ step: 'items', in: idsOfItems(links, seen, 'links'), value: textOf(value) });
    if (need.index !== null && items.length > 0) {
      value = sumOf(c, items, 'month', read);
      const by = factorOf(items);
      const named = idsOfItems(links, seen, 'index');
      steps.push(
        by === null
          ? { step: 'index', in: named, value: textOf(value) }
          : { step: 'index', by: textOf(read(by)), in: named, value: textOf(value) },
      );
    }
  }
  if (need.months !== null) {
    const by = divide(c.arena, numOf(c.arena, need.months), whole(c.arena, 12), () => need.id);
    value = multiply(c.arena, value, by);
    steps.push({ step: 'months', by: textOf(by), in: NO_IDS, value: textOf(value) });
  }
  return { steps, value };
}

function sumOf(c: Compiler, items: Seen['items'], of: 'base' | 'month', read: Seen['read']): Num {
  if (items.length === 0) return whole(c.arena, 0);
  let sum = read(items[0]!.one[of]);
  for (let i = 1; i < items.length; i++) sum = add(c.arena, sum, read(items[i]!.one[of]));
  return sum;
}

/** The index of items whose prices are of one month; null where they are of several. */
function factorOf(items: Seen['items']): NumberSlot | null {
  const { item, index } = items[0]!.one;
  for (let i = 1; i < items.length; i++) if (items[i]!.one.item.priced !== item.priced) return null;
  return index!.factor;
}

/** What the items that apply name; found beforehand where all of them always do. */
function idsOfItems({ together }: LineLinks, { items, ids }: Seen, of: 'links' | 'index'): readonly string[] {
  return together === null ? merged(items.map((item) => ids(item[of]))) : ids(together[of]);
}
