import { Exact } from '../../decimal/exact.js';
import type { Need } from '../../model/needs.js';
import type { MonthIndex, Status } from '../../model/value.js';
import type { Definitions } from '../definitions.js';
import type { Chosen } from './item.js';
import type { Progress } from './need.js';
import type { Reading, Reads, Run, View } from '../run.js';
import { seriesEntry } from '../values/series.js';
import { bounded, numberValue, ONE, weakest, ZERO } from '../values/value.js';

interface Change {
  readonly factor: Exact;
  readonly status: Status | null;
  readonly late: boolean;
}

/** The line after its index, and the month of each item at the prices of the month assessed. */
export interface Indexed {
  readonly progress: Progress;
  readonly months: readonly Exact[];
}

/** Brings prices from the month they were seen to the month assessed: × series(month) / series(priced), each item from its own. */
export function indexed(need: Need, view: View, start: Progress, items: readonly Chosen[] | null): Indexed {
  const series = need.index;
  if (items === null) {
    if (series === null) return { progress: start, months: [] };
    const one = changeOf(view.run, series, need.priced);
    const number = start.value.number.mul(one.factor);
    const reads: Reads = () => seriesRead(view, series, need.priced);
    return { progress: withChanges(start, [one], need.priced !== null, reads, number, need.id), months: [] };
  }
  if (series === null || items.length === 0) return { progress: start, months: items.map(({ month }) => month.number) };
  const changes = items.map(({ item }) => changeOf(view.run, series, item.priced));
  const months = items.map((one, i) => monthOf(view.run, one, changes[i]!));
  const sum = months.reduce<Exact>((total, month) => total.add(month), ZERO);
  const together = items.every(({ item }) => item.priced === items[0]!.item.priced);
  const reads: Reads = () => items.flatMap(({ item }) => seriesRead(view, series, item.priced));
  return { progress: withChanges(start, changes, together, reads, sum, need.id), months };
}

/** Months of items written in plain numbers; the definitions are those of one month assessed. */
const plainMonths = new WeakMap<Definitions, WeakMap<Chosen, Exact>>();

/** An item at the prices of the month assessed; written in plain numbers, it is the same for everybody. */
function monthOf({ definitions }: Run, one: Chosen, { factor }: Change): Exact {
  if (!one.plain) return one.month.number.mul(factor);
  let months = plainMonths.get(definitions);
  if (months === undefined) plainMonths.set(definitions, (months = new WeakMap<Chosen, Exact>()));
  let month = months.get(one);
  if (month === undefined) months.set(one, (month = one.month.number.mul(factor)));
  return month;
}

/** The series at the month priced, then at the month assessed. */
function seriesRead(view: View, series: string, priced: MonthIndex | null): Reading[] {
  return priced === null ? [] : [priced, view.run.month].map((month) => seriesNode(view, series, month));
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

function seriesNode(view: View, series: string, month: MonthIndex): Reading {
  return { ref: { of: 'series', id: series }, view: { ...view, month } };
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
