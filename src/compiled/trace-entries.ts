import type { Ref } from '../model/expression.js';
import type { MonthIndex } from '../model/value.js';
import { lineEntry } from './trace-lines.js';
import { billEntry } from './trace-bills.js';
import { derivedEntry } from './trace-derived.js';
import { factEntry } from './trace-facts.js';
import { incomeEntry, incomesEntry } from './trace-incomes.js';
import { parameterEntry, seriesEntry } from './trace-numbers.js';
import { tableEntry } from './trace-tables.js';
import { figureEntry, sumEntry, totalEntry } from './trace-sums.js';
import { addEntry, type Entry, type TracePlan } from './trace-plan.js';

export type MadeEntry = Omit<Entry, 'at' | 'key' | 'prefix' | 'suffix'>;

/** How a name is told, by what it is. */
export function makeEntry(plan: TracePlan, ref: Ref, asOf: MonthIndex | null): MadeEntry {
  switch (ref.of) {
    case 'fact':
      return factEntry(plan, ref.id);
    case 'derived':
      return derivedEntry(plan, ref.id);
    case 'parameter':
      return parameterEntry(plan, ref.id, asOf);
    case 'series':
      return seriesEntry(plan, ref.id, asOf ?? plan.program.month);
    case 'table':
      return tableEntry(plan, ref, asOf);
    case 'income':
      return incomeEntry(plan, ref.kind);
    case 'incomes':
      return incomesEntry(plan, ref);
    case 'bill':
      return billEntry(plan, ref.id);
    case 'total':
      return totalEntry(plan, ref.id);
    case 'line':
      return lineEntry(plan, ref.id);
    case 'sum':
      return sumEntry(plan, ref.id);
  }
}

export function planFigures(plan: TracePlan): void {
  plan.program.figures.forEach((slots, i) => {
    addEntry(plan, `figure/${slots.figure.id}{at}`, () => figureEntry(plan, slots, i));
  });
}
