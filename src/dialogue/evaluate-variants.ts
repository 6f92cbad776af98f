import { truthsOf, valuesOf, type Batch } from '../compiled/machine/batch.js';
import { encode } from '../compiled/input/encode.js';
import type { Line } from '../compiled/lines/lines.js';
import { tidy } from '../compiled/machine/nums.js';
import { batchFor, type Program } from '../compiled/program.js';
import { YES } from '../compiled/machine/slots.js';
import { runCore } from '../compiled/lines/totals.js';
import type { Household } from '../household/household.js';

/** The needs of some lines and the counted part of some incomes, in steps, added up: what one variant comes to. */
export interface Wanted {
  readonly lines: readonly { readonly need: string; readonly row: number | null; readonly sign: 1 | -1 }[];
  readonly incomes: readonly { readonly kind: string; readonly row: number | null }[];
}

/** Variants of one household, and the parts that each is asked for. */
export interface Asked {
  readonly variants: readonly Household[];
  readonly wanted: readonly Wanted[];
}

/** As many as `totalsOf` takes at once. */
const BATCH = 128;

/**
 * What each wanted part of the balance comes to for each variant of one household (the same persons in all): incomes
 * less needs, in steps of rounding; `result[asked][part][variant]`. All that are asked are computed together, in as few
 * batches as they fill. Throws `RefbudgetError('pack')` where the pack has no value for one.
 */
export function evaluateVariants(program: Program, asked: readonly Asked[]): Float64Array[][] {
  const results = asked.map(({ variants, wanted }) => wanted.map(() => new Float64Array(variants.length)));
  const all = asked.flatMap(({ variants }, of) => variants.map((household, at): Place => ({ of, at, household })));
  for (let from = 0; from < all.length; from += BATCH)
    evaluateSome(program, all.slice(from, from + BATCH), asked, results);
  return results;
}

/** A variant: of which asking, and where among its variants. */
interface Place {
  readonly of: number;
  readonly at: number;
  readonly household: Household;
}

function evaluateSome(
  program: Program,
  places: readonly Place[],
  asked: readonly Asked[],
  results: readonly (readonly Float64Array[])[],
): void {
  const persons = places.reduce((sum, { household }) => sum + household.persons.length, 0);
  const batch = batchFor(program, 'many', BATCH, persons);
  tidy(program.compiler.arena);
  encode(
    program,
    batch,
    places.map(({ household }) => household),
  );
  runCore(program, batch);
  const lineOf = new Map(program.lines.map((line) => [line.need.id, line]));
  for (let first = 0; first < places.length;) {
    const { of, at } = places[first]!;
    let end = first;
    while (end < places.length && places[end]!.of === of) end++;
    for (const [part, wanted] of asked[of]!.wanted.entries())
      for (let h = first; h < end; h++) results[of]![part]![at + h - first] = partAt(program, batch, lineOf, wanted, h);
    first = end;
  }
}

/** A part of the balance of one household of the batch. */
function partAt(
  program: Program,
  batch: Batch,
  lineOf: ReadonlyMap<string, Line>,
  { lines, incomes }: Wanted,
  h: number,
): number {
  let sum = 0;
  const rowOf = (row: number | null): number => (row === null ? h : batch.start[h]! + row);
  for (const { need, row, sign } of lines) {
    const line = lineOf.get(need)!;
    const at = rowOf(row);
    if (truthsOf(batch, line.exists)[at] === YES) sum -= sign * valuesOf(batch, line.paid)[at]!;
  }
  for (const { kind, row } of incomes) {
    const { counted, listed } = program.incomeOf.get(kind)!;
    const at = rowOf(row);
    if (truthsOf(batch, listed)[at] === YES) sum += valuesOf(batch, counted)[at]!;
  }
  return sum;
}
