import fc from 'fast-check';
import type { HouseholdInput } from '../household/household-input.js';
import { monthText, type Month } from '../calendar/month.js';
import { households, monthsOf } from './households.js';
import type { TestPack } from './laws/law.js';

/** A month and 1 to 40 households of it, some twenty on the whole: what is compiled for a month is compiled once for all of them. */
export function householdsOfAMonth(
  pack: TestPack,
): fc.Arbitrary<{ readonly month: Month; readonly list: readonly HouseholdInput[] }> {
  return fc.constantFrom(...monthsOf(pack.model)).chain((month) =>
    fc.record({
      month: fc.constant(monthText(month)),
      list: fc.array(households(pack, { months: [month] }), { minLength: 1, maxLength: 40, size: 'max' }),
    }),
  );
}
