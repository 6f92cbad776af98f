import type { BillNode } from '../../model/trace.js';
import { type Batch, readState } from '../machine/batch.js';
import type { BillAmount } from '../lines/bill-amounts.js';
import { isPaid } from '../lines/bill-split.js';
import { namesOfExpression } from '../formulas/refs.js';
import { later } from '../machine/later.js';
import { KNOWN } from '../machine/slots.js';
import { stepsAt } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';
import { linksOf, nameAll } from './links.js';
import { KINDS, type MadeEntry, type TracePlan } from './entry.js';
import { usedOf, visitUsed } from './used.js';

/** A bill: what is given a month, else its `assume`. */
export function billEntry(plan: TracePlan, slots: BillAmount, place: number): MadeEntry {
  const { program } = plan;
  const { rows, raw, final, bill } = slots;
  const links = later(() => linksOf(plan, bill.assume === null ? [] : namesOfExpression(bill.assume)));
  const used = later(() => usedOf(plan, [bill.assume]));
  const given = (batch: Batch, row: number): boolean => readState(batch, raw, row) === KNOWN;
  return {
    kind: KINDS.bill,
    order: [place],
    rows,
    slots: [final],
    uses: (batch, row, visit) => {
      if (!given(batch, row)) visitUsed(batch, used(), rows, row, visit);
    },
    names: (reading, row) => {
      if (!given(reading.batch, row)) nameAll(reading, links(), rows, row);
    },
    node: ({ batch }, row, id): BillNode => {
      return {
        id,
        kind: 'bill',
        origin: given(batch, row) ? 'given' : 'assumed',
        value: moneyOf(program.compiler, stepsAt(program.compiler, batch, final, row)),
      };
    },
    exists: (batch, row) => isPaid(batch, slots, row),
    root: (batch, row) => (rows === 'household' || batch.isMember[row] === 1) && given(batch, row),
  };
}
