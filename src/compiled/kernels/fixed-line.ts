import type { Code } from '../machine/code.js';

/**
 * A line that is worth the same to all who have it: is it there, its steps in both columns.
 * Operands: which lines are there, reference, need, condition, double of the steps, rows.
 */
export function fixedLineKernel({ values, truths, isMember, operands, doubles, rows }: Code, at: number): void {
  const there = operands[at]!;
  const reference = operands[at + 1]!;
  const need = operands[at + 2]!;
  const when = operands[at + 3]!;
  const steps = doubles[operands[at + 4]!]!;
  const byPerson = operands[at + 5] === 1;
  const n = rows[operands[at + 5]!]!;
  for (let i = 0; i < n; i++) {
    // no branch: who has a line is hard to foresee
    const has = Number(when < 0 || truths[when + i] === 2) & Number(!byPerson || isMember[i] === 1);
    truths[there + i] = has << 1;
    values[reference + i] = values[need + i] = has * steps;
  }
}
