import { buildDocument, type Assessment } from '../assessment/document.js';
import { evaluationOptions, type Options } from '../assessment/options.js';
import { householdReader, monthOf, mustRead } from '../household/read.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { evaluateByReference } from '../reference/evaluate.js';

/**
 * Assesses a household as `assess` does, by the reference evaluator: json-rules-engine decides each condition. A hundred
 * times slower; the document is the same, byte for byte. Throws `RefbudgetError` with everything that is wrong.
 */
export async function assessByReference<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  options: Options = {},
): Promise<Assessment> {
  const month = monthOf(pack.model, household, options.month);
  if (!month.ok) throw new RefbudgetError('household', month.errors);
  const chosen = evaluationOptions(pack.model, month.value, options);
  const read = mustRead(householdReader(pack.model, month.value), household);
  return buildDocument(pack, read, chosen, await evaluateByReference(pack.model, read, chosen));
}
