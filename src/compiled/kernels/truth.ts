import { SNAP } from '../bounds.js';

/** A row that only the exact reader can decide. */
export const NEAR = 3;

/** Kleene's `and`: the smaller code. */
export function andKernel(t: Uint8Array, a: Uint8Array, b: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    t[i] = x < y ? x : y;
  }
}

/** Kleene's `or`: the larger code. */
export function orKernel(t: Uint8Array, a: Uint8Array, b: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    t[i] = x > y ? x : y;
  }
}

/** Every test on a word is one look-up. */
export function wordKernel(t: Uint8Array, words: Uint16Array, table: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) t[i] = table[words[i]!]!;
}

/** Yes-no words of truth values: no 2, unknown 0, yes 3. */
export function sayKernel(w: Uint16Array, t: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const holds = t[i]!;
    w[i] = holds === 1 ? 0 : holds === 2 ? 3 : 2;
  }
}

/** from ≤ value < below; a bound that is missing is an infinity. Returns how many rows are `NEAR`. */
export function bandKernel(
  t: Uint8Array,
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array,
  from: number,
  fromError: number,
  below: number,
  belowError: number,
  turned: boolean,
  n: number,
): number {
  const yes = turned ? 0 : 2;
  const no = turned ? 2 : 0;
  let near = 0;
  for (let i = 0; i < n; i++) {
    const state = s[i]!;
    if (state !== 0) {
      t[i] = state === 1 ? no : 1;
      continue;
    }
    const x = v[i]!;
    const error = e[i]!;
    if (error === 0 && fromError === 0 && belowError === 0) {
      t[i] = x >= from && x < below ? yes : no;
      continue;
    }
    if (!(Math.abs(x - from) > error + fromError + SNAP) || !(Math.abs(x - below) > error + belowError + SNAP)) {
      t[i] = NEAR;
      near++;
    } else t[i] = x >= from && x < below ? yes : no;
  }
  return near;
}

/** One of some numbers. Returns how many rows are `NEAR`. */
export function amongKernel(
  t: Uint8Array,
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array,
  wanted: Float64Array,
  wantedError: Float64Array,
  unknown: boolean,
  turned: boolean,
  n: number,
): number {
  const yes = turned ? 0 : 2;
  const no = turned ? 2 : 0;
  let near = 0;
  for (let i = 0; i < n; i++) {
    const state = s[i]!;
    if (state !== 0) {
      t[i] = state === 1 ? no : state === 3 && unknown ? yes : 1;
      continue;
    }
    let found = no;
    for (let j = 0; j < wanted.length; j++) {
      const both = e[i]! + wantedError[j]!;
      const off = Math.abs(v[i]! - wanted[j]!);
      if (both === 0 ? off === 0 : !(off > both + SNAP)) {
        found = both === 0 ? yes : NEAR;
        break;
      }
    }
    if (found === NEAR) near++;
    t[i] = found;
  }
  return near;
}

/** value (op) bound: 0 from ≥, 1 to ≤, 2 above >, 3 below <; several bounds are joined by `first = false`. */
export function boundKernel(
  t: Uint8Array,
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array,
  b: Float64Array,
  be: Float64Array,
  bs: Uint8Array,
  op: number,
  first: boolean,
  n: number,
): number {
  let near = 0;
  for (let i = 0; i < n; i++) {
    let holds: number;
    if (s[i] === 1) holds = 0;
    else if (s[i]! > 1 || bs[i]! > 1) holds = 1;
    else {
      const x = v[i]!;
      const y = b[i]!;
      const both = e[i]! + be[i]!;
      if (both !== 0 && !(Math.abs(x - y) > both + SNAP)) {
        holds = NEAR;
        near++;
      } else holds = (op === 0 ? x >= y : op === 1 ? x <= y : op === 2 ? x > y : x < y) ? 2 : 0;
    }
    const before = first ? 2 : t[i]!;
    if (before === NEAR || holds === NEAR) t[i] = before === 0 ? 0 : NEAR;
    else t[i] = holds < before ? holds : before;
  }
  return near;
}

/** Yes and no change places. */
export function turnKernel(t: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) t[i] = 2 - t[i]!;
}

/** A test on whole numbers from 0 up to the size of a table: one look-up. False where one lies outside it. */
export function wholeKernel(t: Uint8Array, v: Float64Array, table: Uint8Array, n: number): boolean {
  let inside = true;
  const size = table.length;
  for (let i = 0; i < n; i++) {
    const x = v[i]!;
    if (x >= 0 && x < size) t[i] = table[x]!;
    else inside = false;
  }
  return inside;
}
