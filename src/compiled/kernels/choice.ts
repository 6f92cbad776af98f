import type { Code } from '../machine/code.js';

/**
 * A said number, or what is assumed: `none` (1) where it does not apply, unknown (3) where nobody can say.
 * Operands: result, said, applies, assumed, states of what is assumed, rows.
 */
export function resolveKernel({ values, errors, states, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const said = operands[at + 1]!;
  const applies = operands[at + 2]!;
  const assumed = operands[at + 3]!;
  const assumedState = operands[at + 4]!;
  const n = rows[operands[at + 5]!]!;
  for (let i = 0; i < n; i++) {
    const fits = applies < 0 ? 2 : truths[applies + i]!;
    if (fits === 0) {
      values[t + i] = 0;
      errors[t + i] = 0;
      states[t + i] = 1;
    } else if (states[said + i] === 0) {
      values[t + i] = values[said + i]!;
      errors[t + i] = errors[said + i]!;
      states[t + i] = 0;
    } else if (fits === 2 && assumed >= 0) {
      values[t + i] = values[assumed + i]!;
      errors[t + i] = errors[assumed + i]!;
      states[t + i] = assumedState < 0 ? 0 : states[assumedState + i]!;
    } else {
      values[t + i] = 0;
      errors[t + i] = 0;
      states[t + i] = 3;
    }
  }
}

/** The same with words: result, said, applies, assumed, rows. */
export function resolveWordKernel({ words, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const said = operands[at + 1]!;
  const applies = operands[at + 2]!;
  const assumed = operands[at + 3]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    const fits = applies < 0 ? 2 : truths[applies + i]!;
    const word = words[said + i]!;
    if (fits === 0) words[t + i] = 1;
    else if (word !== 0 || fits === 1 || assumed < 0) words[t + i] = word;
    else words[t + i] = words[assumed + i]!;
  }
}

/**
 * Where a case holds its value is taken; where it is undecided, there is none (state `lost`).
 * Operands: result, condition, value, states of the result, states of the value, lost, rows.
 */
export function caseKernel({ values, errors, states, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const a = operands[at + 2]!;
  const s = operands[at + 3]!;
  const as = operands[at + 4]!;
  const lost = operands[at + 5]!;
  const n = rows[operands[at + 6]!]!;
  for (let i = 0; i < n; i++) {
    const holds = truths[when + i]!;
    if (holds === 0) continue;
    const taken = holds === 2;
    values[t + i] = taken ? values[a + i]! : 0;
    errors[t + i] = taken ? errors[a + i]! : 0;
    if (s >= 0) states[s + i] = taken ? (as < 0 ? 0 : states[as + i]!) : lost;
  }
}

/** The same with words: result, condition, word, rows. */
export function caseWordKernel({ words, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const a = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const holds = truths[when + i]!;
    if (holds !== 0) words[t + i] = holds === 2 ? words[a + i]! : 0;
  }
}

/** A name's value: as computed, with a bound of NaN where it is too large to be trusted. Result, number, double, rows. */
export function nameKernel({ batch, values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const large = doubles[operands[at + 2]!]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    values[t + i] = x;
    const error = Math.abs(x) <= large ? errors[a + i]! : NaN;
    errors[t + i] = error;
    if (error !== error) batch.failed = true;
  }
}
