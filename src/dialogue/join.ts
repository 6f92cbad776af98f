import { entries, stridesOf, type Dense } from './factor.js';

/** The sum of tables over all unknowns of any of them, in the order of `scope`. */
export function join(tables: readonly Dense[], scope: readonly number[], sizes: readonly number[]): Dense {
  const count = entries(scope, sizes);
  const [lo, hi] = [new Float64Array(count), new Float64Array(count)];
  for (const table of tables) {
    const places = placesIn(table.scope, scope, sizes, count);
    for (let at = 0; at < count; at++) {
      lo[at]! += table.lo[places[at]!]!;
      hi[at]! += table.hi[places[at]!]!;
    }
  }
  return { scope, lo, hi };
}

/** The least and the most of a table over the unknowns that are not in `scope`. */
export function project(table: Dense, scope: readonly number[], sizes: readonly number[]): Dense {
  const count = entries(scope, sizes);
  const lo = new Float64Array(count).fill(Infinity);
  const hi = new Float64Array(count).fill(-Infinity);
  const places = placesIn(scope, table.scope, sizes, table.lo.length);
  for (let at = 0; at < places.length; at++) {
    const to = places[at]!;
    if (table.lo[at]! < lo[to]!) lo[to] = table.lo[at]!;
    if (table.hi[at]! > hi[to]!) hi[to] = table.hi[at]!;
  }
  return { scope, lo, hi };
}

/** For each choice of the unknowns `over`, the last of them fastest: the place in a table over some of them. */
function placesIn(
  scope: readonly number[],
  over: readonly number[],
  sizes: readonly number[],
  count: number,
): Int32Array {
  const strides = stridesOf(scope.map((one) => sizes[one]!));
  const steps = over.map((one) => (scope.includes(one) ? strides[scope.indexOf(one)]! : 0));
  const places = new Int32Array(count);
  const choice = new Int32Array(over.length);
  let place = 0;
  for (let at = 0; at < count; at++) {
    places[at] = place;
    for (let i = over.length - 1; i >= 0; i--) {
      place += steps[i]!;
      if (++choice[i]! < sizes[over[i]!]!) break;
      place -= steps[i]! * choice[i]!;
      choice[i] = 0;
    }
  }
  return places;
}
