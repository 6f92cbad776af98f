import type { Bill } from '../../model/needs.js';
import type { NumberSlot, TruthSlot } from '../machine/slots.js';
import type { BillAmount } from './bill-amounts.js';
import type { Line } from './line.js';

/** A bill with the lines it stands in for. */
export interface BillSplit {
  readonly at: number;
  readonly bill: Bill;
  readonly amount: BillAmount;
  readonly lines: readonly Line[];
  /** Per line: its part of the bill, in steps, where `has` is yes. */
  readonly parts: readonly NumberSlot[];
  readonly has: readonly TruthSlot[];
  /** Per line: the part is its need. */
  readonly taken: readonly TruthSlot[];
  /** Per payer: sum of the references it stands in for, in steps; -1 = no line. */
  readonly references: NumberSlot;
}
