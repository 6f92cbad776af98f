import type { Bill } from '../../model/needs.js';
import type { Context } from '../context.js';

/** A bill that formulas read replaces nothing and has an `assume`: else it would be counted twice, or have no value. */
export function refuseBillsRead(bills: readonly Bill[], context: Context): void {
  for (const { ref, place, as } of context.reads) {
    if (ref.of !== 'bill' || as === 'list') continue;
    const all = bills.filter(({ id }) => id === ref.id);
    if (all.some(({ replaces }) => replaces.length > 0)) {
      context.report.error(
        'bill-read-and-replaces',
        place,
        `bill.${ref.id} replaces lines, so it cannot be read`,
        'Read the need it replaces, or let it replace nothing.',
      );
    } else if (all.some(({ assume }) => assume === null)) {
      context.report.error(
        'bill-without-assume',
        place,
        `bill.${ref.id} is read, so it needs an assume`,
        'Write assume: 0 on the bill.',
      );
    }
  }
}
