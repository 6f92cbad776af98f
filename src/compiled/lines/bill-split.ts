import { isValid } from '../../model/model.js';
import type { Bill } from '../../model/needs.js';
import { SNAP } from '../machine/bounds.js';
import {
  type Batch,
  readError,
  readState,
  readValue,
  rowsIn,
  statesOf,
  truthsOf,
  valuesOf,
  writeTruth,
  writeValue,
} from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { billAmount, type BillAmount } from './bill-amounts.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { numberSlot, truthSlot } from '../compiler/new-slots.js';
import { fill } from '../kernels/fill.js';
import { lineOf } from './lines.js';
import type { Line } from './line.js';
import { patchLine, writeSettling } from './line-run.js';
import { doubleOf, divide, multiply, snapped, whole, type Num } from '../machine/nums.js';
import { KNOWN, NO_STATUS, YES, type NumberSlot, type Run, type TruthSlot } from '../machine/slots.js';
import { lineStep, stepsIn } from '../compiler/steps.js';
import type { BillSplit } from './split.js';
import { type Shares, gather, wholeSplit, saidSteps, exactSplit } from './bill-shares.js';

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
        exact: (batch, row) => whole(c.arena, readValue(batch, slot, row)),
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
      beyondColumns: true,
      write: (to) => {
        for (const line of lines) writeSettling(to, line);
        to.run(splitting(c, to.batch, split));
      },
    });
    return split;
  });
}

function splitting(c: Compiler, batch: Batch, split: BillSplit): Run {
  const { bill, amount, lines } = split;
  const parted = [...split.has, ...split.taken].map((slot) => ({ rows: slot.rows, t: truthsOf(batch, slot) }));
  const references = valuesOf(batch, split.references);
  const states = statesOf(batch, amount.final);
  const shares = { line: [] as number[], row: [] as number[], reference: [] as number[] };
  const isSaid = (): boolean => {
    const n = rowsIn(batch, bill.for);
    for (let row = 0; row < n; row++) if (states[row] === KNOWN) return true;
    return false;
  };
  const one = (row: number, h: number): void => {
    references[row] = -1;
    if (amount.final.stateful && states[row] !== KNOWN) return;
    const sum = gather(batch, split, row, h, shares);
    if (shares.line.length === 0) return;
    references[row] = sum;
    splitOne(c, batch, split, row, sum, shares);
  };
  const all = (): void => {
    for (let h = 0; h < batch.count; h++) {
      if (bill.for === 'household') one(h, h);
      else for (let p = 0; p < batch.members[h]!; p++) one(batch.start[h]! + p, h);
    }
  };
  return () => {
    for (let i = 0; i < parted.length; i++) fill(parted[i]!.t, 0, rowsIn(batch, parted[i]!.rows));
    // most bills nobody of a batch has
    const isPaid = !amount.final.stateful || isSaid();
    batch.paidBills[split.at] = Number(isPaid);
    if (isPaid) all();
    else fill(references, -1, rowsIn(batch, bill.for));
    if (batch.linePatches.size > 0) for (const line of lines) patchLine(batch, line);
  };
}

function splitOne(c: Compiler, batch: Batch, split: BillSplit, row: number, sum: number, shares: Shares): void {
  const { bill, amount } = split;
  const nums = batch.billNums[split.at]!;
  if (batch.before !== null) nums[row] = followed(c, batch, split, row, sum, nums[row]);
  const moved = nums[row];
  const value = moved === undefined ? readValue(batch, amount.final, row) : doubleOf(moved);
  const error = moved === undefined ? readError(batch, amount.final, row) : Math.abs(value) * 2 ** -52;
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
    writeValue(batch, split.parts[line]!, at, parts[i]!);
    writeTruth(batch, split.has[line]!, at, YES);
    if (!stands) continue;
    writeTruth(batch, split.taken[line]!, at, YES);
    writeValue(batch, split.lines[line]!.paid, at, parts[i]!);
  }
}

/** Somebody said the bill (or its `assume` stands in). */
export function isPaid(batch: Batch, amount: BillAmount, row: number): boolean {
  return !amount.final.stateful || readState(batch, amount.final, row) === KNOWN;
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
  return divide(c.arena, multiply(c.arena, bill, whole(c.arena, sum)), whole(c.arena, before), () => split.bill.id);
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
