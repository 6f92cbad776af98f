import { Exact } from '../../decimal/exact.js';
import { type Batch, readTruth, readValue } from '../machine/batch.js';
import { saidOf } from '../machine/said.js';
import { saidBill } from './bill-amounts.js';
import type { Compiler } from '../compiler/compiler.js';
import { monthFraction, nearest, scaled, type Fraction } from '../machine/fractions.js';
import { timesAYear } from './incomes.js';
import { type Num } from '../machine/nums.js';
import { YES } from '../machine/slots.js';
import { exactSteps, lineStep } from '../compiler/steps.js';
import type { BillSplit } from './split.js';

export interface Shares {
  readonly line: number[];
  readonly row: number[];
  readonly reference: number[];
}

/** The lines one payer's bill stands in for, and their references. */
export function gather(batch: Batch, split: BillSplit, row: number, h: number, shares: Shares): number {
  let sum = 0;
  shares.line.length = shares.row.length = shares.reference.length = 0;
  for (let i = 0; i < split.lines.length; i++) {
    if (split.lines[i]!.rows === 'household') sum += take(batch, split, i, h, shares);
    else if (split.bill.for === 'person') sum += take(batch, split, i, row, shares);
    else for (const p of membersById(batch, h)) sum += take(batch, split, i, p, shares);
  }
  return sum;
}

function take(batch: Batch, split: BillSplit, line: number, row: number, shares: Shares): number {
  const { exists, reference } = split.lines[line]!;
  if (readTruth(batch, exists, row) !== YES) return 0;
  const steps = readValue(batch, reference, row);
  shares.line.push(line);
  shares.row.push(row);
  shares.reference.push(steps);
  return steps;
}

/** Rows of the members, in the order of their ids: that is how ties are broken. */
function membersById(batch: Batch, h: number): readonly number[] {
  const { persons } = batch.households[h]!;
  const start = batch.start[h]!;
  const rows: number[] = [];
  let inOrder = true;
  for (let i = 0; i < batch.members[h]!; i++) {
    rows.push(start + i);
    inOrder &&= i === 0 || persons[i - 1]!.id < persons[i]!.id;
  }
  return inOrder ? rows : rows.sort((a, b) => (persons[a - start]!.id < persons[b - start]!.id ? -1 : 1));
}

/**
 * A split in whole numbers: the bill is a fraction of steps, and all products stay below 2^53. Null where they do not.
 * A share is bill × weight / total; what is left of each beyond whole steps is compared as a whole number.
 */
export function wholeSplit(bill: Fraction | null, sum: number, shares: Shares): number[] | null {
  if (bill === null) return null;
  const total = sum > 0 ? sum : shares.reference.length;
  const unit = bill.d * total;
  if (bill.n * Math.max(sum, 1) * 2 >= 2 ** 53 || unit * 2 >= 2 ** 53) return null;
  const parts: number[] = [];
  const rest: number[] = [];
  for (const reference of shares.reference) {
    const share = bill.n * (sum > 0 ? reference : 1);
    const steps = Math.floor(share / unit);
    parts.push(steps);
    rest.push(share - steps * unit);
  }
  return handOut(parts, rest, nearest(bill));
}

/** What a household said of a bill as a fraction of steps, a month or a year. */
export function saidSteps(c: Compiler, batch: Batch, split: BillSplit, row: number, months: number): Fraction | null {
  const { bill, amount } = split;
  if (saidOf(batch, amount.raw, row) !== undefined) return null;
  const said = saidBill(batch, bill.id, bill.for, row);
  if (said === undefined) return null;
  const month = monthFraction(said, timesAYear(c, said, null));
  const { times, over } = lineStep(c).size;
  return month === null ? null : scaled(month, times * months, over);
}

/** The same with exact decimals. */
export function exactSplit(c: Compiler, bill: Num, sum: number, shares: Shares): number[] {
  const { num } = lineStep(c);
  const total = sum > 0 ? new Exact(sum) : new Exact(shares.reference.length);
  const exact = shares.reference.map((reference) =>
    bill.value
      .times(sum > 0 ? reference : 1)
      .div(total)
      .div(num.value)
      .toDecimalPlaces(24),
  );
  const parts = exact.map((part) => part.floor().toNumber());
  const rest = exact.map((part, i) => part.minus(parts[i]!));
  return handOut(parts, rest, exactSteps(c, bill));
}

/** Missing steps go one each to the largest remainders; of equals the first. */
function handOut(parts: number[], rest: readonly (number | Exact)[], bill: number): number[] {
  let missing = bill - parts.reduce((sum, part) => sum + part, 0);
  const order = parts.map((_, i) => i);
  const size = (a: number | Exact, b: number | Exact): number =>
    typeof a === 'number' ? Number(b) - a : new Exact(b).comparedTo(a);
  order.sort((a, b) => size(rest[a]!, rest[b]!) || a - b);
  for (const i of order) {
    if (missing <= 0) break;
    parts[i]!++;
    missing--;
  }
  return parts;
}
