import { prepared } from '../../assessment/prepared.js';
import { totals } from '../../compiled/totals/totals.js';
import type { HouseholdReader } from '../../household/read.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Model } from '../../model/model.js';
import type { MonthIndex } from '../../model/value.js';
import type { Change } from '../../node/edit-yaml.js';
import { inputOf, type Store } from './store.js';

/** Whether the household with an answer can be read, and whether the pack has a budget for it. */
export type Fit = 'fits' | 'refused' | 'not-computed';

/** `begun` reads what is not complete; a budget is tried as soon as nothing that is required is missing. */
export function fitting(
  model: Model,
  month: MonthIndex,
  store: Store,
  begun: HouseholdReader,
): (changes: readonly Change[]) => Fit {
  return (changes) => {
    const input = inputOf(store.file, store.edited(changes));
    if (!begun.read(input).ok) return 'refused';
    try {
      mustHaveBudget(model, month, input);
      return 'fits';
    } catch (error) {
      if (error instanceof RefbudgetError && error.code === 'pack') return 'not-computed';
      throw error;
    }
  };
}

/** Throws `RefbudgetError('pack')` where the pack has no budget for a household of which nothing that is required is missing. */
export function mustHaveBudget(model: Model, month: MonthIndex, input: Readonly<Record<string, unknown>>): void {
  const { program, reader } = prepared(model, month, null);
  const whole = reader.read(input);
  if (whole.ok) totals(program, whole.value);
}
