import { Exact, plain } from '../../decimal/exact.js';
import type { LineItem } from '../../model/evaluation.js';
import type { Need } from '../../model/needs.js';
import type { MonthIndex, Status } from '../../model/value.js';
import type { Definitions } from '../definitions.js';
import type { Chosen } from './item.js';
import type { Progress } from './need.js';
import type { Reading, Reads, Run, View } from '../run.js';
import { seriesEntry, seriesReading } from '../values/series.js';
import { bounded, numberValue, ONE, weakest, ZERO } from '../values/value.js';

interface Change {
  readonly factor: Exact;
  readonly status: Status | null;
  readonly late: boolean;
}

/** The line after its index, and its items at the prices of the month assessed. */
export interface Indexed {
  readonly progress: Progress;
  readonly items: readonly ItemAtMonth[];
}

interface ItemAtMonth {
  readonly month: Exact;
  readonly told: LineItem;
}

/** Brings prices from the month they were seen to the month assessed: × series(month) / series(priced), each item from its own. */
export function indexed(need: Need, view: View, start: Progress, chosen: readonly Chosen[] | null): Indexed {
  const series = need.index;
  if (chosen === null) {
    if (series === null) return { progress: start, items: [] };
    const one = changeOf(view.run, series, need.priced);
    const number = start.value.number.mul(one.factor);
    const reads: Reads = () => seriesRead(view, series, [need.priced]);
    return { progress: withChanges(start, [one], need.priced !== null, reads, number, need.id), items: [] };
  }
  const changes = chosen.map(({ item }) => (series === null ? UNCHANGED : changeOf(view.run, series, item.priced)));
  const items = chosen.map((one, i) => atMonth(view.run, one, changes[i]!));
  if (series === null || items.length === 0) return { progress: start, items };
  const sum = items.reduce<Exact>((total, { month }) => total.add(month), ZERO);
  const priced = [...new Set(chosen.map(({ item }) => item.priced))];
  const reads: Reads = () => seriesRead(view, series, priced);
  return { progress: withChanges(start, changes, priced.length === 1, reads, sum, need.id), items };
}

/** Items that read no name; the definitions are those of one month assessed. */
const plainItems = new WeakMap<Definitions, WeakMap<Chosen, ItemAtMonth>>();

/** An item at the prices of the month assessed; one that reads no name is the same for everybody. */
function atMonth({ definitions }: Run, one: Chosen, change: Change): ItemAtMonth {
  if (!one.plain) return multiplied(one, change);
  let items = plainItems.get(definitions);
  if (items === undefined) plainItems.set(definitions, (items = new WeakMap<Chosen, ItemAtMonth>()));
  let item = items.get(one);
  if (item === undefined) items.set(one, (item = multiplied(one, change)));
  return item;
}

function multiplied({ item, month, told }: Chosen, { factor }: Change): ItemAtMonth {
  const now = month.number.mul(factor);
  return { month: now, told: Object.freeze({ id: item.id, month: plain(now), ...told }) };
}

/** The series at each month priced, followed by the month assessed. */
function seriesRead({ run }: View, series: string, priced: readonly (MonthIndex | null)[]): Reading[] {
  return priced.flatMap((month) =>
    month === null ? [] : [month, run.month].map((at) => seriesReading(run, series, at)),
  );
}

/** By series and month priced; the definitions are those of one month assessed. */
const known = new WeakMap<Definitions, Map<string, Change>>();

const UNCHANGED: Change = { factor: ONE, status: null, late: false };

/** What a series did since the month priced: worked out once, many lines follow the same index. */
function changeOf(run: Run, series: string, priced: MonthIndex | null): Change {
  if (priced === null) return UNCHANGED;
  let changes = known.get(run.definitions);
  if (changes === undefined) known.set(run.definitions, (changes = new Map<string, Change>()));
  const key = `${series} ${priced}`;
  let change = changes.get(key);
  if (change === undefined) changes.set(key, (change = changeBetween(run, series, priced)));
  return change;
}

function changeBetween(run: Run, series: string, priced: MonthIndex): Change {
  const [then, now] = [seriesEntry(run, series, priced), seriesEntry(run, series, run.month)];
  return {
    factor: new Exact(now.text).div(then.text),
    status: weakest([then.series.from.status, now.series.from.status]),
    late: then.late || now.late,
  };
}

function withChanges(
  start: Progress,
  changes: readonly Change[],
  together: boolean,
  reads: Reads,
  number: Exact,
  id: string,
): Progress {
  const value = bounded(
    numberValue(number, weakest([start.value.status, ...changes.map((one) => one.status)]), start.value.open),
    id,
  );
  const step = {
    step: 'index',
    ...(together ? { by: changes[0]!.factor } : {}),
    reads,
    value: number,
  };
  return { ...start, value, steps: [...start.steps, step], beyondEnd: changes.some((one) => one.late) };
}

/** Series that stand still for a line that is there. */
export function seriesOfLines(run: Run): Set<string> {
  return new Set(
    [...run.lines.values()].flatMap(({ need, leftOut, beyondEnd }) =>
      !leftOut && beyondEnd && need.index !== null ? [need.index] : [],
    ),
  );
}
