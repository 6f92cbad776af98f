import type { Code } from '../machine/code.js';

/** A number with its bound: result, number, rows. */
export function copyKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) {
    values[t + i] = values[a + i]!;
    errors[t + i] = errors[a + i]!;
  }
}

/** Values alone, of numbers whose bound stays as it is. */
export function copyValuesKernel({ values, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) values[t + i] = values[a + i]!;
}

/** States; of what is always known (`NOWHERE`) they are 0. */
export function copyStatesKernel({ states, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) states[t + i] = a < 0 ? 0 : states[a + i]!;
}

export function copyWordsKernel({ words, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) words[t + i] = words[a + i]!;
}

/** One word for all: result, code, rows. */
export function fillWordsKernel({ words, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const word = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) words[t + i] = word;
}
