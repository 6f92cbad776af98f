import type { Program } from '../compiled/program.js';
import { computedParts, type PartChoices } from './computed.js';
import { dense, type Dense } from './factor.js';
import { cutClasses, groupsOf, probesByUnknown } from './groups.js';
import { partsOf, type Part } from './parts.js';
import { narrowed, type Scene } from './possible/scene.js';
import { choicesOf, isCountable, sideOf, told, type Side } from './sides.js';
import { WHOLE, type Class, type Unknown } from './unknown.js';

/** The balance in parts, each a table over the unknowns it hangs on. */
export interface Tables {
  readonly scene: Scene;
  readonly unknowns: readonly Unknown[];
  /** Of each unknown: groups of classes nothing tells apart. One group = the balance does not hang on it. */
  readonly groups: readonly (readonly (readonly Class[])[])[];
  readonly sizes: readonly number[];
  readonly tables: readonly Dense[];
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
  const scene = narrowed(start, open);
  const groups = open.map((classes, at) =>
    groupsOf(classes, all.get(at) ?? []).map((group) => group.map((i) => classes[i]!)),
  );
  const sizes = groups.map((one) => one.length);
  // with those that tell the same groups apart, unless it is by their value
  const bySides = new Map<string, { sides: Side[]; parts: Part[] }>();
  for (const { part, possible } of parts) {
    const own = probesByUnknown(start, possible.deps);
    const sides = [...own]
      .map(([unknown, probes]) => sideOf(unknown, probes, groups[unknown]!))
      .filter((side) => side.classes.length > 1);
    const key = sides
      .map(({ unknown, place, stands }) => `${unknown}:${place.join()}${stands.includes(null) ? '=' : ''}`)
      .join(' ');
    const known = bySides.get(key);
    if (known === undefined) bySides.set(key, { sides, parts: [part] });
    else known.parts.push(part);
  }
  const parted = [...bySides.values()];
  const exact = parted
    .filter(({ sides }) => isCountable(sides))
    .map((one): PartChoices => ({ ...one, choices: choicesOf(one.sides) }));
  const computed = computedParts(program, scene, unknowns, groups, exact);
  const tables = [
    ...exact.map((one, at) => byVariants(scene, one, computed[at]!, sizes)),
    ...parted
      .filter(({ sides }) => !isCountable(sides))
      .flatMap(({ sides, parts: some }) => some.map((part) => byScenes(scene, part, told(sides), sizes))),
  ];
  return { scene, unknowns, groups, sizes, tables };
}

/** Exactly: as the compiled evaluator computed each choice. Where the pack has no value for one, its span stands in. */
function byVariants(
  scene: Scene,
  { sides, parts, choices }: PartChoices,
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
  return narrowed(scene, open);
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
