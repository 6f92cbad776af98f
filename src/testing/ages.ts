import fc from 'fast-check';
import { monthText } from '../calendar/month.js';
import type { MonthIndex } from '../model/value.js';
import type { Edges } from './edges.js';

const OLDEST = 120;

/** Ages in years and birth dates, many at or one month beside an edge of the pack's bands. */
export function agesOf(edges: Edges, month: MonthIndex): fc.Arbitrary<{ age: number } | { born: string }> {
  const bounds = [...(edges.get('person.age') ?? []), '0', String(OLDEST * 12)]
    .map(Number)
    .filter((months) => Number.isInteger(months) && months <= OLDEST * 12);
  const years = fc.oneof(
    fc.integer({ min: 0, max: OLDEST }),
    fc.integer({ min: 18, max: 64 }),
    fc.constantFrom(...bounds.flatMap((months) => [Math.floor(months / 12), Math.max(0, Math.floor(months / 12) - 1)])),
  );
  const months = fc.oneof(
    fc.integer({ min: 0, max: 40 * 12 }),
    fc.constantFrom(...bounds).chain((at) => fc.constantFrom(at, Math.max(0, at - 1), Math.min(at + 1, OLDEST * 12))),
  );
  const born = fc
    .tuple(months, fc.constantFrom(1, 1, 2, 15, 28))
    .map(([old, day]) => ({ born: bornAt(month, old, day) }));
  return fc.oneof({ weight: 3, arbitrary: years.map((age) => ({ age })) }, { weight: 2, arbitrary: born });
}

/** The birth date of somebody so many months old on the first of the month. */
function bornAt(month: MonthIndex, old: number, day: number): string {
  const birth = month - old - (day > 1 ? 1 : 0);
  return `${monthText(birth)}-${String(day).padStart(2, '0')}`;
}
