import type { Household } from '../../household/household.js';
import type { Group } from '../../model/needs.js';
import { type Batch, readValue } from '../machine/batch.js';
import { coreBlocks, coreCode, runCoreCode, type CoreBlock } from './core.js';
import { encode } from '../input/encode.js';
import { tidy } from '../machine/nums.js';
import { batchFor, keptFor, type Program } from '../program.js';
import { addUp, makeSums, placesOf, type Sums, type TotalsCode } from './places.js';

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
  /** Both columns in the order of the pack's baskets: numbers in a row, not an object a basket. */
  readonly baskets: { readonly reference: readonly number[]; readonly need: readonly number[] };
  readonly groups: Readonly<Record<Group, StepPair>>;
}

/** Enough rows to make kernels cheap, few enough for their columns to stay near. */
const BATCH = 128;

/** Sums of one household: a batch of one. Throws `RefbudgetError('pack')` where the pack has no value for it. */
export function totals(program: Program, household: Household): Totals {
  const batch = batchFor(program, 'one', 1, household.persons.length);
  return totalsOfBatch(program, batch, [household])[0]!;
}

/** Sums of many households, in batches; the same figures as one by one. */
export function* totalsOf(program: Program, households: Iterable<Household>): Iterable<Totals> {
  let waiting: Household[] = [];
  for (const household of households) {
    waiting.push(household);
    if (waiting.length < BATCH) continue;
    for (const one of totalsTogether(program, waiting)) yield one;
    waiting = [];
  }
  if (waiting.length > 0) yield* totalsTogether(program, waiting);
}

function totalsTogether(program: Program, households: readonly Household[]): Totals[] {
  let persons = 0;
  for (const household of households) persons += household.persons.length;
  return totalsOfBatch(program, batchFor(program, 'many', BATCH, persons), households);
}

function totalsOfBatch(program: Program, batch: Batch, households: readonly Household[]): Totals[] {
  tidy(program.compiler.arena);
  encode(program, batch, households);
  runCore(program, batch);
  return readTotals(program, batch);
}

/** The steps that totals need. */
export function runCore(program: Program, batch: Batch): void {
  runCoreCode(codeOfTotals(program, batch).core);
}

/** What totals need of a program. */
export const coreOf = keptFor((program): readonly CoreBlock[] =>
  coreBlocks(program.upToSums, program.lines, program.sums.income),
);

/** Written for the columns of a batch when they are first used. */
const codes = new WeakMap<Batch, TotalsCode>();

function codeOfTotals(program: Program, batch: Batch): TotalsCode {
  let code = codes.get(batch);
  if (code === undefined) {
    const { baskets } = program.model.pack;
    const core = coreOf(program);
    const silence = batch === program.batches.many ? program.silence : null;
    const places = placesOf(baskets, program.lines, program.splits);
    codes.set(
      batch,
      (code = { core: coreCode(batch, core, silence), sums: makeSums(batch, places, core, baskets.length) }),
    );
  }
  return code;
}

/** Sums of a batch whose core has been run. */
function readTotals(program: Program, batch: Batch): Totals[] {
  const { core, sums } = codeOfTotals(program, batch);
  addUp(sums, batch, core.ran);
  const told: Totals[] = [];
  for (let h = 0; h < batch.count; h++) told.push(totalsAt(sums, h, readValue(batch, program.sums.income, h)));
  return told;
}

/** One household's sums, added up over baskets and over groups. */
function totalsAt(sums: Sums, h: number, income: number): Totals {
  const { baskets, cells, stride, references, changes, groups } = sums;
  const byBasket = { reference: zeros(baskets), need: zeros(baskets) };
  groups.fill(0);
  for (let i = 0; i < cells.length; i++) {
    const { basket, group } = cells[i]!;
    const reference = references[i * stride + h]!;
    const need = reference + changes[i * stride + h]!;
    byBasket.reference[basket]! += reference;
    byBasket.need[basket]! += need;
    groups[2 * group]! += reference;
    groups[2 * group + 1]! += need;
  }
  const pair = (group: number): StepPair => ({ reference: groups[2 * group]!, need: groups[2 * group + 1]! });
  const [fixed, living, reserve] = [pair(0), pair(1), pair(2)];
  const need = fixed.need + living.need + reserve.need;
  return {
    reference: fixed.reference + living.reference + reserve.reference,
    need,
    income,
    balance: income - need,
    baskets: byBasket,
    groups: { fixed, living, reserve },
  };
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
