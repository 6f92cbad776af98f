import type { Household } from '../household/household.js';
import type { Group } from '../model/needs.js';
import { rowsIn, valuesOf, type Batch } from './batch.js';
import { runBlocks } from './core.js';
import { addPair } from './kernels/lines.js';
import { encode } from './encode.js';
import { tidy } from './nums.js';
import { batchFor, type Program } from './program.js';
import { GROUPS } from './totals-places.js';

/** Two columns in steps of rounding (cents where a line is rounded to 0.01). */
export interface StepPair {
  readonly reference: number;
  readonly need: number;
}

/** Sums of a household a month, each a whole number of rounding steps (`pack.rounding.lines`). */
export interface Totals {
  readonly reference: number;
  readonly need: number;
  readonly income: number;
  readonly balance: number;
  /** In the order of the pack's baskets. */
  readonly baskets: readonly StepPair[];
  readonly groups: Readonly<Record<Group, StepPair>>;
}

/** Enough rows to make steps cheap, few enough for their columns to stay near. */
const BATCH = 128;

/** Sums of one household: a batch of one. Throws `RefbudgetError('pack')` where the pack has no value for it. */
export function totals(program: Program, household: Household): Totals {
  const batch = batchFor(program, 'one', 1, household.persons.length);
  tidy(program.compiler.arena);
  encode(program, batch, [household]);
  runCore(program, batch);
  return readTotals(program, batch)[0]!;
}

/** Sums of many households, in batches; the same figures as one by one. */
export function* totalsOf(program: Program, households: Iterable<Household>): Iterable<Totals> {
  let waiting: Household[] = [];
  for (const household of households) {
    waiting.push(household);
    if (waiting.length < BATCH) continue;
    yield* totalsOfBatch(program, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield* totalsOfBatch(program, waiting);
}

function totalsOfBatch(program: Program, households: readonly Household[]): Totals[] {
  let persons = 0;
  for (const household of households) persons += household.persons.length;
  const batch = batchFor(program, 'many', BATCH, persons);
  tidy(program.compiler.arena);
  encode(program, batch, households);
  runCore(program, batch);
  return readTotals(program, batch);
}

/** The steps that totals need. */
export function runCore(program: Program, batch: Batch): void {
  runBlocks(batch, program.core);
}

/** Sums of a batch that has been run. */
export function readTotals(program: Program, batch: Batch): Totals[] {
  const { count } = batch;
  const { baskets } = program.model.pack;
  const width = baskets.length + GROUPS.length;
  const references = new Float64Array(count * width);
  const needs = new Float64Array(count * width);
  for (const { line, basket, group, sign } of program.places) {
    const reference = valuesOf(batch, line.reference);
    const paid = valuesOf(batch, line.paid);
    const household = line.rows === 'person' ? batch.household : null;
    const n = rowsIn(batch, line.rows);
    addPair(references, needs, reference, paid, household, basket, group, width, sign, n);
  }
  const incomes = valuesOf(batch, program.sums.income);
  const told: Totals[] = [];
  for (let h = 0; h < count; h++) told.push(totalsAt(references, needs, incomes[h]!, h * width, baskets.length));
  return told;
}

/** One household's sums, which begin at `start`. */
function totalsAt(
  references: Float64Array,
  needs: Float64Array,
  income: number,
  start: number,
  baskets: number,
): Totals {
  const inBaskets: StepPair[] = [];
  for (let at = start; at < start + baskets; at++) inBaskets.push({ reference: references[at]!, need: needs[at]! });
  const at = start + baskets;
  const need = needs[at]! + needs[at + 1]! + needs[at + 2]!;
  return {
    reference: references[at]! + references[at + 1]! + references[at + 2]!,
    need,
    income,
    balance: income - need,
    baskets: inBaskets,
    groups: {
      fixed: { reference: references[at]!, need: needs[at]! },
      living: { reference: references[at + 1]!, need: needs[at + 1]! },
      reserve: { reference: references[at + 2]!, need: needs[at + 2]! },
    },
  };
}
