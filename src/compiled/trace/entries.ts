import type { Ref } from '../../model/expression.js';
import type { MonthIndex } from '../../model/value.js';
import { factEntry } from './facts.js';
import { incomesEntry } from './incomes.js';
import { parameterEntry, seriesEntry } from './numbers.js';
import type { MadeEntry, TracePlan } from './entry.js';
import { tableEntry } from './tables.js';

/** How a name is told that is only told where something names it; the others stand in the plan from the start. */
export function makeEntry(plan: TracePlan, ref: Ref, asOf: MonthIndex | null): MadeEntry {
  switch (ref.of) {
    case 'fact':
      return factEntry(plan, ref.id);
    case 'parameter':
      return parameterEntry(plan, ref.id, asOf);
    case 'series':
      return seriesEntry(plan, ref.id, asOf ?? plan.program.month);
    case 'table':
      return tableEntry(plan, ref, asOf);
    case 'incomes':
      return incomesEntry(plan, ref);
    default:
      throw new Error(`a ${ref.of} is named that the month does not have`);
  }
}
