import type { Code } from '../machine/code.js';

/** Nobody said a word of some columns: where they begin stand in a table. Table, rows. */
export function silentWordsKernel({ words, tables, operands, rows }: Code, at: number): void {
  const columns = tables[operands[at]!]!;
  const n = rows[operands[at + 1]!]!;
  for (let j = 0; j < columns.length; j++) {
    const t = columns[j]!;
    for (let i = t; i < t + n; i++) words[i] = 0;
  }
}

/** Nobody said a number of some columns: 0, in a state. Table, state, rows. */
export function silentNumbersKernel({ values, errors, states, tables, operands, rows }: Code, at: number): void {
  const columns = tables[operands[at]!]!;
  const state = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let j = 0; j < columns.length; j++) {
    const t = columns[j]!;
    for (let i = t; i < t + n; i++) {
      values[i] = 0;
      errors[i] = 0;
      states[i] = state;
    }
  }
}

/** No condition of some columns holds. Table, rows. */
export function silentTruthsKernel({ truths, tables, operands, rows }: Code, at: number): void {
  const columns = tables[operands[at]!]!;
  const n = rows[operands[at + 1]!]!;
  for (let j = 0; j < columns.length; j++) {
    const t = columns[j]!;
    for (let i = t; i < t + n; i++) truths[i] = 0;
  }
}
