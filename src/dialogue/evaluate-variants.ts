import { truthsOf, valuesOf, type Batch } from '../compiled/machine/batch.js';
import { encode } from '../compiled/input/encode.js';
import type { Line } from '../compiled/lines/line.js';
import { tidy } from '../compiled/machine/nums.js';
import { batchFor, type Program } from '../compiled/program.js';
import { YES } from '../compiled/machine/slots.js';
import { runCore } from '../compiled/totals/totals.js';
import type { Household } from '../household/household.js';

/** The needs of some lines and the counted part of some incomes, in steps, added up: what one variant comes to. */
export interface Wanted {
  readonly lines: readonly { readonly need: string; readonly row: number | null; readonly sign: 1 | -1 }[];
  readonly incomes: readonly { readonly kind: string; readonly row: number | null }[];
}

/** Parts that are asked of some of the variants, each by its place. */
export interface Asked {
  readonly of: ArrayLike<number>;
  readonly wanted: readonly Wanted[];
}

/** As many as `totalsOf` takes at once. */
const BATCH = 128;

/**
 * What each wanted part of the balance comes to for the variants of one household (the same persons in all) that it is
 * asked of: incomes less needs, in steps of rounding; `result[asked][part][i]` for the variant `asked.of[i]`. Throws
 * `RefbudgetError('pack')` where the pack has no value for a variant.
 */
export function evaluateVariants(
  program: Program,
  variants: readonly Household[],
  asked: readonly Asked[],
): Float64Array[][] {
  const results = asked.map(({ of, wanted }) => wanted.map(() => new Float64Array(of.length)));
  const lineOf = new Map(program.lines.map((line) => [line.need.id, line]));
  for (let from = 0; from < variants.length; from += BATCH) {
    const batch = computed(program, variants.slice(from, from + BATCH));
    for (const [a, { of, wanted }] of asked.entries())
      for (let i = 0; i < of.length; i++) {
        const h = of[i]! - from;
        if (h < 0 || h >= BATCH) continue;
        for (const [part, one] of wanted.entries()) results[a]![part]![i] = partAt(program, batch, lineOf, one, h);
      }
  }
  return results;
}

function computed(program: Program, variants: readonly Household[]): Batch {
  const persons = variants.reduce((sum, household) => sum + household.persons.length, 0);
  const batch = batchFor(program, 'many', BATCH, persons);
  tidy(program.compiler.arena);
  encode(program, batch, variants);
  runCore(program, batch);
  return batch;
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
