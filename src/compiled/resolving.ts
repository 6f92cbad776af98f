import { errorsOf, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { resolveKernel } from './kernels/choice.js';
import type { NumberSlot, Rows, Run, TruthSlot } from './slots.js';

/** Fills a number that is said or assumed: `raw` where it is known, else `assume`, nothing where it does not apply. */
export function resolving(
  batch: Batch,
  final: NumberSlot,
  raw: NumberSlot,
  applies: TruthSlot | null,
  assume: NumberSlot | null,
  rows: Rows,
): Run {
  const [v, e, s] = [valuesOf(batch, final), errorsOf(batch, final), statesOf(batch, final)];
  const [said, saidError, saidState] = [valuesOf(batch, raw), errorsOf(batch, raw), statesOf(batch, raw)];
  const fits = applies === null ? null : truthsOf(batch, applies);
  const a = assume === null ? null : valuesOf(batch, assume);
  const ae = assume === null ? null : errorsOf(batch, assume);
  const as = assume === null || !assume.stateful ? null : statesOf(batch, assume);
  return () => resolveKernel(v, e, s, said, saidError, saidState, fits, a, ae, as, rowsIn(batch, rows));
}
