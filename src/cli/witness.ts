import { withoutSeal, type Unsealed } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import { RefbudgetError, type Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { assessByReference } from '../verify/assess-by-reference.js';

/** The second opinion on a household: plain data, so that it can come from another thread. Throws for our own faults alone. */
export type Witness = (pack: Pack, input: unknown, options: Options) => Promise<Result<Unsealed>>;

/** The reference evaluator in this thread. */
export const witnessHere: Witness = async (pack, input, options) => {
  try {
    return { ok: true, value: withoutSeal(await assessByReference(pack, input, options)), warnings: [] };
  } catch (error) {
    if (error instanceof RefbudgetError) return { ok: false, errors: error.diagnostics };
    throw error;
  }
};
