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
  const tables = [...bySides.values()].flatMap((one) => tablesFor(program, scene, unknowns, one, sizes));
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

function tablesFor(
  program: Program,
  scene: Scene,
  unknowns: readonly Unknown[],
  { sides, parts }: { readonly sides: readonly Side[]; readonly parts: readonly Part[] },
  sizes: readonly number[],
): Dense[] {
  const product = sides.reduce((all, { classes }) => all * classes.length, 1);
  const isFinite = sides.every(({ stands }) => stands.every((one) => one !== null));
  if (isFinite && product <= MOST_VARIANTS) return [byVariants(program, scene, unknowns, sides, parts, sizes)];
  return parts.map((part) => byScenes(scene, part, told(sides), sizes));
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

/** Exactly: the compiled evaluator computes each choice. Where the pack has no value for one, its span stands in. */
function byVariants(
  program: Program,
  scene: Scene,
  unknowns: readonly Unknown[],
  sides: readonly Side[],
  parts: readonly Part[],
  sizes: readonly number[],
): Dense {
  const choices = choicesOf(sides);
  const variants = choices.map((choice) =>
    variantOf(
      scene.household,
      choice.map((group, i) => ({ unknown: unknowns[sides[i]!.unknown]!, is: sides[i]!.stands[group]! })),
    ),
  );
  const lo = new Float64Array(choices.length);
  const hi = new Float64Array(choices.length);
  const computed = evaluated(program, variants, parts);
  for (const [at, choice] of choices.entries())
    for (const [p, part] of parts.entries()) {
      const value = computed[p]![at]!;
      const ends = value === value ? { lo: value, hi: value } : part.possible(chosen(scene, sides, choice));
      lo[at]! += ends.lo;
      hi[at]! += ends.hi;
    }
  return asTable(sides, lo, hi, sizes);
}

/** What the parts come to; NaN where the pack has no value for a variant. */
function evaluated(program: Program, variants: readonly Household[], parts: readonly Part[]): Float64Array[] {
  const wanted = parts.map((part) => part.wanted);
  try {
    return evaluateVariants(program, variants, wanted);
  } catch (error) {
    if (!(error instanceof RefbudgetError)) throw error;
    const alone = variants.map((variant) => {
      try {
        return evaluateVariants(program, [variant], wanted);
      } catch (fault) {
        if (!(fault instanceof RefbudgetError)) throw fault;
        return wanted.map(() => Float64Array.of(NaN));
      }
    });
    return wanted.map((_, p) => Float64Array.from(alone, (one) => one[p]![0]!));
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
