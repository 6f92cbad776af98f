import { SLACK, SNAP, ULP } from '../bounds.js';

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
