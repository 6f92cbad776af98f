import type { Household } from '../household/household.js';
import type { Group } from '../model/needs.js';
import { valuesOf, type Batch } from './batch.js';
import { encode } from './encode.js';
import { tidy } from './nums.js';
import { batchFor, type Program } from './program.js';

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

const BATCH = 512;
const GROUPS: readonly Group[] = ['fixed', 'living', 'reserve'];

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
  const { steps, core } = program;
  for (let i = 0; i < core; i++) steps[i]!.run(batch);
}

/** Sums of a batch that has been run. */
export function readTotals(program: Program, batch: Batch): Totals[] {
  const { count } = batch;
  const { baskets } = program.model.pack;
  const width = baskets.length + GROUPS.length;
  const references = new Float64Array(count * width);
  const needs = new Float64Array(count * width);
  for (const line of program.lines) {
    if (line.need.optional) continue;
    const basket = baskets.indexOf(line.need.basket);
    const group = baskets.length + GROUPS.indexOf(line.need.pays);
    const sign = line.need.credit ? -1 : 1;
    const household = line.rows === 'person' ? batch.household : null;
    const n = line.rows === 'person' ? batch.persons : count;
    addInto(references, valuesOf(batch, line.reference), household, basket, group, width, sign, n);
    addInto(needs, valuesOf(batch, line.paid), household, basket, group, width, sign, n);
  }
  const { sums } = program;
  const told: Totals[] = [];
  for (let h = 0; h < count; h++) {
    const pair = (at: number): StepPair => ({
      reference: references[h * width + at]!,
      need: needs[h * width + at]!,
    });
    const inBaskets: StepPair[] = [];
    for (let i = 0; i < baskets.length; i++) inBaskets.push(pair(i));
    told.push({
      reference:
        pair(baskets.length).reference + pair(baskets.length + 1).reference + pair(baskets.length + 2).reference,
      need: valuesOf(batch, sums.need)[h]!,
      income: valuesOf(batch, sums.income)[h]!,
      balance: valuesOf(batch, sums.balance)[h]!,
      baskets: inBaskets,
      groups: {
        fixed: pair(baskets.length),
        living: pair(baskets.length + 1),
        reserve: pair(baskets.length + 2),
      },
    });
  }
  return told;
}

/** Adds a column of steps into its basket and its group of each household. */
function addInto(
  into: Float64Array,
  from: Float64Array,
  household: Int32Array | null,
  basket: number,
  group: number,
  width: number,
  sign: number,
  n: number,
): void {
  for (let row = 0; row < n; row++) {
    const steps = sign * from[row]!;
    const at = (household === null ? row : household[row]!) * width;
    into[at + basket]! += steps;
    into[at + group]! += steps;
  }
}
