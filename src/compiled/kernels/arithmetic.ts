import { boundOf, SAFE, SLACK, SNAP, ULP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';

/** Operands of all that take two numbers: result, left, right, rows. */
export function addKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const r = values[a + i]! + values[b + i]!;
    values[t + i] = r;
    errors[t + i] = boundOf(r, errors[a + i]! + errors[b + i]!);
  }
}

export function subtractKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const r = values[a + i]! - values[b + i]!;
    values[t + i] = r;
    errors[t + i] = boundOf(r, errors[a + i]! + errors[b + i]!);
  }
}

export function multiplyKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const y = values[b + i]!;
    const xe = errors[a + i]!;
    const ye = errors[b + i]!;
    const r = x * y;
    values[t + i] = r;
    errors[t + i] = boundOf(r, Math.abs(x) * ye + Math.abs(y) * xe + xe * ye);
  }
}

/** A divisor that may be 0 gives the bound NaN: the exact reader decides. */
export function divideKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const y = values[b + i]!;
    const xe = errors[a + i]!;
    const ye = errors[b + i]!;
    const least = Math.abs(y) * (1 - ULP) - ye;
    if (!(least > 0)) {
      values[t + i] = 0;
      errors[t + i] = NaN;
      continue;
    }
    const r = x / y;
    values[t + i] = r;
    if (xe === 0 && ye === 0 && Number.isInteger(r) && r * y === x && Math.abs(x) < SAFE) errors[t + i] = 0;
    else errors[t + i] = ((xe + Math.abs(r) * ye) / least) * SLACK * SLACK + Math.abs(r) * ULP;
  }
}

/** Which of two near values is taken does not matter: either lies within the larger bound. */
export function maxKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const first = values[a + i]! >= values[b + i]!;
    extreme(values, errors, t + i, a + i, b + i, first);
  }
}

export function minKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const first = values[a + i]! <= values[b + i]!;
    extreme(values, errors, t + i, a + i, b + i, first);
  }
}

function extreme(values: Float64Array, errors: Float64Array, t: number, a: number, b: number, first: boolean): void {
  const x = values[a]!;
  const y = values[b]!;
  const xe = errors[a]!;
  const ye = errors[b]!;
  const near = !(Math.abs(x - y) > xe + ye);
  const bound = near ? Math.max(xe, ye) : first ? xe : ye;
  values[t] = first ? x : y;
  errors[t] = bound === 0 ? 0 : bound + SNAP;
}

/** Open and unknown spread; `none` counts as a known 0. An operand that is always known is `NOWHERE`. */
export function spreadKernel({ states, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const b = operands[at + 2]!;
  const n = rows[operands[at + 3]!]!;
  for (let i = 0; i < n; i++) {
    const x = a < 0 ? 0 : states[a + i]!;
    const y = b < 0 ? 0 : states[b + i]!;
    const worst = x > y ? x : y;
    states[t + i] = worst > 1 ? worst : 0;
  }
}

/** Completed years of an age in months: result, months, rows. */
export function yearsKernel({ values, errors, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const n = rows[operands[at + 2]!]!;
  for (let i = 0; i < n; i++) {
    values[t + i] = Math.floor(values[a + i]! / 12);
    errors[t + i] = 0;
  }
}

/** Times a number that never changes: result, number, double, its bound, rows. */
export function multiplyByKernel({ values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const y = doubles[operands[at + 2]!]!;
  const ye = doubles[operands[at + 3]!]!;
  const n = rows[operands[at + 4]!]!;
  const by = Math.abs(y);
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const xe = errors[a + i]!;
    const r = x * y;
    values[t + i] = r;
    errors[t + i] = boundOf(r, Math.abs(x) * ye + by * xe + xe * ye);
  }
}

/** Divided by a number that never changes and is not 0; operands as of `multiplyByKernel`. */
export function divideByKernel({ values, errors, operands, doubles, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const y = doubles[operands[at + 2]!]!;
  const ye = doubles[operands[at + 3]!]!;
  const n = rows[operands[at + 4]!]!;
  const least = Math.abs(y) * (1 - ULP) - ye;
  const by = (SLACK * SLACK) / least;
  for (let i = 0; i < n; i++) {
    const x = values[a + i]!;
    const xe = errors[a + i]!;
    const r = x / y;
    values[t + i] = r;
    if (xe === 0 && ye === 0 && r * y === x && Math.floor(r) === r && Math.abs(x) < SAFE) errors[t + i] = 0;
    else errors[t + i] = (xe + Math.abs(r) * ye) * by * SLACK + Math.abs(r) * ULP;
  }
}
