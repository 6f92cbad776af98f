/** For few rows a loop is faster than the `fill` of typed arrays. */
export function fill(to: Float64Array | Int32Array | Uint16Array | Uint8Array, value: number, n: number): void {
  if (n > 64) to.fill(value, 0, n);
  else for (let i = 0; i < n; i++) to[i] = value;
}
