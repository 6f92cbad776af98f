import { groupsOf } from './groups.js';
import type { Probe } from './possible/scene.js';
import type { Class } from './unknown.js';

/** A part of the balance is computed for each choice of its unknowns where these are few; else only some are told apart. */
const MOST_VARIANTS = 1_500;
const MOST_SCENES = 96;

/** How a part sees an unknown it hangs on. */
export interface Side {
  readonly unknown: number;
  /** By group of the unknown: which of this part's own, fewer groups it is in. */
  readonly place: Int32Array;
  /** For each own group a class that stands for it; null where numbers of it are told apart by value. */
  readonly stands: readonly (Class | null)[];
  /** For each own group the groups of the unknown that are in it, and all their classes. */
  readonly members: readonly (readonly number[])[];
  readonly classes: readonly (readonly Class[])[];
}

export function sideOf(unknown: number, probes: readonly Probe[], groups: readonly (readonly Class[])[]): Side {
  const own = groupsOf(
    groups.map(([first]) => first!),
    probes,
  );
  const place = new Int32Array(groups.length);
  for (const [at, members] of own.entries()) for (const group of members) place[group] = at;
  const byValue = probes.some(({ tells }) => tells === null);
  const classes = own.map((members) => members.flatMap((group) => groups[group]!));
  const stands = classes.map((list) => list.find((one) => !byValue || isDefinite(one)) ?? null);
  return { unknown, place, stands, members: own, classes };
}

/** A class of a group that stands for all of it, whoever looks: a number where one is told apart by value. */
export const standsFor = (group: readonly Class[]): Class => group.find(isDefinite) ?? group[0]!;

const isDefinite = (one: Class): boolean => one.kind !== 'span' || one.lo === one.hi;

/** Each choice of its unknowns can be computed. */
export function isCountable(sides: readonly Side[]): boolean {
  const product = sides.reduce((all, { classes }) => all * classes.length, 1);
  return product <= MOST_VARIANTS && sides.every(({ stands }) => stands.every((one) => one !== null));
}

/** The sides that are told apart when not all can be: those with few groups first; the others stay open as a whole. */
export function told(sides: readonly Side[]): Side[] {
  const chosen: Side[] = [];
  let product = 1;
  for (const side of [...sides].sort((a, b) => a.classes.length - b.classes.length || a.unknown - b.unknown)) {
    if (product * side.classes.length > MOST_SCENES) break;
    product *= side.classes.length;
    chosen.push(side);
  }
  return chosen;
}

/** Every choice of one group a side, the last side first. */
export function choicesOf(sides: readonly Side[]): number[][] {
  return sides.reduce<number[][]>(
    (all, { classes }) => all.flatMap((some) => classes.map((_, i) => [...some, i])),
    [[]],
  );
}
