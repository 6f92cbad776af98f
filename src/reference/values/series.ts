import { monthText } from '../../calendar/month.js';
import { Exact } from '../../decimal/exact.js';
import type { Ref } from '../../model/expression.js';
import type { Series } from '../../model/numbers.js';
import type { MonthIndex } from '../../model/value.js';
import type { Reading, Run, View } from '../run.js';
import { numberValue, type NumberValue } from './value.js';

/** A month's index as the file writes it. A month without one uses the last before it, and says so. */
export function seriesEntry(run: Run, id: string, month: MonthIndex): { series: Series; text: string; late: boolean } {
  const series = run.definitions.series.get(id);
  for (let at = month; series !== undefined && at >= series.first; at--) {
    const text = series.months[at - series.first];
    if (text !== undefined && text !== null) return { series, text, late: at !== month };
  }
  throw new Error(`${id} has no value up to ${monthText(month)}`);
}

/** One object a series, as for a name in a formula. */
const refs = new WeakMap<Series, Ref>();

/** A series as a step of a line names it, without a formula. */
export function seriesReading(run: Run, id: string, month: MonthIndex): Reading {
  const { series } = seriesEntry(run, id, month);
  let ref = refs.get(series);
  if (ref === undefined) refs.set(series, (ref = { of: 'series', id }));
  return { ref, view: { run, person: null, month, undecided: 'open' } };
}

/** A series read by its name in a formula. */
export function seriesValue(id: string, view: View): NumberValue {
  const { series, text, late } = seriesEntry(view.run, id, view.month ?? view.run.month);
  if (late) view.run.seriesBeyondEnd.add(id);
  return numberValue(new Exact(text), series.from.status);
}
