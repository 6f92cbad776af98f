/**
 * Results by two small whole numbers. A map would need both in one key, too large for its fast way of looking up, and
 * a document asks thousands of times: so two numbers a place, one place after another until it fits.
 */
export interface Results<T> {
  size: number;
  /** Both numbers of each place. */
  keys: Int32Array;
  values: (T | undefined)[];
}

/** Places at the beginning, enough for what a pack computes while it is prepared: a power of 2. */
const FEW = 8192;

export function results<T>(): Results<T> {
  return { size: 0, keys: new Int32Array(2 * FEW), values: new Array<undefined>(FEW) };
}

/** The place of two numbers: where they stand, or the free one where they would. */
export function placeIn<T>({ keys, values }: Results<T>, one: number, two: number): number {
  const mask = values.length - 1;
  // odd constants spread what differs in few digits over all of them
  const mixed = Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b);
  let at = (mixed ^ (mixed >>> 15)) & mask;
  while (values[at] !== undefined && (keys[2 * at] !== one || keys[2 * at + 1] !== two)) at = (at + 1) & mask;
  return at;
}

/** Remembers a result; places are looked up again after it. */
export function putIn<T>(all: Results<T>, one: number, two: number, value: T): void {
  if (2 * all.size >= all.values.length) grow(all);
  const at = placeIn(all, one, two);
  all.keys[2 * at] = one;
  all.keys[2 * at + 1] = two;
  all.values[at] = value;
  all.size++;
}

function grow<T>(all: Results<T>): void {
  const { keys, values } = all;
  all.keys = new Int32Array(2 * keys.length);
  all.values = new Array<undefined>(2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) continue;
    const at = placeIn(all, keys[2 * i]!, keys[2 * i + 1]!);
    all.keys[2 * at] = keys[2 * i]!;
    all.keys[2 * at + 1] = keys[2 * i + 1]!;
    all.values[at] = value;
  }
}
