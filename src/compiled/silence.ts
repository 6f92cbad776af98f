import type { Household } from '../household/household.js';
import { errorsOf, rowsIn, statesOf, truthsOf, valuesOf, wordsOf, type Batch } from './batch.js';
import type { IncomeSlots } from './incomes.js';
import { fill } from './kernels/fill.js';
import type { Input } from './program.js';
import { KNOWN, NO, OPEN, UNKNOWN, WORD_UNKNOWN, YES, type Run, type Step } from './slots.js';

/** Before anything is read: everything unknown, every income not listed (open where the list is not complete). */
export function silence(inputs: readonly Input[], incomes: readonly IncomeSlots[]): Step {
  return {
    reads: [],
    writes: [...inputs.map(({ slot }) => slot), ...incomes.flatMap(({ month, listed }) => [month, listed])],
    bind: (batch) => {
      const runs = [
        ...inputs.map((input) => silentInput(batch, input)),
        ...incomes.map((income) => silentIncome(batch, income)),
      ];
      return () => {
        for (let i = 0; i < runs.length; i++) runs[i]!();
      };
    },
  };
}

function silentInput(batch: Batch, { slot }: Input): Run {
  if (slot.kind === 'word') {
    const w = wordsOf(batch, slot);
    return () => fill(w, WORD_UNKNOWN, rowsIn(batch, slot.rows));
  }
  const [v, e, s] = [valuesOf(batch, slot), errorsOf(batch, slot), statesOf(batch, slot)];
  return () => {
    unsay(batch, slot.column);
    if (slot.stateful) silentRows(v, e, s, UNKNOWN, rowsIn(batch, slot.rows));
  };
}

function silentIncome(batch: Batch, { month, listed, rows }: IncomeSlots): Run {
  const [v, e, s] = [valuesOf(batch, month), errorsOf(batch, month), statesOf(batch, month)];
  const there = truthsOf(batch, listed);
  const { household } = batch;
  return () => {
    const n = rowsIn(batch, rows);
    unsay(batch, month.column);
    silentRows(v, e, s, KNOWN, n);
    fill(there, NO, n);
    if (batch.households.every(isComplete)) return;
    for (let row = 0; row < n; row++) {
      if (isComplete(batch.households[rows === 'person' ? household[row]! : row]!)) continue;
      s[row] = OPEN;
      there[row] = YES;
    }
  };
}

const isComplete = (household: Household): boolean => household.incomesComplete;

function unsay(batch: Batch, column: number): void {
  const said = batch.said[column]!;
  if (said.length > 0) said.length = 0;
}

function silentRows(v: Float64Array, e: Float64Array, s: Uint8Array, state: number, n: number): void {
  for (let i = 0; i < n; i++) {
    v[i] = 0;
    e[i] = 0;
    s[i] = state;
  }
}
