import type { Household } from '../../household/household.js';
import { type Batch, rowsIn, writeState, writeTruth } from '../machine/batch.js';
import type { IncomeSlots } from '../lines/incomes.js';
import { silentNumbersKernel, silentTruthsKernel, silentWordsKernel } from '../kernels/silence.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import type { Input } from '../program.js';
import { KNOWN, OPEN, UNKNOWN, YES, type Slot, type Step } from '../machine/slots.js';

/** Before anything is read: everything unknown, every income not listed (open where the list is not complete). */
export function silence(inputs: readonly Input[], incomes: readonly IncomeSlots[]): Step {
  const slots = inputs.map(({ slot }) => slot);
  return {
    reads: [],
    writes: [...slots, ...incomes.flatMap(({ month, listed }) => [month, listed])],
    write: (to) => {
      for (const rows of ['household', 'person'] as const) {
        const here = <T extends Slot>(list: readonly T[]): T[] => list.filter((slot) => slot.rows === rows);
        const n = rowsOperand(rows);
        const numbers = here(slots.filter((slot) => slot.kind === 'number' && slot.stateful));
        to.op(silentWordsKernel, columnsOf(to, here(slots.filter((slot) => slot.kind === 'word'))), n);
        to.op(silentNumbersKernel, columnsOf(to, numbers), UNKNOWN, n);
        to.op(silentNumbersKernel, columnsOf(to, here(incomes.map(({ month }) => month))), KNOWN, n);
        to.op(silentTruthsKernel, columnsOf(to, here(incomes.map(({ listed }) => listed))), n);
      }
      to.run(() => openIncomes(to.batch, incomes));
    },
  };
}

function columnsOf(to: Writer, slots: readonly Slot[]): number {
  return to.table(Int32Array.from(slots, to.column));
}

const isComplete = (household: Household): boolean => household.incomesComplete;

/** Kinds that a household did not list are open where its list is not complete. */
function openIncomes(batch: Batch, incomes: readonly IncomeSlots[]): void {
  if (batch.households.every(isComplete)) return;
  for (const { month, listed, rows } of incomes) {
    const n = rowsIn(batch, rows);
    for (let row = 0; row < n; row++) {
      if (isComplete(batch.households[rows === 'person' ? batch.household[row]! : row]!)) continue;
      writeState(batch, month, row, OPEN);
      writeTruth(batch, listed, row, YES);
    }
  }
}
