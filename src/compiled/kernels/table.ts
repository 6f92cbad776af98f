import type { Code } from '../machine/code.js';

/** Whole numbers below the size of a table are looked up; others are asked for. */
export const ASK = -1;

/** Where rows begin to be told apart: rows. */
export function startPlacesKernel({ batch, operands, rows }: Code, at: number): void {
  const { places } = batch;
  const n = rows[operands[at]!]!;
  for (let i = 0; i < n; i++) places[i] = 0;
}

/** place × classes + class, of a word: word, table of classes, number of classes, rows. */
export function wordClassKernel({ batch, words, tables, operands, rows }: Code, at: number): void {
  const { places } = batch;
  const a = operands[at]!;
  const table = tables[operands[at + 1]!]!;
  const classes = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) places[i] = places[i]! * classes + table[words[a + i]!]!;
}

/** place × classes + class, the same for all: class, number of classes, rows. */
export function fixedClassKernel({ batch, operands, rows }: Code, at: number): void {
  const { places } = batch;
  const fixed = operands[at]!;
  const classes = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) places[i] = places[i]! * classes + fixed;
}

/**
 * Hit sets of places: where a place was never met, the call finds it (`batch.asked` is the row).
 * Operands: result, table of hit sets, call, rows.
 */
export function hitsKernel(code: Code, at: number): void {
  const { batch, words, tables, operands, rows } = code;
  const { places } = batch;
  const t = operands[at]!;
  const table = tables[operands[at + 1]!]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const place = places[i]!;
    if (table[place]! < 0) {
      batch.asked = i;
      code.calls[operands[at + 2]!]!();
    }
    words[t + i] = table[place]!;
  }
}

/** place × classes + class, of a number; operands: number, its states, table of classes, number of classes, call, rows. */
export function numberClassKernel(code: Code, at: number): void {
  const { batch, values, errors, states, tables, operands, rows } = code;
  const { places } = batch;
  const a = operands[at]!;
  const s = operands[at + 1]!;
  const table = tables[operands[at + 2]!]!;
  const classes = operands[at + 3]!;
  const n = rows[operands[at + 5]!]!;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const isSmall =
      (s < 0 || states[s + i] === 0) && errors[a + i] === 0 && x >= 0 && x < table.length && Math.floor(x) === x;
    let found = isSmall ? table[x]! : ASK;
    if (found < 0) {
      batch.asked = i;
      code.calls[operands[at + 4]!]!();
      found = batch.answer;
      if (isSmall) table[x] = found;
    }
    places[i] = places[i]! * classes + found;
  }
}

/** Values of hit sets that depend on nothing else: result, hit sets, list of values and bounds, call that learns, rows. */
export function gatherKernel(code: Code, at: number): void {
  const { values, errors, words, lists, operands, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const known = lists[operands[at + 2]!]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    const place = 2 * words[a + i]!;
    if (place >= known.length) code.calls[operands[at + 3]!]!();
    values[t + i] = known[place]!;
    errors[t + i] = known[place + 1]!;
  }
}
