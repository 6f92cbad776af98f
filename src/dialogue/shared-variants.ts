import type { Side } from './sides.js';

/** Sides with each choice of one group a side. */
export interface Choices {
  readonly sides: readonly Side[];
  readonly choices: readonly (readonly number[])[];
}

/** What one variant says: the group of each unknown it says something of, by the unknown's place. */
export type Saying = ReadonlyMap<number, number>;

/** Variants in which all choices are met, and in which of them each is: `of[choices][choice]`. */
export interface Shared {
  readonly sayings: readonly Saying[];
  readonly of: readonly Int32Array[];
}

/** By variant: the groups that an unknown may still be in; undefined = nothing was said of it. */
type Column = (readonly number[] | undefined)[];

/**
 * Variants that many parts share: a part hangs on its own unknowns alone, so what a variant says of others is free for
 * other parts; and where a part does not tell two groups apart, which of them it is stays free too. A covering array,
 * made greedily, the part with most choices first: hardly more variants than that one has choices, where each part by
 * itself would need several times as many.
 */
export function sharedVariants(all: readonly Choices[]): Shared {
  let count = 0;
  const columns = new Map<number, Column>();
  for (const { sides } of all) for (const { unknown } of sides) columns.set(unknown, []);
  const of = all.map(({ choices }) => new Int32Array(choices.length));
  const largestFirst = [...all.keys()].sort((a, b) => all[b]!.choices.length - all[a]!.choices.length);
  for (const at of largestFirst) {
    const { sides, choices } = all[at]!;
    const own = sides.map(({ unknown }) => columns.get(unknown)!);
    // a variant that met one choice seldom meets the next: the search goes on behind it
    let next = 0;
    for (const [c, choice] of choices.entries()) {
      let row = firstFitting(sides, own, choice, next, count);
      if (row < 0) row = firstFitting(sides, own, choice, 0, next);
      if (row < 0) row = count++;
      for (const [s, column] of own.entries()) column[row] = narrowed(sides[s]!, choice[s]!, column[row]);
      of[at]![c] = row;
      next = row + 1;
    }
  }
  return { sayings: Array.from({ length: count }, (_, row) => sayingOf(columns, row)), of };
}

/** The first variant, from one to before another, that can still meet a choice; -1 where none can. */
function firstFitting(
  sides: readonly Side[],
  columns: readonly Column[],
  choice: readonly number[],
  from: number,
  below: number,
): number {
  for (let row = from; row < below; row++) {
    let s = 0;
    while (s < sides.length && fits(sides[s]!.place, choice[s]!, columns[s]![row])) s++;
    if (s === sides.length) return row;
  }
  return -1;
}

function fits(place: Int32Array, wanted: number, still: readonly number[] | undefined): boolean {
  if (still === undefined) return true;
  for (const group of still) if (place[group] === wanted) return true;
  return false;
}

const narrowed = ({ place, members }: Side, wanted: number, still: readonly number[] | undefined): readonly number[] =>
  still === undefined ? members[wanted]! : still.filter((group) => place[group] === wanted);

function sayingOf(columns: ReadonlyMap<number, Column>, row: number): Saying {
  const saying = new Map<number, number>();
  for (const [unknown, column] of columns) {
    const group = column[row]?.[0];
    if (group !== undefined) saying.set(unknown, group);
  }
  return saying;
}
