import type { Month } from '../calendar/month.js';
import { monthOf } from '../household/read.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { exportedRules, type ExportedRules } from '../reference/engine/export.js';

/**
 * The conditions of a pack in one month, for hosts that run json-rules-engine themselves (see `ExportedRules`).
 * Throws `RefbudgetError('options')` for a month that the pack does not cover.
 */
export function toJsonRulesEngine(pack: Pack, month: Month): ExportedRules {
  const read = monthOf(pack.model, null, month);
  if (!read.ok) throw new RefbudgetError('options', read.errors);
  return exportedRules(pack.model, read.value);
}
