import fc from 'fast-check';
import type { Household } from '../../src/household/household.js';
import { householdReader } from '../../src/household/read.js';
import type { Model } from '../../src/model/model.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { households } from '../../src/testing/households.js';

/** Households drawn at random for a month, read against the model. */
export function drawn(pack: Pack, month: number, count: number, seed: number): Household[] {
  const reader = householdReader(pack.model, month);
  return fc
    .sample(households(pack as Pack<HouseholdInput>, { months: [month] }), { numRuns: count, seed })
    .map((input) => reader.read(input))
    .flatMap((read) => (read.ok ? [read.value] : []));
}

export const lastMonth = (model: Model): number => model.pack.covers[1];
