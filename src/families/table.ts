import { safeAssess } from '../assessment/assess.js';
import type { Month } from '../calendar/month.js';
import { Exact } from '../decimal/exact.js';
import type { Money } from '../model/value.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';

/** One typical family in one place: its reference budget by basket. */
export interface FamilyRow {
  readonly family: string;
  /** Value of the fact by which the table is split; null when it is not. */
  readonly place: string | null;
  readonly baskets: Readonly<Record<string, Money>>;
  readonly total: Money;
  /** The total ÷ that of the first family in the same place, 2 decimals. */
  readonly ratio: string;
}

/** A fact of the home or the household with each value it is to take. */
export interface Split {
  readonly fact: string;
  readonly values: readonly string[];
}

/**
 * The typical families of a pack × its baskets, reference column, in one month; with a split, once for each value of a
 * fact. Throws a RefbudgetError with the family's name in the message when a family cannot be assessed.
 */
export function familyTable(pack: Pack, month: Month, split: Split | null): readonly FamilyRow[] {
  return (split === null ? [null] : split.values).flatMap((place) => {
    const rows = pack.families.map(({ id, household }) => {
      const placed = split === null || place === null ? household : withFact(household, split.fact, place);
      return { family: id, place, ...reference(pack, id, placed, month) };
    });
    const first = new Exact(rows[0]?.total ?? 1);
    return rows.map((row) => ({ ...row, ratio: first.isZero() ? '–' : new Exact(row.total).div(first).toFixed(2) }));
  });
}

/** The reference of a household by basket and in all. */
export function reference(
  pack: Pack,
  name: string,
  household: unknown,
  month: Month,
): { readonly baskets: Readonly<Record<string, Money>>; readonly total: Money } {
  const result = safeAssess(pack, household, { month, levers: 'none', trace: 'none' });
  if (!result.ok)
    throw new RefbudgetError(
      'household',
      result.errors.map((error) => ({ ...error, message: `${name}: ${error.message}` })),
    );
  const { baskets, reference: total } = result.value.needs;
  return { baskets: Object.fromEntries(baskets.map((basket) => [basket.id, basket.reference])), total };
}

/** A household with one fact of the home or of the household set. */
export function withFact(household: unknown, fact: string, value: string): Record<string, unknown> {
  const [scope = '', ...rest] = fact.split('.');
  const map = { ...(household as Record<string, unknown>) };
  return { ...map, [scope]: { ...(map[scope] as Record<string, unknown> | undefined), [rest.join('.')]: value } };
}
