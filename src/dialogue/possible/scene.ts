import type { Household } from '../../household/household.js';
import type { Model } from '../../model/model.js';
import type { MonthIndex } from '../../model/value.js';
import type { DefinitionsInMonth } from '../../model/definitions-in-month.js';
import type { Class, Unknown } from '../unknown.js';
import type { Possible } from './possible.js';

/** How an unknown is looked at: by a test, a table, or (with `tells: null`) by its value as such. */
export interface Probe {
  readonly unknown: number;
  /** What the look tells of a value: classes of which it tells the same are one to it. */
  readonly tells: ((one: Class) => string) | null;
  /** Numbers at which it begins to tell something else. */
  readonly cuts: readonly number[];
}

/** A household with what is said, what may still be said, and everything already worked out from it. */
export interface Scene {
  readonly model: Model;
  readonly month: MonthIndex;
  readonly definitions: DefinitionsInMonth;
  readonly household: Household;
  /** By `id@row` (facts, incomes). */
  readonly unknowns: ReadonlyMap<string, Unknown>;
  /** The classes each unknown may still be in. */
  readonly open: readonly (readonly Class[])[];
  /** Bit n of `deps` = the n-th probe. Shared by all scenes of one household. */
  readonly probes: Probe[];
  readonly probeOf: Map<object | string, Map<number, bigint>>;
  readonly memo: Map<string, Possible>;
}

/** Where a formula or condition stands. */
export interface Place {
  readonly scene: Scene;
  /** Index into the household's persons; null = the household's. */
  readonly row: number | null;
  /** Set inside `at(month; …)`. */
  readonly asOf: MonthIndex | null;
  /** `amount` in `counts`, `parts` in a need. */
  readonly amount?: Possible;
  readonly parts?: Possible;
  /** A number left without value may be unknown rather than open. */
  readonly unknowable: boolean;
}

export const placeOf = (scene: Scene, row: number | null, unknowable = false): Place => ({
  scene,
  row,
  asOf: null,
  unknowable,
});

/** `id@row` of a person's, `id` of what exists once. */
export const keyOf = (id: string, row: number | null): string => (row === null ? id : `${id}@${row}`);

/** The bit of a probe; `by` is what looks (a check, a list of rows), or a word for the value as such. */
export function probeBit(
  scene: Scene,
  unknown: number,
  by: object | string,
  make: () => Omit<Probe, 'unknown'>,
): bigint {
  let bits = scene.probeOf.get(by);
  if (bits === undefined) scene.probeOf.set(by, (bits = new Map<number, bigint>()));
  let bit = bits.get(unknown);
  if (bit === undefined) {
    bit = 1n << BigInt(scene.probes.length);
    scene.probes.push({ unknown, ...make() });
    bits.set(unknown, bit);
  }
  return bit;
}

/** The bit of a value that is read as it is. */
export const valueBit = (scene: Scene, unknown: number): bigint =>
  probeBit(scene, unknown, 'value', () => ({ tells: null, cuts: [] }));

/** Places of the bits that are set. */
export function bitsIn(deps: bigint): number[] {
  const places: number[] = [];
  for (let rest = deps, at = 0; rest !== 0n; rest >>= 32n, at += 32) {
    const low = Number(rest & 0xffffffffn);
    if (low !== 0) for (let i = 0; i < 32; i++) if ((low >>> i) & 1) places.push(at + i);
  }
  return places;
}

/** Fewer values of what is open: what hung on none of it stays as it is. */
export function narrowed(scene: Scene, open: Scene['open']): Scene {
  const memo = new Map<string, Possible>();
  for (const [key, value] of scene.memo) if (value.deps === 0n) memo.set(key, value);
  return { ...scene, open, memo };
}
