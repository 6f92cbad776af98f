import { SLACK, SNAP, ULP } from '../bounds.js';

type Doubles = Float64Array;

/** Whole results of whole operands are exact while they stay below 2^53. */
const SAFE = 2 ** 53;

function boundOf(result: number, carried: number): number {
  return carried === 0 && Math.floor(result) === result && Math.abs(result) < SAFE
    ? 0
    : carried * SLACK + Math.abs(result) * ULP;
}

export function addKernel(v: Doubles, e: Doubles, a: Doubles, ae: Doubles, b: Doubles, be: Doubles, n: number): void {
  for (let i = 0; i < n; i++) {
    const r = a[i]! + b[i]!;
    v[i] = r;
    e[i] = boundOf(r, ae[i]! + be[i]!);
  }
}

export function subtractKernel(
  v: Doubles,
  e: Doubles,
  a: Doubles,
  ae: Doubles,
  b: Doubles,
  be: Doubles,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const r = a[i]! - b[i]!;
    v[i] = r;
    e[i] = boundOf(r, ae[i]! + be[i]!);
  }
}

export function multiplyKernel(
  v: Doubles,
  e: Doubles,
  a: Doubles,
  ae: Doubles,
  b: Doubles,
  be: Doubles,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const xe = ae[i]!;
    const ye = be[i]!;
    const r = x * y;
    v[i] = r;
    e[i] = boundOf(r, Math.abs(x) * ye + Math.abs(y) * xe + xe * ye);
  }
}

/** A divisor that may be 0 gives the bound NaN: the exact reader decides. */
export function divideKernel(
  v: Doubles,
  e: Doubles,
  a: Doubles,
  ae: Doubles,
  b: Doubles,
  be: Doubles,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const y = b[i]!;
    const ye = be[i]!;
    const xe = ae[i]!;
    const least = Math.abs(y) * (1 - ULP) - ye;
    if (!(least > 0)) {
      v[i] = 0;
      e[i] = NaN;
      continue;
    }
    const r = a[i]! / y;
    v[i] = r;
    if (xe === 0 && ye === 0 && Number.isInteger(r) && r * y === a[i]! && Math.abs(a[i]!) < SAFE) e[i] = 0;
    else e[i] = ((xe + Math.abs(r) * ye) / least) * SLACK * SLACK + Math.abs(r) * ULP;
  }
}

/** Which of two near values is taken does not matter: either lies within the larger bound. */
export function maxKernel(v: Doubles, e: Doubles, a: Doubles, ae: Doubles, b: Doubles, be: Doubles, n: number): void {
  for (let i = 0; i < n; i++) {
    const near = !(Math.abs(a[i]! - b[i]!) > ae[i]! + be[i]!);
    const first = a[i]! >= b[i]!;
    v[i] = first ? a[i]! : b[i]!;
    const bound = near ? Math.max(ae[i]!, be[i]!) : first ? ae[i]! : be[i]!;
    e[i] = bound === 0 ? 0 : bound + SNAP;
  }
}

export function minKernel(v: Doubles, e: Doubles, a: Doubles, ae: Doubles, b: Doubles, be: Doubles, n: number): void {
  for (let i = 0; i < n; i++) {
    const near = !(Math.abs(a[i]! - b[i]!) > ae[i]! + be[i]!);
    const first = a[i]! <= b[i]!;
    v[i] = first ? a[i]! : b[i]!;
    const bound = near ? Math.max(ae[i]!, be[i]!) : first ? ae[i]! : be[i]!;
    e[i] = bound === 0 ? 0 : bound + SNAP;
  }
}

/** Open and unknown spread; `none` counts as a known 0. */
export function spread(s: Uint8Array, a: Uint8Array, b: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const worst = x > y ? x : y;
    s[i] = worst > 1 ? worst : 0;
  }
}

/** A number column written over: completed years of an age in months. */
export function yearsKernel(v: Doubles, months: Doubles, n: number): void {
  for (let i = 0; i < n; i++) v[i] = Math.floor(months[i]! / 12);
}

/** Times a number that never changes. */
export function multiplyBy(v: Doubles, e: Doubles, a: Doubles, ae: Doubles, y: number, ye: number, n: number): void {
  const by = Math.abs(y);
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const xe = ae[i]!;
    const r = x * y;
    v[i] = r;
    e[i] = boundOf(r, Math.abs(x) * ye + by * xe + xe * ye);
  }
}

/** Divided by a number that never changes and is not 0. */
export function divideBy(v: Doubles, e: Doubles, a: Doubles, ae: Doubles, y: number, ye: number, n: number): void {
  const least = Math.abs(y) * (1 - ULP) - ye;
  const by = (SLACK * SLACK) / least;
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const xe = ae[i]!;
    const r = x / y;
    v[i] = r;
    if (xe === 0 && ye === 0 && r * y === x && Math.floor(r) === r && Math.abs(x) < SAFE) e[i] = 0;
    else e[i] = (xe + Math.abs(r) * ye) * by * SLACK + Math.abs(r) * ULP;
  }
}
