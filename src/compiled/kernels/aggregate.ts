import { SLACK, SNAP, ULP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';
import { endOf, firstOf, type Over } from './persons.js';

/** Which persons an aggregate goes over, as an operand. */
export const OVER: readonly Over[] = ['person', 'fellow', 'other', 'resident'];
export const HOW = ['count', 'sum', 'lowest', 'highest'] as const;
const LOWEST = 2;
const HIGHEST = 3;

/**
 * `any` (the largest truth, from no) and `every` (the smallest, from yes) over persons.
 * Operands: result, condition (none = all), over, every, rows of the result.
 */
export function quantifierKernel({ batch, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const where = operands[at + 1]!;
  const over = OVER[operands[at + 2]!]!;
  const every = operands[at + 3] === 1;
  const byPerson = operands[at + 4] === 1;
  const { start, members } = batch;
  for (let h = 0; h < rows[0]!; h++) {
    const begin = start[h]!;
    const stop = start[h + 1]!;
    const first = firstOf(over, begin, members[h]!);
    const end = endOf(over, begin, members[h]!, stop);
    const last = byPerson ? stop : begin + 1;
    for (let p = begin; p < last; p++) {
      const skip = over === 'fellow' ? p : -1;
      let found = every ? 2 : 0;
      for (let q = first; q < end; q++) {
        if (q === skip) continue;
        const holds = where < 0 ? 2 : truths[where + q]!;
        if (every ? holds < found : holds > found) found = holds;
      }
      truths[t + (byPerson ? p : h)] = found;
    }
  }
}

/**
 * `count` of a household's persons: without a branch, since whom a condition is about is hard to foresee.
 * Operands: result, its states, condition (none = all), over, lost.
 */
export function countKernel({ batch, values, errors, states, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const s = operands[at + 1]!;
  const where = operands[at + 2]!;
  const over = OVER[operands[at + 3]!]!;
  const lost = operands[at + 4]!;
  const { start, members } = batch;
  for (let h = 0; h < rows[0]!; h++) {
    const first = firstOf(over, start[h]!, members[h]!);
    const end = endOf(over, start[h]!, members[h]!, start[h + 1]!);
    let count = where < 0 ? end - first : 0;
    let undecided = 0;
    if (where >= 0) {
      for (let p = first; p < end; p++) {
        const holds = truths[where + p]!;
        count += holds >> 1;
        undecided |= holds & 1;
      }
    }
    values[t + h] = undecided === 0 ? count : 0;
    errors[t + h] = 0;
    if (s >= 0) states[s + h] = undecided === 0 ? 0 : lost;
  }
}

/**
 * `count`, `sum`, `lowest` and `highest` over persons; where one person's condition is undecided there is none (state
 * `lost`). Operands: result, its states, condition (none = all), number, its states, over, how, lost, rows of the result.
 */
export function aggregateKernel(code: Code, at: number): void {
  const { batch, operands, rows } = code;
  const over = OVER[operands[at + 5]!]!;
  const byPerson = operands[at + 8] === 1;
  const { start, members } = batch;
  for (let h = 0; h < rows[0]!; h++) {
    const begin = start[h]!;
    const stop = start[h + 1]!;
    const first = firstOf(over, begin, members[h]!);
    const end = endOf(over, begin, members[h]!, stop);
    const last = byPerson ? stop : begin + 1;
    for (let p = begin; p < last; p++) aggregate(code, at, byPerson ? p : h, first, end, over === 'fellow' ? p : -1);
  }
}

function aggregate(code: Code, at: number, row: number, first: number, end: number, skip: number): void {
  const { values, errors, states, truths, operands } = code;
  const t = operands[at]!;
  const s = operands[at + 1]!;
  const where = operands[at + 2]!;
  const a = operands[at + 3]!;
  const as = operands[at + 4]!;
  const how = operands[at + 6]!;
  const isExtreme = how === LOWEST || how === HIGHEST;
  let value = 0;
  let error = 0;
  let state = isExtreme ? 1 : 0;
  let worst = 0;
  for (let p = first; p < end; p++) {
    if (p === skip) continue;
    const holds = where < 0 ? 2 : truths[where + p]!;
    if (holds === 0) continue;
    if (holds === 1) {
      values[t + row] = 0;
      errors[t + row] = 0;
      states[t + row] = operands[at + 7]!;
      return;
    }
    if (a < 0) {
      value++;
      continue;
    }
    const one = as < 0 ? 0 : states[as + p]!;
    if (one === 1) continue;
    if (one > worst) worst = one;
    const x = values[a + p]!;
    const xe = errors[a + p]!;
    if (!isExtreme) {
      value += x;
      error = (error + xe) * SLACK;
      if (error !== 0 || !Number.isInteger(value)) error += Math.abs(value) * ULP;
    } else if (state === 1) {
      value = x;
      error = xe;
      state = 0;
    } else {
      if (how === LOWEST ? x < value : x > value) value = x;
      error = xe !== xe ? NaN : Math.max(error, xe);
    }
  }
  values[t + row] = value;
  errors[t + row] = isExtreme && error !== 0 ? error + SNAP : error;
  if (s >= 0) states[s + row] = worst > 0 ? worst : state;
}
