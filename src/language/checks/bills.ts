import type { Diagnostic } from '../../model/diagnostic.js';
import type { Bill } from '../../model/needs.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, warning, type Finder } from './found.js';

/** One line has at most one bill; a bill that does nothing is told. */
export function bills(linked: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  return [...twoOnOneLine(linked, find), ...idleOnes(linked, find)];
}

function twoOnOneLine({ model }: Linked, find: Finder): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  model.bills.forEach((bill, i) => {
    model.bills.slice(i + 1).forEach((other, k) => {
      if (!meet(bill, other)) return;
      for (const need of bill.replaces.filter((id) => other.replaces.includes(id))) {
        found.push(
          error(
            'two-bills',
            [
              { ...find.info('bills', i).place, caption: `"${bill.id}"` },
              { ...find.info('bills', i + 1 + k).place, caption: `"${other.id}"` },
            ],
            `bills "${bill.id}" and "${other.id}" both stand in for "${need}"`,
            'Let one bill replace it: take it out of the other’s `replaces`.',
          ),
        );
      }
    });
  });
  return found;
}

function meet(a: Bill, b: Bill): boolean {
  return (
    (a.valid.from ?? -Infinity) <= (b.valid.to ?? Infinity) && (b.valid.from ?? -Infinity) <= (a.valid.to ?? Infinity)
  );
}

function idleOnes({ model, reads }: Linked, find: Finder): readonly Diagnostic[] {
  const read = new Set(reads.flatMap(({ ref, as }) => (ref.of === 'bill' && as !== 'list' ? [ref.id] : [])));
  return model.bills.flatMap((bill, at) => {
    if (bill.replaces.length > 0 || read.has(bill.id)) return [];
    const message = `bill "${bill.id}" replaces no line and nothing reads it`;
    return [
      warning('unused', find.info('bills', at).place, message, 'Name lines under `replaces`, or let a need read it.'),
    ];
  });
}
