import type { MonthIndex, Provenance } from '../../model/value.js';
import { definition, noted, type Compiler } from '../compiler/compiler.js';

export interface SeriesValue {
  readonly text: string;
  readonly from: Provenance;
  /** The month has no value of its own: the last one before it is used. */
  readonly beyond: boolean;
}

/** A series in a month: its value, else the last one before. */
export function seriesValue(c: Compiler, id: string, month: MonthIndex): SeriesValue {
  return noted(c, `series ${id} ${month}`, () => {
    const series = definition(c, 'series', c.model.series, id);
    let at = Math.min(month - series.first, series.months.length - 1);
    while (at > 0 && (series.months[at] ?? null) === null) at--;
    const text = series.months[at] ?? null;
    if (at < 0 || text === null) throw new Error(`series ${id} begins after the month; the pack was not checked`);
    return { text, from: series.from, beyond: at !== month - series.first };
  });
}
