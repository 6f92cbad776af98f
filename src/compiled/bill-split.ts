import { Exact } from '../decimal/exact.js';
import { isValid } from '../model/model.js';
import type { Bill } from '../model/needs.js';
import { SNAP } from './bounds.js';
import { errorsOf, readExact, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { billAmount, saidBill, type BillAmount } from './bill-amounts.js';
import { addStep, definition, noted, numberSlot, truthSlot, type Compiler } from './compiler.js';
import { monthFraction, nearest, scaled, type Fraction } from './fractions.js';
import { timesAYear } from './incomes.js';
import { lineOf, type Line } from './lines.js';
import { patchLine, settleLine } from './line-run.js';
import { divide, multiply, snapped, whole, type Num } from './nums.js';
import { KNOWN, NO_STATUS, YES, type NumberSlot, type TruthSlot } from './slots.js';
import { exactSteps, lineStep, stepsIn } from './steps.js';

/** A bill with the lines it stands in for. */
export interface BillSplit {
  readonly at: number;
  readonly bill: Bill;
  readonly amount: BillAmount;
  readonly lines: readonly Line[];
  /** Per line: its part of the bill, in steps, where `has` is yes. */
  readonly parts: readonly NumberSlot[];
  readonly has: readonly TruthSlot[];
  /** Per line: the part is its need. */
  readonly taken: readonly TruthSlot[];
  /** Per payer: sum of the references it stands in for, in steps; -1 = no line. */
  readonly references: NumberSlot;
}

export function billsOf(c: Compiler): readonly Bill[] {
  return noted(c, 'bills', () => c.model.bills.filter((bill) => isValid(bill, c.month)));
}

/** The bill that may stand in for a need's lines. */
export function billFor(c: Compiler, need: string): Bill | null {
  return billsOf(c).find((bill) => bill.replaces.includes(need)) ?? null;
}

/** The need column of a line, with the bill that fills it compiled. */
export function settledNeed(c: Compiler, line: Line): NumberSlot {
  const bill = billFor(c, line.need.id);
  if (bill !== null) billSplit(c, bill);
  return line.paid;
}

export function billSplit(c: Compiler, bill: Bill): BillSplit {
  return noted(c, `split ${bill.id}`, () => {
    const amount = billAmount(c, bill.id);
    const lines = bill.replaces
      .filter((id) => c.model.needs.some((need) => need.id === id && isValid(need, c.month)))
      .map((id) => lineOf(c, definition(c, 'need', c.model.needs, id)));
    const truths = (): TruthSlot[] =>
      lines.map((line) => truthSlot(c, { rows: line.rows, reads: [], mayBeUndecided: false, probe: null }));
    const column = (rows: Line['rows']): NumberSlot => {
      const slot: NumberSlot = numberSlot(c, {
        rows,
        reads: [],
        stateful: false,
        whole: true,
        status: NO_STATUS,
        exact: (batch, row) => whole(c.arena, valuesOf(batch, slot)[row]!),
      });
      return slot;
    };
    const split: BillSplit = {
      at: billsOf(c).indexOf(bill),
      bill,
      amount,
      lines,
      parts: lines.map((line) => column(line.rows)),
      has: truths(),
      taken: truths(),
      references: column(bill.for),
    };
    addStep(c, {
      reads: [amount.final, ...lines.flatMap((line) => [line.reference, line.exists])],
      writes: [...lines.map((line) => line.paid), ...split.parts, ...split.has, ...split.taken, split.references],
      run: (batch) => runSplit(c, batch, split),
    });
    return split;
  });
}

function runSplit(c: Compiler, batch: Batch, split: BillSplit): void {
  for (const [i, line] of split.lines.entries()) {
    settleLine(batch, line);
    const n = line.rows === 'person' ? batch.persons : batch.count;
    truthsOf(batch, split.has[i]!).fill(0, 0, n);
    truthsOf(batch, split.taken[i]!).fill(0, 0, n);
  }
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  for (let h = 0; h < batch.count; h++) {
    if (split.bill.for === 'household') runOne(c, batch, split, h, h, shares);
    else for (let p = 0; p < batch.members[h]!; p++) runOne(c, batch, split, batch.start[h]! + p, h, shares);
  }
  for (const line of split.lines) patchLine(batch, line);
}

export interface Shares {
  readonly line: number[];
  readonly row: number[];
  readonly reference: number[];
}

/** The lines one payer's bill stands in for, and their references. */
export function gather(batch: Batch, split: BillSplit, row: number, h: number, shares: Shares): number {
  let sum = 0;
  shares.line.length = shares.row.length = shares.reference.length = 0;
  const take = (line: number, at: number): void => {
    const { exists, reference } = split.lines[line]!;
    if (truthsOf(batch, exists)[at] !== YES) return;
    const steps = valuesOf(batch, reference)[at]!;
    shares.line.push(line);
    shares.row.push(at);
    shares.reference.push(steps);
    sum += steps;
  };
  for (let i = 0; i < split.lines.length; i++) {
    if (split.lines[i]!.rows === 'household') take(i, h);
    else if (split.bill.for === 'person') take(i, row);
    else for (const p of membersById(batch, h)) take(i, p);
  }
  return sum;
}

/** Rows of the members, in the order of their ids: that is how ties are broken. */
function membersById(batch: Batch, h: number): readonly number[] {
  const { persons } = batch.households[h]!;
  const start = batch.start[h]!;
  const rows: number[] = [];
  for (let i = 0; i < batch.members[h]!; i++) rows.push(start + i);
  return rows.sort((a, b) => (persons[a - start]!.id < persons[b - start]!.id ? -1 : 1));
}

function runOne(c: Compiler, batch: Batch, split: BillSplit, row: number, h: number, shares: Shares): void {
  const { bill, amount } = split;
  const references = valuesOf(batch, split.references);
  references[row] = -1;
  if (!isPaid(batch, amount, row)) return;
  const sum = gather(batch, split, row, h, shares);
  if (shares.line.length === 0) return;
  references[row] = sum;
  const nums = batch.billNums[split.at]!;
  if (batch.before !== null) nums[row] = followed(c, batch, split, row, sum, nums[row]);
  const moved = nums[row];
  const value = moved === undefined ? valuesOf(batch, amount.final)[row]! : moved.value.toNumber();
  const error = moved === undefined ? errorsOf(batch, amount.final)[row]! : Math.abs(value) * 2 ** -52;
  const exact = (): Num => moved ?? readExact(batch, amount.final, row);
  const stands = standsIn(c, bill, value, error, sum, exact);
  const parts =
    shares.line.length === 1
      ? [stepsIn(c, value, error, exact)]
      : ((moved === undefined ? wholeSplit(saidSteps(c, batch, split, row, 1), sum, shares) : null) ??
        exactSplit(c, exact(), sum, shares));
  for (let i = 0; i < shares.line.length; i++) {
    const line = shares.line[i]!;
    const at = shares.row[i]!;
    valuesOf(batch, split.parts[line]!)[at] = parts[i]!;
    truthsOf(batch, split.has[line]!)[at] = YES;
    if (!stands) continue;
    truthsOf(batch, split.taken[line]!)[at] = YES;
    valuesOf(batch, split.lines[line]!.paid)[at] = parts[i]!;
  }
}

/** Somebody said the bill (or its `assume` stands in). */
export function isPaid(batch: Batch, amount: BillAmount, row: number): boolean {
  return !amount.final.stateful || statesOf(batch, amount.final)[row] === KNOWN;
}

/** The bill as it is in this run: in a lever's run a bill that follows falls with its references. */
function followed(
  c: Compiler,
  batch: Batch,
  split: BillSplit,
  row: number,
  sum: number,
  now: Num | undefined,
): Num | undefined {
  if (batch.before === null || !split.bill.follows || batch.setBills.has(split.at)) return undefined;
  const before = batch.before[split.at]![row]!;
  if (!(sum < before) || before <= 0) return now;
  const bill = now ?? readExact(batch, split.amount.final, row);
  return divide(c.arena, multiply(c.arena, bill, whole(c.arena, sum)), whole(c.arena, before), split.bill.id);
}

/** Whether the bill stands in for its references, or `take` keeps them. */
function standsIn(c: Compiler, bill: Bill, value: number, error: number, sum: number, exact: () => Num): boolean {
  if (bill.take === 'bill') return true;
  if (bill.take === 'reference') return false;
  const { num, size } = lineStep(c);
  const references = (sum * size.over) / size.times;
  const near = !(Math.abs(value - references) > error + Math.abs(references) * 2 ** -50 + SNAP);
  const order = near ? snapped(exact()).comparedTo(num.value.times(sum)) : value - references;
  return bill.take === 'larger' ? order >= 0 : order <= 0;
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
  if (batch.said[amount.raw.column]![row] !== undefined) return null;
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
