import type { Model } from './model.js';
import type { Adjustment } from './needs.js';

/** The adjustments of an id, one for each band of months; `town/rent-ceiling` is one of a policy. */
export function adjustmentsOf(model: Model, id: string): readonly Adjustment[] {
  const [policy, inner] = id.split('/');
  if (inner === undefined) return model.adjustments.filter((one) => one.id === id);
  return model.policies
    .filter((one) => one.id === policy)
    .flatMap((one) => one.adjustments.filter((adjustment) => adjustment.id === inner));
}
