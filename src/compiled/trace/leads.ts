import type { Program } from '../program.js';

/** True where a document depends on what formulas really read. */
export function asksUsage(program: Program): boolean {
  return (
    program.asksTables ||
    program.namedBeyond.size > 0 ||
    program.bills.some(({ bill }) => bill.assume !== null && program.readBills.has(bill.id))
  );
}

/** By slot: 1 where it leads to a bill with an `assume` or to a table that may meet an unknown key. */
export function leadingSlots(program: Program): Uint8Array {
  const { slots } = program.compiler;
  const leads = new Uint8Array(slots.length);
  if (!asksUsage(program)) return leads;
  for (const { bill, final } of program.bills) if (bill.assume !== null) leads[final.id] = 1;
  for (const slot of slots) if (slot.kind === 'index' && slot.fitsUnknown) leads[slot.id] = 1;
  for (let more = true; more;) {
    for (const { id, reads } of slots) if (leads[id] === 0 && reads.some((slot) => leads[slot.id] === 1)) leads[id] = 1;
    more = false;
    // an income that is named names what is counted of it, too
    for (const { month, counts } of program.incomes) {
      if (leads[counts.id] === 0 || leads[month.id] === 1) continue;
      leads[month.id] = 1;
      more = true;
    }
  }
  return leads;
}
