import type { Program } from '../compiled/program.js';
import type { Household } from '../household/household.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { evaluateVariants } from './evaluate-variants.js';
import { dense, type Dense } from './factor.js';
import { cutClasses, groupsOf, probesByUnknown } from './groups.js';
import { partsOf, type Part } from './parts.js';
import { sceneWith, type Probe, type Scene } from './possible/scene.js';
import { WHOLE, type Class, type Unknown } from './unknown.js';
import { variantOf } from './variant.js';

/** A part of the balance is computed for each choice of its unknowns where these are few; else only some are told apart. */
const MOST_VARIANTS = 1_500;
const MOST_SCENES = 96;

/** The balance in parts, each a table over the unknowns it hangs on. */
export interface Tables {
  readonly scene: Scene;
  readonly unknowns: readonly Unknown[];
  /** Of each unknown: groups of classes nothing tells apart. One group = the balance does not hang on it. */
  readonly groups: readonly (readonly (readonly Class[])[])[];
  readonly sizes: readonly number[];
  readonly tables: readonly Dense[];
}

/** How a part sees an unknown it hangs on. */
interface Side {
  readonly unknown: number;
  /** By group of the unknown: which of this part's own, fewer groups it is in. */
  readonly place: Int32Array;
  /** For each own group a class that stands for it; null where numbers of it are told apart by value. */
  readonly stands: readonly (Class | null)[];
  /** For each own group all its classes. */
  readonly classes: readonly (readonly Class[])[];
}

export function tablesOf(program: Program, start: Scene): Tables {
  const unknowns = [...start.unknowns.values()];
  const parts = partsOf(start).map((part) => ({ part, possible: part.possible(start) }));
  const all = probesByUnknown(
    start,
    parts.reduce((some, { possible }) => some | possible.deps, 0n),
  );
  const open = unknowns.map(({ at, fact }) =>
    cutClasses(start.open[at]!, all.get(at) ?? [], fact !== null && WHOLE.has(fact.type)),
  );
  const scene = sceneWith(start, open);
  const groups = open.map((classes, at) =>
    groupsOf(classes, all.get(at) ?? []).map((group) => group.map((i) => classes[i]!)),
  );
  const sizes = groups.map((one) => one.length);
  const bySides = new Map<string, { sides: Side[]; parts: Part[] }>();
  for (const { part, possible } of parts) {
    const own = probesByUnknown(start, possible.deps);
    const sides = [...own]
      .map(([unknown, probes]) => sideOf(unknown, probes, groups[unknown]!))
      .filter((side) => side.classes.length > 1);
    const key = sides.map((side) => `${side.unknown}:${side.place.join()}`).join(' ');
    const known = bySides.get(key);
    if (known === undefined) bySides.set(key, { sides, parts: [part] });
    else known.parts.push(part);
  }
  const parted = [...bySides.values()];
  const exact = parted.filter(({ sides }) => isCountable(sides)).map((one) => choicesFor(scene, unknowns, one));
  const computed = evaluated(program, exact);
  const tables = [
    ...exact.map((one, at) => byVariants(scene, one, computed[at]!, sizes)),
    ...parted
      .filter(({ sides }) => !isCountable(sides))
      .flatMap(({ sides, parts: some }) => some.map((part) => byScenes(scene, part, told(sides), sizes))),
  ];
  return { scene, unknowns, groups, sizes, tables };
}

function sideOf(unknown: number, probes: readonly Probe[], groups: readonly (readonly Class[])[]): Side {
  const own = groupsOf(
    groups.map(([first]) => first!),
    probes,
  );
  const place = new Int32Array(groups.length);
  for (const [at, members] of own.entries()) for (const group of members) place[group] = at;
  const byValue = probes.some(({ tells }) => tells === null);
  const classes = own.map((members) => members.flatMap((group) => groups[group]!));
  const stands = classes.map(
    (list) => list.find((one) => one.kind !== 'span' || one.lo === one.hi || !byValue) ?? null,
  );
  return { unknown, place, stands, classes };
}

/** Each choice of its unknowns can be computed. */
function isCountable(sides: readonly Side[]): boolean {
  const product = sides.reduce((all, { classes }) => all * classes.length, 1);
  return product <= MOST_VARIANTS && sides.every(({ stands }) => stands.every((one) => one !== null));
}

/** The sides that are told apart when not all can be: those with few groups first; the others stay open as a whole. */
function told(sides: readonly Side[]): Side[] {
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
function choicesOf(sides: readonly Side[]): number[][] {
  return sides.reduce<number[][]>(
    (all, { classes }) => all.flatMap((some) => classes.map((_, i) => [...some, i])),
    [[]],
  );
}

/** Parts of the balance with every choice of the unknowns they hang on, and the household that each makes. */
interface Choices {
  readonly sides: readonly Side[];
  readonly parts: readonly Part[];
  readonly choices: readonly (readonly number[])[];
  readonly variants: readonly Household[];
}

function choicesFor(
  { household }: Scene,
  unknowns: readonly Unknown[],
  { sides, parts }: { readonly sides: readonly Side[]; readonly parts: readonly Part[] },
): Choices {
  const choices = choicesOf(sides);
  const variants = choices.map((choice) =>
    variantOf(
      household,
      choice.map((group, i) => ({ unknown: unknowns[sides[i]!.unknown]!, is: sides[i]!.stands[group]! })),
    ),
  );
  return { sides, parts, choices, variants };
}

/** Exactly: as the compiled evaluator computed each choice. Where the pack has no value for one, its span stands in. */
function byVariants(
  scene: Scene,
  { sides, parts, choices }: Choices,
  computed: readonly Float64Array[],
  sizes: readonly number[],
): Dense {
  const lo = new Float64Array(choices.length);
  const hi = new Float64Array(choices.length);
  for (const [at, choice] of choices.entries())
    for (const [p, part] of parts.entries()) {
      const value = computed[p]![at]!;
      const ends = value === value ? { lo: value, hi: value } : part.possible(chosen(scene, sides, choice));
      lo[at]! += ends.lo;
      hi[at]! += ends.hi;
    }
  return asTable(sides, lo, hi, sizes);
}

/** What the parts come to, all computed together; NaN where the pack has no value for a variant: then each is looked at by itself. */
function evaluated(program: Program, all: readonly Choices[]): Float64Array[][] {
  const asked = all.map(({ variants, parts }) => ({ variants, wanted: parts.map((part) => part.wanted) }));
  const together = attempted(program, asked);
  if (together !== null) return together;
  return asked.map((one) => {
    const alone = one.variants.map((variant) => attempted(program, [{ ...one, variants: [variant] }])?.[0] ?? null);
    return one.wanted.map((_, part) => Float64Array.from(alone, (known) => known?.[part]?.[0] ?? NaN));
  });
}

function attempted(program: Program, asked: Parameters<typeof evaluateVariants>[1]): Float64Array[][] | null {
  try {
    return evaluateVariants(program, asked);
  } catch (error) {
    if (error instanceof RefbudgetError) return null;
    throw error;
  }
}

/** Safely: what the part may come to where some unknowns are told apart and all others stay open. */
function byScenes(scene: Scene, part: Part, sides: readonly Side[], sizes: readonly number[]): Dense {
  const choices = choicesOf(sides);
  const ends = choices.map((choice) => part.possible(chosen(scene, sides, choice)));
  return asTable(
    sides,
    Float64Array.from(ends, ({ lo }) => lo),
    Float64Array.from(ends, ({ hi }) => hi),
    sizes,
  );
}

function chosen(scene: Scene, sides: readonly Side[], choice: readonly number[]): Scene {
  const open = [...scene.open];
  for (const [i, group] of choice.entries()) open[sides[i]!.unknown] = sides[i]!.classes[group]!;
  return sceneWith(scene, open);
}

function asTable(sides: readonly Side[], lo: Float64Array, hi: Float64Array, sizes: readonly number[]): Dense {
  return dense(
    {
      scope: sides.map(({ unknown }) => unknown),
      groups: sides.map(({ place }) => place),
      sizes: sides.map(({ classes }) => classes.length),
      lo: lo.map(bounded),
      hi: hi.map(bounded),
    },
    sizes,
  );
}

/** No balance is larger, in steps: stands for an end that is not bounded, so that ends can be added and taken away. */
export const BOUNDLESS = 1e14;

const bounded = (end: number): number => Math.max(-BOUNDLESS, Math.min(BOUNDLESS, end));
