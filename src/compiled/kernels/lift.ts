import type { Code } from '../machine/code.js';

/** What a household has as its persons see it: result, household column. */
export function liftNumberKernel({ values, errors, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[1]!;
  for (let i = 0; i < n; i++) {
    const h = household[i]!;
    values[t + i] = values[a + h]!;
    errors[t + i] = errors[a + h]!;
  }
}

export function liftStateKernel({ states, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[1]!;
  for (let i = 0; i < n; i++) states[t + i] = states[a + household[i]!]!;
}

export function liftTruthKernel({ truths, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[1]!;
  for (let i = 0; i < n; i++) truths[t + i] = truths[a + household[i]!]!;
}

export function liftWordKernel({ words, household, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[1]!;
  for (let i = 0; i < n; i++) words[t + i] = words[a + household[i]!]!;
}
