import { SNAP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';

/** A row that only the exact reader can decide. */
export const NEAR = 3;

/** Whether a condition, whose column begins at `when`, holds for any row. */
export function isAnywhere(truths: Uint8Array, when: number, n: number): boolean {
  for (let i = when; i < when + n; i++) if (truths[i] === 2) return true;
  return false;
}

/** Kleene's `and`, the smaller code: result, two conditions, rows. */
export function andKernel({ truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = truths[a + i]!;
    const y = truths[b + i]!;
    // the smaller, without a branch: what holds is hard to foresee
    const off = x - y;
    truths[t + i] = y + (off & (off >> 31));
  }
}

/** Kleene's `or`, the larger code. */
export function orKernel({ truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = truths[a + i]!;
    const y = truths[b + i]!;
    const off = x - y;
    truths[t + i] = x - (off & (off >> 31));
  }
}

/** Every test on a word is one look-up: result, word, table, rows. */
export function wordKernel({ truths, words, tables, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const table = tables[operands[at + 2]!]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) truths[t + i] = table[words[a + i]!]!;
}

/** Yes-no words of truth values, no 2, unknown 0, yes 3: result, condition, rows. */
export function sayKernel({ truths, words, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) {
    const holds = truths[a + i]!;
    words[t + i] = holds === 1 ? 0 : holds === 2 ? 3 : 2;
  }
}

/**
 * from ≤ value < below; a bound that is missing is an infinity. Where a row is `NEAR` the call is made.
 * Operands: result, number, its states, doubles of the bounds (from, its bound, below, its bound), turned, call, rows.
 */
export function bandKernel(code: Code, at: number): void {
  const { values, errors, states, truths, operands, doubles, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const s = operands[at + 2]!;
  const bounds = operands[at + 3]!;
  const yes = operands[at + 4] === 1 ? 0 : 2;
  const n = rows[operands[at + 6]!]!;
  const no = 2 - yes;
  const from = doubles[bounds]!;
  const below = doubles[bounds + 2]!;
  const fromError = doubles[bounds + 1]!;
  const belowError = doubles[bounds + 3]!;
  let near = 0;
  for (let i = 0; i < n; i++) {
    const state = s < 0 ? 0 : states[s + i]!;
    if (state !== 0) {
      truths[t + i] = state === 1 ? no : 1;
      continue;
    }
    const x = values[a + i]!;
    const error = errors[a + i]!;
    if (
      !(error === 0 && fromError === 0 && belowError === 0) &&
      (!(Math.abs(x - from) > error + fromError + SNAP) || !(Math.abs(x - below) > error + belowError + SNAP))
    ) {
      truths[t + i] = NEAR;
      near++;
    } else truths[t + i] = x >= from && x < below ? yes : no;
  }
  if (near > 0) code.calls[operands[at + 5]!]!();
}

/** The same for whole numbers that are always known: result, number, doubles of the bounds, turned, rows. */
export function wholeBandKernel({ values, truths, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const bounds = operands[at + 2]!;
  const turned = operands[at + 3] === 1 ? 2 : 0;
  const n = rows[operands[at + 4]!]!;
  const from = doubles[bounds]!;
  const below = doubles[bounds + 2]!;
  // no branch: whether an age lies in a band is hard to foresee
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const inside = Number(x >= from) & Number(x < below);
    truths[t + i] = (inside << 1) ^ turned;
  }
}

/**
 * One of some numbers. Operands: result, number, its states, first double (number and bound by turns), how many numbers,
 * unknown counts, turned, call, rows.
 */
export function amongKernel(code: Code, at: number): void {
  const { values, errors, states, truths, operands, doubles, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const s = operands[at + 2]!;
  const first = operands[at + 3]!;
  const end = first + 2 * operands[at + 4]!;
  const unknown = operands[at + 5] === 1;
  const yes = operands[at + 6] === 1 ? 0 : 2;
  const n = rows[operands[at + 8]!]!;
  const no = 2 - yes;
  let near = 0;
  for (let i = 0; i < n; i++) {
    const state = s < 0 ? 0 : states[s + i]!;
    if (state !== 0) {
      truths[t + i] = state === 1 ? no : state === 3 && unknown ? yes : 1;
      continue;
    }
    let found = no;
    for (let j = first; j < end; j += 2) {
      const both = errors[a + i]! + doubles[j + 1]!;
      const off = Math.abs(values[a + i]! - doubles[j]!);
      if (both === 0 ? off === 0 : !(off > both + SNAP)) {
        found = both === 0 ? yes : NEAR;
        break;
      }
    }
    if (found === NEAR) near++;
    truths[t + i] = found;
  }
  if (near > 0) code.calls[operands[at + 7]!]!();
}
