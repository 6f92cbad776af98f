import type { Code } from '../machine/code.js';

/** Whole numbers below the size of a table are looked up; others are asked for. */
export const ASK = -1;

/**
 * place × classes + class, of a word. Classes are 0 for the first key: what stood in the place before does not count.
 * Operands: word, table of classes, number of classes, rows.
 */
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
 * place × classes + class, of a number; `none` and unknown have the last two classes.
 * Operands: number, its states, table of classes, number of classes, how many classes there are, call, rows.
 */
export function numberClassKernel(code: Code, at: number): void {
  const { batch, values, errors, states, tables, operands, rows } = code;
  const { places } = batch;
  const a = operands[at]!;
  const s = operands[at + 1]!;
  const table = tables[operands[at + 2]!]!;
  const classes = operands[at + 3]!;
  const all = operands[at + 4]!;
  const n = rows[operands[at + 6]!]!;
  for (let i = 0; i < n; i++) {
    const state = s < 0 ? 0 : states[s + i]!;
    let found: number;
    if (state === 1 || state === 3) found = state === 1 ? all - 1 : all - 2;
    else {
      const x = values[a + i]!;
      const isSmall = errors[a + i] === 0 && x >= 0 && x < table.length && Math.floor(x) === x;
      found = isSmall ? table[x]! : ASK;
      if (found < 0) {
        found = asked(code, i, operands[at + 5]!);
        if (isSmall) table[x] = found;
      }
    }
    places[i] = places[i]! * classes + found;
  }
}

/** What the call says of a row. */
function asked({ batch, calls }: Code, row: number, call: number): number {
  batch.asked = row;
  calls[call]!();
  return batch.answer;
}

/**
 * Hit sets of places: where a place was never met, the call finds it.
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
    let set = table[place]!;
    if (set < 0) set = table[place] = asked(code, i, operands[at + 2]!);
    words[t + i] = set;
  }
}

/** Hit sets of a table with one word as its key, by the word: result, word, table of hit sets, call, rows. */
export function wordHitsKernel(code: Code, at: number): void {
  const { words, tables, operands, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const table = tables[operands[at + 2]!]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    const word = words[a + i]!;
    let set = table[word]!;
    if (set < 0) set = table[word] = asked(code, i, operands[at + 3]!);
    words[t + i] = set;
  }
}

/** The same with a whole number that is always known, by the number where it is small. */
export function wholeHitsKernel(code: Code, at: number): void {
  const { values, errors, words, tables, operands, rows } = code;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const table = tables[operands[at + 2]!]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const isSmall = errors[a + i] === 0 && x >= 0 && x < table.length;
    let set = isSmall ? table[x]! : ASK;
    if (set < 0) {
      set = asked(code, i, operands[at + 3]!);
      if (isSmall) table[x] = set;
    }
    words[t + i] = set;
  }
}

/** Where the value of a hit set stands: in the list itself; its rows differ, and the call works it out. Else in a column. */
export const FIXED = -1;
export const MIXED = -2;

/**
 * Values of hit sets. The list has three numbers a set: value and bound, and the column that holds them where they move.
 * Operands: result, hit sets, list, call that learns a set, call that works a row out, rows.
 */
export function gatherKernel(code: Code, at: number): void {
  const { batch, values, errors, words, lists, calls, operands, rows } = code;
  const { stride } = batch;
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const known = lists[operands[at + 2]!]!;
  const n = rows[operands[at + 5]!]!;
  for (let i = 0; i < n; i++) {
    const place = 3 * words[a + i]!;
    if (place >= known.length) calls[operands[at + 3]!]!();
    const column = known[place + 2]!;
    if (column === FIXED) {
      values[t + i] = known[place]!;
      errors[t + i] = known[place + 1]!;
    } else if (column >= 0) {
      values[t + i] = values[column * stride + i]!;
      errors[t + i] = errors[column * stride + i]!;
    } else {
      batch.asked = i;
      calls[operands[at + 4]!]!();
    }
  }
}
