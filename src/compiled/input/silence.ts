import type { Household } from '../../household/household.js';
import { type Batch, rowsIn, writeState, writeTruth } from '../machine/batch.js';
import type { IncomeSlots } from '../lines/incomes.js';
import type { Input, Program, Silence } from '../program.js';
import { KNOWN, OPEN, UNKNOWN, YES, type Slot } from '../machine/slots.js';

export function silenceOf(inputs: readonly Input[], incomes: readonly IncomeSlots[]): Silence {
  return new Map<Slot, number>([
    ...inputs.map(({ slot }) => [slot, UNKNOWN] as const),
    ...incomes.flatMap(({ month, listed }) => [[month, KNOWN] as const, [listed, KNOWN] as const]),
  ]);
}

/** Something is said of a slot. */
export function hear(batch: Batch, slot: Slot): void {
  batch.heard?.add(slot);
}

/** Before anything is read: everything unknown, no income listed. What was said of few slots is taken back in these alone. */
export function hush(program: Program, batch: Batch): void {
  for (const slot of batch.heard ?? program.silence.keys()) hushSlot(batch, slot, program.silence.get(slot)!);
  if (batch.heard === null) batch.heard = new Set();
  else batch.heard.clear();
}

function hushSlot({ memory, stride }: Batch, slot: Slot, state: number): void {
  const start = slot.column * stride;
  const end = start + stride;
  if (slot.kind === 'word') memory.words.fill(0, start, end);
  else if (slot.kind === 'truth') memory.truths.fill(0, start, end);
  else {
    memory.values.fill(0, start, end);
    memory.errors.fill(0, start, end);
    memory.states.fill(state, start, end);
  }
}

const isComplete = (household: Household): boolean => household.incomesComplete;

/** Kinds that a household did not list are open where its list is not complete. */
export function openIncomes({ incomes }: Program, batch: Batch): void {
  if (batch.households.every(isComplete)) return;
  for (const { month, listed, rows } of incomes) {
    hear(batch, month);
    hear(batch, listed);
    const n = rowsIn(batch, rows);
    for (let row = 0; row < n; row++) {
      if (isComplete(batch.households[rows === 'person' ? batch.household[row]! : row]!)) continue;
      writeState(batch, month, row, OPEN);
      writeTruth(batch, listed, row, YES);
    }
  }
}
