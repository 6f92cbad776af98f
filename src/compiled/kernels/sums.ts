import type { Code } from '../machine/code.js';

/** Nothing yet: result, its states, rows. */
export function zeroKernel({ values, errors, states, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const s = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) {
    values[t + i] = 0;
    errors[t + i] = 0;
    if (s >= 0) states[s + i] = 0;
  }
}

/** Adds a column of steps (times 1 or -1) a household: result, steps, sign, rows of the steps. */
export function addStepsKernel({ values, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const sign = operands[at + 2]!;
  const byPerson = operands[at + 3] === 1;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) values[t + (byPerson ? household[i]! : i)]! += sign * values[a + i]!;
}

/** A sum is open where one of its lines is: states of the sum, states of the line, which lines are there, rows. */
export function openSumKernel({ states, truths, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const s = operands[at + 1]!;
  const there = operands[at + 2]!;
  const byPerson = operands[at + 3] === 1;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++)
    if (truths[there + i] === 2 && states[s + i] === 2) states[t + (byPerson ? household[i]! : i)] = 2;
}

/** Adds the counted incomes of members: result, its states, steps, which are there, states of what is counted, rows. */
export function addIncomeKernel(
  { values, states, truths, household, isMember, operands, rows }: Code,
  at: number,
): void {
  const t = operands[at]!;
  const ts = operands[at + 1]!;
  const a = operands[at + 2]!;
  const there = operands[at + 3]!;
  const s = operands[at + 4]!;
  const byPerson = operands[at + 5] === 1;
  const n = rows[operands[at + 5]!]!;
  for (let i = 0; i < n; i++) {
    if (truths[there + i] !== 2 || (byPerson && isMember[i] !== 1)) continue;
    const h = byPerson ? household[i]! : i;
    values[t + h]! += values[a + i]!;
    if (s >= 0 && states[s + i] === 2) states[ts + h] = 2;
  }
}
