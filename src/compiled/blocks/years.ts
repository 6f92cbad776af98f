import { ULP } from '../machine/bounds.js';
import { type Batch, readError, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { saidBill } from '../lines/bill-amounts.js';
import type { BillSplit } from '../lines/split.js';
import { exactSplit, gather, saidSteps, wholeSplit } from '../lines/bill-shares.js';
import { yearOf } from '../lines/incomes.js';
import type { Line } from '../lines/line.js';
import { multiply, whole, type Num } from '../machine/nums.js';
import type { Program } from '../program.js';
import { YES } from '../machine/slots.js';
import { exactSteps, stepsIn } from '../compiler/steps.js';

/** A line's year in steps: its exact amount × 12, rounded once. */
export function yearReference(program: Program, batch: Batch, line: Line, row: number): number {
  const c = program.compiler;
  const value = readValue(batch, line.value, row) * 12;
  const error = readError(batch, line.value, row) * 12;
  const bound = error === 0 && Number.isInteger(value) ? 0 : error * (1 + ULP) + Math.abs(value) * ULP;
  return stepsIn(c, value, bound, () => multiply(c.arena, readExact(batch, line.value, row), whole(c.arena, 12)));
}

/** A line's part of a bill's year, in steps: the exact yearly value, split as the month is. */
export function yearPart(program: Program, batch: Batch, split: BillSplit, at: number, row: number): number {
  const line = split.lines[at]!;
  const household = line.rows === 'person' ? batch.household[row]! : row;
  const payer = split.bill.for === 'household' ? household : row;
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  const sum = gather(batch, split, payer, household, shares);
  const place = shares.line.findIndex((one, i) => one === at && shares.row[i] === row);
  const c = program.compiler;
  if (shares.line.length === 1) return exactSteps(c, yearOfBill(program, batch, split, payer));
  const parts =
    wholeSplit(saidSteps(c, batch, split, payer, 12), sum, shares) ??
    exactSplit(c, yearOfBill(program, batch, split, payer), sum, shares);
  return parts[place]!;
}

function yearOfBill(program: Program, batch: Batch, split: BillSplit, payer: number): Num {
  const c = program.compiler;
  const said = saidBill(batch, split.bill.id, split.bill.for, payer);
  if (said !== undefined) return yearOf(c, said);
  return multiply(c.arena, readExact(batch, split.amount.final, payer), whole(c.arena, 12));
}

export function isTaken(batch: Batch, split: BillSplit, at: number, row: number): boolean {
  return readTruth(batch, split.taken[at]!, row) === YES;
}
