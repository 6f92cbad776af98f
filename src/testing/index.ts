/** refbudget/testing: random households of any pack, and the laws of the field that every pack must keep. Needs fast-check. */
import type { HouseholdInput } from '../household/household-input.js';
import type { Pack } from '../model/pack.js';
import { evaluatorsAgree } from './laws/agreement.js';
import { doubledPricesDoubleLines } from './laws/doubled-prices.js';
import type { Law } from './laws/law.js';
import { monthLater } from './laws/month-later.js';
import { oneEuroMore } from './laws/one-euro-more.js';
import { onePersonMore } from './laws/one-person-more.js';
import { orderOfMembers } from './laws/order.js';
import { needUnderPolicy } from './laws/policy.js';
import { singleEqualsPopulation } from './laws/population.js';
import { sameBytes } from './laws/repeat.js';
import { sumsOfLines } from './laws/sums.js';

export { agreeOn, evaluatorsAgree } from './laws/agreement.js';
export type { Law } from './laws/law.js';
export { failureText } from './report.js';
export { households, monthsOf, type HouseholdOptions } from './households.js';

/** All laws for a pack; run each with `fc.assert(law.property, { numRuns, seed })`. */
export function laws<H extends HouseholdInput>(pack: Pack<H>): readonly Law[] {
  const any = pack as Pack<HouseholdInput>;
  return [
    orderOfMembers(any),
    sumsOfLines(any),
    oneEuroMore(any),
    onePersonMore(any),
    doubledPricesDoubleLines(any),
    monthLater(any),
    needUnderPolicy(any),
    singleEqualsPopulation(any),
    sameBytes(any),
    evaluatorsAgree(any, false),
    evaluatorsAgree(any, true),
  ];
}
