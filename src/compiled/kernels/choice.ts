/** A said number, or what is assumed: `none` (1) where it does not apply, unknown (3) where nobody can say. */
export function resolveKernel(
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array,
  said: Float64Array,
  saidError: Float64Array,
  saidState: Uint8Array,
  applies: Uint8Array | null,
  assumed: Float64Array | null,
  assumedError: Float64Array | null,
  assumedState: Uint8Array | null,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const fits = applies === null ? 2 : applies[i]!;
    if (fits === 0) {
      v[i] = 0;
      e[i] = 0;
      s[i] = 1;
    } else if (saidState[i] === 0) {
      v[i] = said[i]!;
      e[i] = saidError[i]!;
      s[i] = 0;
    } else if (fits === 2 && assumed !== null && assumedError !== null) {
      v[i] = assumed[i]!;
      e[i] = assumedError[i]!;
      s[i] = assumedState === null ? 0 : assumedState[i]!;
    } else {
      v[i] = 0;
      e[i] = 0;
      s[i] = 3;
    }
  }
}

export function resolveWordKernel(
  w: Uint16Array,
  said: Uint16Array,
  applies: Uint8Array | null,
  assumed: Uint16Array | null,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const fits = applies === null ? 2 : applies[i]!;
    if (fits === 0) w[i] = 1;
    else if (said[i] !== 0 || fits === 1 || assumed === null) w[i] = said[i]!;
    else w[i] = assumed[i]!;
  }
}

/** Where a case holds its value is taken; where it is undecided, there is none (state `lost`). */
export function caseKernel(
  v: Float64Array,
  e: Float64Array,
  s: Uint8Array,
  when: Uint8Array,
  a: Float64Array,
  ae: Float64Array,
  as: Uint8Array,
  lost: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const holds = when[i]!;
    if (holds === 0) continue;
    if (holds === 2) {
      v[i] = a[i]!;
      e[i] = ae[i]!;
      s[i] = as[i]!;
    } else {
      v[i] = 0;
      e[i] = 0;
      s[i] = lost;
    }
  }
}

export function caseWordKernel(w: Uint16Array, when: Uint8Array, a: Uint16Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const holds = when[i]!;
    if (holds !== 0) w[i] = holds === 2 ? a[i]! : 0;
  }
}

/** A name's value: as computed, with a bound of NaN where it is too large to be trusted. */
export function nameKernel(
  v: Float64Array,
  e: Float64Array,
  a: Float64Array,
  ae: Float64Array,
  large: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    v[i] = x;
    e[i] = Math.abs(x) <= large ? ae[i]! : NaN;
  }
}
