import { truthsOf, valuesOf } from '../compiled/batch.js';
import { encode } from '../compiled/encode.js';
import { tidy } from '../compiled/nums.js';
import { batchFor, type Program } from '../compiled/program.js';
import { YES } from '../compiled/slots.js';
import { runCore } from '../compiled/totals.js';
import type { Household } from '../household/household.js';

/** The needs of some lines and the counted part of some incomes, in steps, added up: what one variant comes to. */
export interface Wanted {
  readonly lines: readonly { readonly need: string; readonly row: number | null; readonly sign: 1 | -1 }[];
  readonly incomes: readonly { readonly kind: string; readonly row: number | null }[];
}

/** As many as `totalsOf` takes at once. */
const BATCH = 128;

/**
 * What each wanted part of the balance comes to for each variant of one household (the same persons in all): incomes
 * less needs, in steps of rounding; `result[part][variant]`. Throws `RefbudgetError('pack')` where the pack has no value.
 */
export function evaluateVariants(
  program: Program,
  variants: readonly Household[],
  wanted: readonly Wanted[],
): Float64Array[] {
  const results = wanted.map(() => new Float64Array(variants.length));
  for (let from = 0; from < variants.length; from += BATCH)
    evaluateSome(program, variants.slice(from, from + BATCH), wanted, results, from);
  return results;
}

function evaluateSome(
  program: Program,
  variants: readonly Household[],
  wanted: readonly Wanted[],
  results: readonly Float64Array[],
  from: number,
): void {
  const persons = variants.reduce((sum, { persons }) => sum + persons.length, 0);
  const batch = batchFor(program, 'many', BATCH, persons);
  tidy(program.compiler.arena);
  encode(program, batch, variants);
  runCore(program, batch);
  const lineOf = new Map(program.lines.map((line) => [line.need.id, line]));
  for (const [part, { lines, incomes }] of wanted.entries()) {
    const into = results[part]!;
    for (const { need, row, sign } of lines) {
      const line = lineOf.get(need)!;
      const there = truthsOf(batch, line.exists);
      const steps = valuesOf(batch, line.paid);
      for (let h = 0; h < variants.length; h++) {
        const at = row === null ? h : batch.start[h]! + row;
        if (there[at] === YES) into[from + h]! -= sign * steps[at]!;
      }
    }
    for (const { kind, row } of incomes) {
      const { counted, listed } = program.incomeOf.get(kind)!;
      const [there, steps] = [truthsOf(batch, listed), valuesOf(batch, counted)];
      for (let h = 0; h < variants.length; h++) {
        const at = row === null ? h : batch.start[h]! + row;
        if (there[at] === YES) into[from + h]! += steps[at]!;
      }
    }
  }
}
