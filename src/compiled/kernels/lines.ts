import { boundOf, LARGE, SNAP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';
import { stepsOf } from './rounding.js';

/** Which lines are there: `when` holds (none = always), and the person is a member. Result, condition, rows. */
export function existsKernel({ truths, isMember, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const byPerson = operands[at + 2] === 1;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++)
    truths[t + i] = (when < 0 || truths[when + i] === 2) && (!byPerson || isMember[i] === 1) ? 2 : 0;
}

/** An adjustment that holds removes the line: result, condition, rows. */
export function leaveOutKernel({ truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) if (when < 0 || truths[when + i] === 2) truths[t + i] = 0;
}

/** Where a line starts: the larger of two states, `none` as a known 0. Result, two states, rows. */
export function startStatesKernel({ states, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = a < 0 ? 0 : states[a + i]!;
    const y = b < 0 ? 0 : states[b + i]!;
    const worst = x > y ? x : y;
    states[t + i] = worst === 1 ? 0 : worst;
  }
}

/** Multiplies where the adjustment holds: result, condition, number, rows. */
export function scaleKernel({ values, errors, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    if (when >= 0 && truths[when + i] !== 2) continue;
    const x = values[t + i]!;
    const y = values[b + i]!;
    const xe = errors[t + i]!;
    const ye = errors[b + i]!;
    const r = x * y;
    values[t + i] = r;
    errors[t + i] = boundOf(r, Math.abs(x) * ye + Math.abs(y) * xe + xe * ye);
  }
}

/** Adds where the adjustment holds; operands as of `scaleKernel`. */
export function increaseKernel({ values, errors, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    if (when >= 0 && truths[when + i] !== 2) continue;
    const r = values[t + i]! + values[b + i]!;
    values[t + i] = r;
    errors[t + i] = boundOf(r, errors[t + i]! + errors[b + i]!);
  }
}

/**
 * At least (sign 1), at most (sign -1). Either of two near values lies within the larger bound.
 * Operands: result, condition, number, sign, rows.
 */
export function limitKernel({ values, errors, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const b = operands[at + 2]!;
  const sign = operands[at + 3]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    if (when >= 0 && truths[when + i] !== 2) continue;
    const limit = values[b + i]!;
    const e = errors[t + i]!;
    const be = errors[b + i]!;
    const off = (limit - values[t + i]!) * sign;
    let error = e;
    if (!(Math.abs(off) > e + be)) error = e !== e || be !== be ? NaN : Math.max(e, be);
    else if (off > 0) error = be;
    if (off > 0) values[t + i] = limit;
    errors[t + i] = error === 0 ? 0 : error + SNAP;
  }
}

/** What is open where an amount of an adjustment that holds is open: result, condition, states, rows. */
export function openKernel({ states, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    if (when >= 0 && truths[when + i] !== 2) continue;
    const state = states[b + i]!;
    if (state > 1 && state > states[t + i]!) states[t + i] = state;
  }
}

/**
 * Steps of the lines that are there, 0 for the others; NaN where only the exact value can say (near a tie, not surely
 * above 0, too large): then the call is made.
 * Operands: result, which lines are there, number, doubles of the step (times, over), call, rows.
 */
export function lineStepsKernel(code: Code, at: number): void {
  const { values, errors, truths, operands, doubles, rows } = code;
  const t = operands[at]!;
  const there = operands[at + 1]!;
  const a = operands[at + 2]!;
  const step = operands[at + 3]!;
  const n = rows[operands[at + 5]!]!;
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const error = errors[a + i]!;
    if (truths[there + i] !== 2 || (x === 0 && error === 0)) {
      values[t + i] = 0;
      continue;
    }
    const count = stepsOf(x, error, doubles[step]!, doubles[step + 1]!);
    if (count === count && x <= LARGE && x - error >= SNAP) values[t + i] = count;
    else {
      values[t + i] = NaN;
      doubtful++;
    }
  }
  if (doubtful > 0) code.calls[operands[at + 4]!]!();
}

/** Nobody has the line: which are there, reference, need, rows. */
export function absentKernel({ values, truths, operands, rows }: Code, at: number): void {
  const there = operands[at]!;
  const reference = operands[at + 1]!;
  const need = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    truths[there + i] = 0;
    values[reference + i] = 0;
    values[need + i] = 0;
  }
}
