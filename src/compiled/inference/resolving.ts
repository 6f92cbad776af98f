import { resolveKernel } from '../kernels/choice.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import type { NumberSlot, Rows, TruthSlot } from '../machine/slots.js';

/** Fills a number that is said or assumed: `raw` where it is known, else `assume`, nothing where it does not apply. */
export function writeResolving(
  to: Writer,
  final: NumberSlot,
  raw: NumberSlot,
  applies: TruthSlot | null,
  assume: NumberSlot | null,
  rows: Rows,
): void {
  const assumed = [to.column(assume), to.states(assume)];
  to.op(resolveKernel, to.column(final), to.column(raw), to.column(applies), ...assumed, rowsOperand(rows));
}
