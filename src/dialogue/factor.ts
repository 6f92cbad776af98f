/**
 * A part of the balance as a table: what it comes to, at least and at most, for each choice of groups of the unknowns it
 * hangs on. `groups[i][g]` = place along the i-th side of group g of the unknown `scope[i]`.
 */
export interface Factor {
  readonly scope: readonly number[];
  readonly groups: readonly Int32Array[];
  readonly sizes: readonly number[];
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** A table over whole groups, as the elimination makes them. */
export interface Dense {
  readonly scope: readonly number[];
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** How many entries a table over these unknowns has. */
export const entries = (scope: Iterable<number>, sizes: readonly number[]): number => {
  let product = 1;
  for (const one of scope) product *= sizes[one]!;
  return product;
};

/** A factor over whole groups, so that those of one scope can be added. The last of the scope runs fastest. */
export function dense(factor: Factor, sizes: readonly number[]): Dense {
  const { scope, groups } = factor;
  const order = [...scope.keys()].sort((a, b) => scope[a]! - scope[b]!);
  const sorted = order.map((i) => scope[i]!);
  const strides = stridesOf(factor.sizes);
  const count = entries(sorted, sizes);
  const [lo, hi] = [new Float64Array(count), new Float64Array(count)];
  const choice = new Int32Array(sorted.length);
  for (let at = 0; at < count; at++) {
    let from = 0;
    for (let i = 0; i < order.length; i++) from += groups[order[i]!]![choice[i]!]! * strides[order[i]!]!;
    lo[at] = factor.lo[from]!;
    hi[at] = factor.hi[from]!;
    advance(choice, sorted, sizes);
  }
  return { scope: sorted, lo, hi };
}

export function stridesOf(sizes: readonly number[]): number[] {
  const strides = sizes.map(() => 1);
  for (let i = sizes.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * sizes[i + 1]!;
  return strides;
}

/** The next choice, the last side first. */
function advance(choice: Int32Array, scope: readonly number[], sizes: readonly number[]): void {
  for (let i = choice.length - 1; i >= 0; i--) {
    if (++choice[i]! < sizes[scope[i]!]!) return;
    choice[i] = 0;
  }
}

/** Tables of one scope added up: fewer to carry. */
export function addSame(tables: readonly Dense[]): Dense[] {
  const found = new Map<string, { scope: readonly number[]; lo: Float64Array; hi: Float64Array }>();
  for (const { scope, lo, hi } of tables) {
    const key = scope.join(' ');
    const known = found.get(key);
    if (known === undefined) found.set(key, { scope, lo: lo.slice(), hi: hi.slice() });
    else
      for (let i = 0; i < lo.length; i++) {
        known.lo[i]! += lo[i]!;
        known.hi[i]! += hi[i]!;
      }
  }
  return [...found.values()];
}
