import type { Model } from '../model/model.js';

/** Ids of definitions that say `may-lower`. */
export function mayLower(model: Model): ReadonlySet<string> {
  return new Set(
    [...model.needs, ...model.adjustments, ...model.tables].filter((one) => one.mayLower).map((one) => one.id),
  );
}
