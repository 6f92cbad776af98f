import fc from 'fast-check';
import type { Bill, Income } from '../model/needs.js';
import { around, type Edges } from './edges.js';
import { centsBetween } from './fact-values.js';

const TIMES_A_YEAR = ['12', '13', '13.92', '1'];

/** Lists of incomes; equal kinds of a person may come twice. */
export function incomesOf(
  kinds: readonly Income[],
  members: readonly string[],
  others: readonly string[],
  edges: Edges,
  currency: string,
): fc.Arbitrary<readonly object[]> {
  if (kinds.length === 0) return fc.constant([]);
  const entry = fc.constantFrom(...kinds).chain((kind) => {
    const owner = kind.for === 'household' ? {} : { of: fc.constantFrom(...members, ...others) };
    return fc.record(
      {
        kind: fc.constant(kind.id),
        amount: amountOf(kind, edges, currency),
        times: fc.constantFrom(...TIMES_A_YEAR),
        ...owner,
      },
      { requiredKeys: ['kind', 'amount', ...(Object.keys(owner) as 'of'[])] },
    );
  });
  return fc.array(entry, { maxLength: 5 });
}

function amountOf(kind: Income, edges: Edges, currency: string): fc.Arbitrary<string> {
  const known = ['person', 'household'].flatMap((scope) => [
    ...(edges.get(`${scope}.income.${kind.id}`) ?? []),
    ...kind.tags.flatMap((tag) => edges.get(`${scope}.incomes.${tag}`) ?? []),
  ]);
  const bounds = known.flatMap((value) => around(value, '0.01')).filter((text) => Number(text) >= 0);
  const most = Math.max(Number(kind.plausible?.below ?? 3000), 10);
  const month =
    bounds.length === 0 ? centsBetween(0, most) : fc.oneof(centsBetween(0, most), fc.constantFrom(...bounds));
  const year = centsBetween(0, most * 12).map((amount) => `${amount} ${currency}/year`);
  const week = centsBetween(0, most / 4).map((amount) => `${amount} ${currency}/week`);
  return fc.oneof({ weight: 6, arbitrary: month }, { weight: 1, arbitrary: year }, { weight: 1, arbitrary: week });
}

/** Some bills, a month or a year; a person's as a map. */
export function billsOf(
  bills: readonly Bill[],
  members: readonly string[],
  currency: string,
): fc.Arbitrary<Record<string, unknown>> {
  const amount = fc.oneof(
    { weight: 4, arbitrary: centsBetween(0, 900) },
    { weight: 1, arbitrary: fc.constantFrom('0', '0.01', '100.005') },
    { weight: 1, arbitrary: centsBetween(0, 5000).map((text) => `${text} ${currency}/year`) },
  );
  const shape: Record<string, fc.Arbitrary<unknown>> = {};
  for (const bill of bills) {
    shape[bill.id] =
      bill.for === 'household'
        ? fc.oneof(amount, amount, fc.constant('unknown'))
        : fc.dictionary(fc.constantFrom(...members), amount, { maxKeys: members.length });
  }
  return fc.record(shape, { requiredKeys: [] });
}
