import type { Bill } from '../model/needs.js';
import { didYouMean } from '../model/near.js';
import { refuse, type Findings } from './findings.js';
import type { BillSaid, Person } from './household.js';
import { warnIfImplausible } from './plausible.js';
import { mapOf, paidOf, shorten } from './scalars.js';

/** Bills: an amount for the household's, a map of person to amount for a person's. `unknown` is as if not written. */
export function readBills(
  raw: unknown,
  bills: ReadonlyMap<string, Bill>,
  members: readonly Person[],
  currency: string,
  findings: Findings,
): BillSaid[] {
  const map = mapOf(raw, ['bills'], findings);
  if (map === null) return [];
  const read: BillSaid[] = [];
  for (const id of sortedKeys(map)) {
    const value = map[id];
    const bill = bills.get(id);
    if (bill === undefined) {
      refuse(
        findings,
        'unknown-bill',
        ['bills', id],
        `"${shorten(id)}" is no bill of this pack`,
        didYouMean(id, bills.keys()),
      );
    } else if (bill.for === 'household') {
      if (value === 'unknown') continue;
      const paid = paidOf(value, currency, ['bills'], id, findings);
      if (paid === null) continue;
      warnIfImplausible(bill, paid, null, ['bills', id], findings);
      read.push({ bill: id, of: null, ...paid });
    } else {
      read.push(...readPersonBills(bill, value, members, currency, findings));
    }
  }
  return read;
}

function readPersonBills(
  { id: bill, plausible }: Bill,
  raw: unknown,
  members: readonly Person[],
  currency: string,
  findings: Findings,
): BillSaid[] {
  if (raw === 'unknown') return [];
  const ids = members.map((person) => person.id);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    refuse(
      findings,
      'whose-bill',
      ['bills', bill],
      'this bill is paid for a person',
      `Write { ${ids[0] ?? 'anna'}: 320 ${currency}/year }.`,
    );
    return [];
  }
  const read: BillSaid[] = [];
  const amounts = raw as Readonly<Record<string, unknown>>;
  for (const id of sortedKeys(amounts)) {
    const value = amounts[id];
    const of = ids.indexOf(id);
    if (of < 0 && findings.refused.includes(id)) continue;
    if (of < 0)
      refuse(
        findings,
        'unknown-person',
        ['bills', bill, id],
        `no member has the id "${shorten(id)}"`,
        didYouMean(id, ids),
      );
    else if (value !== 'unknown') {
      const paid = paidOf(value, currency, ['bills', bill], id, findings);
      if (paid === null) continue;
      warnIfImplausible({ id: bill, plausible }, paid, null, ['bills', bill, id], findings);
      read.push({ bill, of, ...paid });
    }
  }
  return read;
}

/** By code unit, so that the order of writing changes nothing. */
function sortedKeys(map: object): string[] {
  const keys = Object.keys(map);
  return keys.length < 2 ? keys : keys.sort();
}
