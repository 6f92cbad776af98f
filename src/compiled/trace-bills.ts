import type { BillNode } from '../model/trace.js';
import { statesOf, type Batch } from './batch.js';
import { isPaid } from './bill-split.js';
import { namesOfExpression } from './refs.js';
import { KNOWN } from './slots.js';
import { stepsAt } from './steps.js';
import { moneyOf } from './text.js';
import type { MadeEntry } from './trace-entries.js';
import { follow, idOf, KINDS, linksOf, type TracePlan } from './trace-plan.js';
import { usedOf, visitUsed } from './trace-used.js';

/** A bill: what is given a month, else its `assume`. */
export function billEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = program.bills.findIndex(({ bill }) => bill.id === id);
  const slots = program.bills[place]!;
  const { rows, raw, final, bill } = slots;
  const links = bill.assume === null ? [] : linksOf(plan, namesOfExpression(bill.assume));
  const used = usedOf(plan, [bill.assume]);
  const given = (batch: Batch, row: number): boolean => statesOf(batch, raw)[row] === KNOWN;
  return {
    rows,
    order: [KINDS.bill, place],
    links: (reading, row, visit) => {
      if (!given(reading.batch, row)) follow(reading, links, rows, row, visit);
    },
    uses: (reading, row, visit) => {
      if (!given(reading.batch, row)) visitUsed(reading, used, rows, row, visit);
    },
    node: (reading, row): BillNode => ({
      id: idOf(reading, plan.byKey.get(`bill/${id}{at}`)!, row),
      kind: 'bill',
      origin: given(reading.batch, row) ? 'given' : 'assumed',
      value: moneyOf(program.compiler, stepsAt(program.compiler, reading.batch, final, row)),
    }),
    exists: (batch, row) => isPaid(batch, slots, row),
    root: ({ batch }, row) => (rows === 'household' || batch.isMember[row] === 1) && given(batch, row),
  };
}
