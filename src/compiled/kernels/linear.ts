import { SAFE, SLACK, ULP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';

/** The bound of a sum `r` to which `term` was added. */
function boundOf(r: number, term: number, carried: number): number {
  return carried === 0 && Math.floor(r) === r && Math.abs(r) < SAFE
    ? 0
    : carried * SLACK + (Math.abs(term) + Math.abs(r)) * ULP;
}

/** Where a sum starts: result, double, its bound, rows. */
export function startSum({ values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const by = doubles[operands[at + 1]!]!;
  const error = doubles[operands[at + 2]!]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    values[t + i] = by;
    errors[t + i] = error;
  }
}

/** Where a sum starts, with its first number times a constant: result, number, doubles of the start and of the constant, rows. */
export function startTerm({ values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const start = doubles[operands[at + 2]!]!;
  const startError = doubles[operands[at + 2]! + 1]!;
  const by = doubles[operands[at + 3]!]!;
  const byError = doubles[operands[at + 3]! + 1]!;
  const n = rows[operands[at + 4]!]!;
  const size = Math.abs(by) + byError;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const term = x * by;
    const r = start + term;
    values[t + i] = r;
    errors[t + i] = boundOf(r, term, startError + Math.abs(x) * byError + size * errors[a + i]!);
  }
}

/** Adds a number times a constant: result, number, double, its bound, rows. */
export function addTerm({ values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const by = doubles[operands[at + 2]!]!;
  const byError = doubles[operands[at + 3]!]!;
  const n = rows[operands[at + 4]!]!;
  const size = Math.abs(by) + byError;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const term = x * by;
    const r = values[t + i]! + term;
    values[t + i] = r;
    errors[t + i] = boundOf(r, term, errors[t + i]! + Math.abs(x) * byError + size * errors[a + i]!);
  }
}

/** The same where a condition holds: result, condition, number, double, its bound, rows. */
export function addTermWhere({ values, errors, truths, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const a = operands[at + 2]!;
  const by = doubles[operands[at + 3]!]!;
  const byError = doubles[operands[at + 4]!]!;
  const n = rows[operands[at + 5]!]!;
  const size = Math.abs(by) + byError;
  for (let i = 0; i < n; i++) {
    if (truths[when + i] !== 2) continue;
    const x = values[a + i]!;
    const term = x * by;
    const r = values[t + i]! + term;
    values[t + i] = r;
    errors[t + i] = boundOf(r, term, errors[t + i]! + Math.abs(x) * byError + size * errors[a + i]!);
  }
}

/** Adds a constant where a condition holds: result, condition, double, its bound, rows. */
export function addWhere({ values, errors, truths, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const when = operands[at + 1]!;
  const by = doubles[operands[at + 2]!]!;
  const byError = doubles[operands[at + 3]!]!;
  const n = rows[operands[at + 4]!]!;
  for (let i = 0; i < n; i++) {
    if (truths[when + i] !== 2) continue;
    const r = values[t + i]! + by;
    values[t + i] = r;
    errors[t + i] = boundOf(r, by, errors[t + i]! + byError);
  }
}
