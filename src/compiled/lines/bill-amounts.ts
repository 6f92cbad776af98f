import type { Bill } from '../../model/needs.js';
import { type Batch, readState } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { saidOf } from '../machine/said.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { numberSlot } from '../compiler/new-slots.js';
import { AS_SAID, finest } from '../machine/decimal-places.js';
import { statusAt } from '../machine/statuses.js';
import { numberIn } from '../compiler/lift.js';
import { contextOf } from '../compiler/context.js';
import { numberOf } from '../formulas/expressions.js';
import { monthOf } from './incomes.js';
import { writeResolving } from '../inference/resolving.js';
import { whole, type Num } from '../machine/nums.js';
import { KNOWN, type NumberSlot, type Rows } from '../machine/slots.js';
import type { BillSaid } from '../../household/household.js';

/** What a bill comes to a month: said, else its `assume`. */
export interface BillAmount {
  readonly bill: Bill;
  readonly rows: Rows;
  readonly raw: NumberSlot;
  readonly final: NumberSlot;
  readonly assume: NumberSlot | null;
}

export const billNumber = (c: Compiler, id: string): NumberSlot => billAmount(c, id).final;

/** What a household said of a bill for one row. */
export function saidBill(batch: Batch, id: string, rows: Rows, row: number): BillSaid | undefined {
  const h = rows === 'person' ? batch.household[row]! : row;
  const of = rows === 'person' ? row - batch.start[h]! : null;
  return batch.households[h]!.bills.find((one) => one.bill === id && one.of === of);
}

export function billAmount(c: Compiler, id: string): BillAmount {
  return noted(c, `bill ${id}`, () => {
    const bill = definition(c, 'bill', c.model.bills, id);
    const rows = bill.for;
    const raw: NumberSlot = numberSlot(c, {
      rows,
      reads: [],
      stateful: true,
      places: AS_SAID,
      status: 0,
      exact: (batch, row): Num => {
        const set = saidOf(batch, raw, row);
        if (typeof set === 'object') return set;
        const said = saidBill(batch, id, rows, row);
        return said === undefined ? whole(c.arena, 0) : monthOf(c, said);
      },
    });
    const assume = bill.assume === null ? null : numberIn(c, numberOf(c, bill.assume, contextOf(`bill.${id}`)), rows);
    if (assume === null) return { bill, rows, raw, final: raw, assume };
    const final: NumberSlot = numberSlot(c, {
      rows,
      reads: [raw, assume],
      stateful: assume.stateful,
      places: finest([raw.places, assume.places]),
      status: (batch, row) =>
        readState(batch, raw, row) === KNOWN ? 0 : Math.max(4, statusAt(batch, assume.status, row)),
      exact: (batch, row) => readExact(batch, readState(batch, raw, row) === KNOWN ? raw : assume, row),
    });
    addStep(c, {
      reads: [raw, assume],
      writes: [final],
      write: (to) => writeResolving(to, final, raw, null, assume, rows),
    });
    return { bill, rows, raw, final, assume };
  });
}
