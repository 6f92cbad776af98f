/** Household columns as persons see them. */
export function lift64(to: Float64Array, from: Float64Array, household: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) to[i] = from[household[i]!]!;
}

export function lift16(to: Uint16Array, from: Uint16Array, household: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) to[i] = from[household[i]!]!;
}

export function lift8(to: Uint8Array, from: Uint8Array, household: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) to[i] = from[household[i]!]!;
}
