import { Exact, money, placesOf } from '../../decimal/exact.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Money } from '../../model/value.js';

/** Lines of the budget added up, a credit subtracted. */
export function sumOfLines(lines: readonly NeedLine[], column: 'reference' | 'need'): Money {
  const sum = lines.reduce(
    (total, line) => (line.credit ? total.sub(line[column]) : total.add(line[column])),
    new Exact(0),
  );
  return money(sum, placesOf(lines[0]?.[column] ?? '0'));
}

/** What a line adds to the budget: a credit takes away. */
export function signed(line: NeedLine, column: 'reference' | 'need'): Money {
  return sumOfLines([line], column);
}
