import type { Condition } from '../../model/condition.js';
import type { Over } from '../../model/facts.js';
import type { Batch } from '../machine/batch.js';
import type { Compiler } from '../compiler/compiler.js';
import { truthForPersons } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import type { Context } from '../compiler/context.js';
import { endOf, firstOf } from '../kernels/persons.js';
import type { Rows, TruthSlot } from '../machine/slots.js';

/** Calls back for each person an aggregate goes over, seen from a row of `rows`. */
export function overPersons(batch: Batch, over: Over, rows: Rows, row: number, visit: (person: number) => void): void {
  const h = rows === 'person' ? batch.household[row]! : row;
  const start = batch.start[h]!;
  const end = endOf(over, start, batch.members[h]!, batch.start[h + 1]!);
  for (let p = firstOf(over, start, batch.members[h]!); p < end; p++) {
    if (over !== 'fellow' || p !== row) visit(p);
  }
}

export function rowsFor(over: Over, asked: Rows): Rows {
  return over === 'fellow' ? 'person' : asked;
}

/** Rows of a result with the span of persons they look at. */
export function eachRow(
  batch: Batch,
  over: Over,
  rows: Rows,
  visit: (row: number, first: number, end: number, skip: number) => void,
): void {
  for (let h = 0; h < batch.count; h++) {
    const start = batch.start[h]!;
    const stop = batch.start[h + 1]!;
    const first = firstOf(over, start, batch.members[h]!);
    const end = endOf(over, start, batch.members[h]!, stop);
    if (rows === 'household') visit(h, first, end, -1);
    else for (let p = start; p < stop; p++) visit(p, first, end, over === 'fellow' ? p : -1);
  }
}

export function whereOf(c: Compiler, where: Condition | null, ctx: Context): TruthSlot | null {
  return where === null ? null : truthForPersons(c, conditionOf(c, where, ctx));
}
