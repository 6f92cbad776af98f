import { advance, entries, stridesOf, type Dense } from './factor.js';

/** The sum of tables over all unknowns of any of them, in the order of `scope`. */
export function join(tables: readonly Dense[], scope: readonly number[], sizes: readonly number[]): Dense {
  const count = entries(scope, sizes);
  const [lo, hi] = [new Float64Array(count), new Float64Array(count)];
  for (const table of tables) {
    const steps = stepsIn(table, scope, sizes);
    const choice = new Int32Array(scope.length);
    for (let at = 0; at < count; at++) {
      let from = 0;
      for (let i = 0; i < choice.length; i++) from += choice[i]! * steps[i]!;
      lo[at]! += table.lo[from]!;
      hi[at]! += table.hi[from]!;
      advance(choice, scope, sizes);
    }
  }
  return { scope, lo, hi };
}

/** The least and the most of a table over the unknowns that are not in `scope`. */
export function project(table: Dense, scope: readonly number[], sizes: readonly number[]): Dense {
  const count = entries(scope, sizes);
  const lo = new Float64Array(count).fill(Infinity);
  const hi = new Float64Array(count).fill(-Infinity);
  const steps = stepsIn({ scope, lo, hi }, table.scope, sizes);
  const choice = new Int32Array(table.scope.length);
  for (let at = 0; at < table.lo.length; at++) {
    let to = 0;
    for (let i = 0; i < choice.length; i++) to += choice[i]! * steps[i]!;
    if (table.lo[at]! < lo[to]!) lo[to] = table.lo[at]!;
    if (table.hi[at]! > hi[to]!) hi[to] = table.hi[at]!;
    advance(choice, table.scope, sizes);
  }
  return { scope, lo, hi };
}

/** How far the place in a table moves with each unknown of a scope. */
function stepsIn({ scope }: Dense, over: readonly number[], sizes: readonly number[]): number[] {
  const strides = stridesOf(scope.map((one) => sizes[one]!));
  return over.map((one) => (scope.includes(one) ? strides[scope.indexOf(one)]! : 0));
}
