import { LARGE, SLACK, SNAP, ULP } from '../bounds.js';
import { stepsOf, type StepSize } from './rounding.js';

/** Which lines are there: `when` holds (no `when` = always), and the person is a member. */
export function existsKernel(t: Uint8Array, when: Uint8Array | null, isMember: Uint8Array | null, n: number): void {
  for (let i = 0; i < n; i++) {
    const holds = when === null || when[i] === 2;
    t[i] = holds && (isMember === null || isMember[i] === 1) ? 2 : 0;
  }
}

/** An adjustment that holds removes the line. */
export function leaveOutKernel(t: Uint8Array, when: Uint8Array | null, n: number): void {
  for (let i = 0; i < n; i++) if (when === null || when[i] === 2) t[i] = 0;
}

/** The amount, times the presence where there is one. */
export function startKernel(
  v: Float64Array,
  e: Float64Array,
  a: Float64Array,
  ae: Float64Array,
  p: Float64Array | null,
  pe: Float64Array | null,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const xe = ae[i]!;
    if (p === null || pe === null) {
      v[i] = x;
      e[i] = xe;
      continue;
    }
    times(v, e, i, x, xe, p[i]!, pe[i]!);
  }
}

function times(v: Float64Array, e: Float64Array, i: number, x: number, xe: number, y: number, ye: number): void {
  const r = x * y;
  v[i] = r;
  const carried = Math.abs(x) * ye + Math.abs(y) * xe + xe * ye;
  e[i] = carried === 0 && Number.isInteger(r) && Math.abs(r) < 2 ** 53 ? 0 : carried * SLACK + Math.abs(r) * ULP;
}

export function scaleKernel(
  v: Float64Array,
  e: Float64Array,
  when: Uint8Array | null,
  b: Float64Array,
  be: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) if (when === null || when[i] === 2) times(v, e, i, v[i]!, e[i]!, b[i]!, be[i]!);
}

export function increaseKernel(
  v: Float64Array,
  e: Float64Array,
  when: Uint8Array | null,
  b: Float64Array,
  be: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    if (when !== null && when[i] !== 2) continue;
    const r = v[i]! + b[i]!;
    const carried = e[i]! + be[i]!;
    v[i] = r;
    e[i] = carried === 0 && Number.isInteger(r) && Math.abs(r) < 2 ** 53 ? 0 : carried * SLACK + Math.abs(r) * ULP;
  }
}

/** At least: `sign` 1; at most: `sign` -1. Either of two near values lies within the larger bound. */
export function limitKernel(
  v: Float64Array,
  e: Float64Array,
  when: Uint8Array | null,
  b: Float64Array,
  be: Float64Array,
  sign: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    if (when !== null && when[i] !== 2) continue;
    const off = (b[i]! - v[i]!) * sign;
    const both = e[i]! + be[i]!;
    if (!(Math.abs(off) > both)) e[i] = e[i] !== e[i] || be[i] !== be[i] ? NaN : Math.max(e[i]!, be[i]!);
    else if (off > 0) e[i] = be[i]!;
    if (off > 0) v[i] = b[i]!;
    if (e[i] !== 0) e[i]! += SNAP;
  }
}

/** What is open where an amount of an adjustment that holds is open. */
export function openKernel(s: Uint8Array, when: Uint8Array | null, b: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) if ((when === null || when[i] === 2) && b[i]! > 1 && b[i]! > s[i]!) s[i] = b[i]!;
}

/**
 * Steps of the lines that are there, 0 for the others; NaN where only the exact value can say: near a tie, not surely
 * above 0, too large. Returns how many rows those are.
 */
export function lineStepsKernel(
  steps: Float64Array,
  there: Uint8Array,
  v: Float64Array,
  e: Float64Array,
  size: StepSize,
  n: number,
): number {
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    const x = v[i]!;
    const error = e[i]!;
    if (there[i] !== 2 || (x === 0 && error === 0)) {
      steps[i] = 0;
      continue;
    }
    const count = stepsOf(x, error, size);
    if (count === count && x <= LARGE && x - error >= SNAP) steps[i] = count;
    else {
      steps[i] = NaN;
      doubtful++;
    }
  }
  return doubtful;
}

/**
 * A line without adjustments and states in one pass: is it there, its value, its steps. `steps` is NaN where only the
 * exact reader can say; returns how many rows those are.
 */
export function simpleLineKernel(
  there: Uint8Array,
  v: Float64Array,
  e: Float64Array,
  steps: Float64Array,
  paid: Float64Array,
  when: Uint8Array | null,
  isMember: Uint8Array | null,
  a: Float64Array,
  ae: Float64Array,
  p: Float64Array | null,
  pe: Float64Array | null,
  times: number,
  over: number,
  n: number,
): number {
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    if ((when !== null && when[i] !== 2) || (isMember !== null && isMember[i] !== 1)) {
      there[i] = 0;
      steps[i] = 0;
      paid[i] = 0;
      continue;
    }
    there[i] = 2;
    let x = a[i]!;
    let error = ae[i]!;
    if (p !== null && pe !== null) {
      const y = p[i]!;
      const carried = Math.abs(x) * pe[i]! + Math.abs(y) * error + error * pe[i]!;
      x = x * y;
      error = carried === 0 && Number.isInteger(x) && Math.abs(x) < 2 ** 53 ? 0 : carried * SLACK + Math.abs(x) * ULP;
    }
    v[i] = x;
    e[i] = error;
    const scaled = over === 1 ? x * times : (x * times) / over;
    const bound =
      (over === 1 ? error * times : (error * times) / over) * SLACK * SLACK +
      scaled * ULP * 2 +
      (error === 0 ? 0 : SNAP);
    const count = Math.floor(scaled + 0.5);
    // above 0, far from a tie, and small enough to be trusted: else the exact value decides
    if (x - error > SNAP && Math.abs(scaled - Math.floor(scaled) - 0.5) > bound && scaled < LARGE) {
      steps[i] = count;
      paid[i] = count;
    } else if (x === 0 && error === 0) {
      steps[i] = 0;
      paid[i] = 0;
    } else {
      steps[i] = NaN;
      doubtful++;
    }
  }
  return doubtful;
}

/** Adds steps of lines into a column a household; `household` null = the rows are households. */
export function addSteps(
  into: Float64Array,
  from: Float64Array,
  household: Int32Array | null,
  sign: number,
  n: number,
): void {
  if (household === null) for (let i = 0; i < n; i++) into[i]! += sign * from[i]!;
  else for (let i = 0; i < n; i++) into[household[i]!]! += sign * from[i]!;
}

/** Whether a condition holds for any row. */
export function isAnywhere(when: Uint8Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (when[i] === 2) return true;
  return false;
}

/** Nobody has the line. */
export function absentKernel(there: Uint8Array, steps: Float64Array, paid: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    there[i] = 0;
    steps[i] = 0;
    paid[i] = 0;
  }
}

/**
 * Adds two columns of steps into two places (basket, group) of each household; `household` null = the rows are
 * households.
 */
export function addPair(
  references: Float64Array,
  needs: Float64Array,
  reference: Float64Array,
  need: Float64Array,
  household: Int32Array | null,
  basket: number,
  group: number,
  width: number,
  sign: number,
  n: number,
): void {
  for (let row = 0; row < n; row++) {
    const r = sign * reference[row]!;
    const paid = sign * need[row]!;
    if (r === 0 && paid === 0) continue;
    const at = (household === null ? row : household[row]!) * width;
    references[at + basket]! += r;
    references[at + group]! += r;
    needs[at + basket]! += paid;
    needs[at + group]! += paid;
  }
}
