import { isValid } from '../../model/model.js';
import type { Total } from '../../model/needs.js';
import { readValue } from '../machine/batch.js';
import { settledNeed } from './bill-split.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { literal, numberSlot } from '../compiler/new-slots.js';
import { contextOf } from '../compiler/context.js';
import { binary } from '../formulas/expressions.js';
import { incomeKinds, incomeSlots } from './incomes.js';
import { addIncomeKernel, addStepsKernel, openSumKernel, zeroKernel } from '../kernels/sums.js';
import { inMoney, lineOf, needsOf } from './lines.js';
import type { Line } from './line.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { whole } from '../machine/nums.js';
import { NO_STATUS, type NumberSlot, type Slot, type StatusOf } from '../machine/slots.js';
import { lineStatusIn } from './line-status.js';

/** A sum of the document as an amount. */
export function sumNumber(c: Compiler, id: 'need' | 'income' | 'balance' | 'gap' | 'amount' | 'parts'): NumberSlot {
  switch (id) {
    case 'need':
      return inMoney(c, needSum(c));
    case 'income':
      return inMoney(c, incomeSum(c));
    case 'balance':
      return inMoney(c, balanceSum(c));
    case 'gap':
      return c.notes.get('gap') as NumberSlot;
    default:
      throw new Error(`${id} has no meaning here`);
  }
}

/** A column of steps a household. */
export function stepsColumn(
  c: Compiler,
  reads: readonly Slot[],
  stateful: boolean,
  status: StatusOf = NO_STATUS,
): NumberSlot {
  const slot: NumberSlot = numberSlot(c, {
    rows: 'household',
    reads,
    stateful,
    whole: true,
    status,
    exact: (batch, row) => whole(c.arena, readValue(batch, slot, row)),
  });
  return slot;
}

/** All lines of the month, in the order of the model. */
export function allLines(c: Compiler): readonly Line[] {
  return noted(c, 'lines', () => needsOf(c).map((need) => lineOf(c, need)));
}

/** Adds a column of steps a line into a column a household; credits are subtracted. */
export function writeAdding(to: Writer, line: Line, column: NumberSlot, into: NumberSlot): void {
  const rows = rowsOperand(line.rows);
  to.op(addStepsKernel, to.column(into), to.column(column), line.need.credit ? -1 : 1, rows);
  if (into.stateful && column.stateful) writeOpening(to, line, column, into);
}

/** A sum is open where a line in it is. */
export function writeOpening(to: Writer, line: Line, column: NumberSlot, into: NumberSlot): void {
  to.op(openSumKernel, to.column(into), to.column(column), to.column(line.exists), rowsOperand(line.rows));
}

/** Begins a sum a household. */
export function writeZero(to: Writer, slot: NumberSlot): void {
  to.op(zeroKernel, to.column(slot), to.states(slot), rowsOperand('household'));
}

function sumOf(
  c: Compiler,
  lines: readonly Line[],
  columns: readonly NumberSlot[],
  status: StatusOf = NO_STATUS,
): NumberSlot {
  const stateful = columns.some((column) => column.stateful);
  const reads = [...columns, ...lines.map((line) => line.exists)];
  const slot = stepsColumn(c, reads, stateful, status);
  addStep(c, {
    reads,
    writes: [slot],
    write: (to) => {
      writeZero(to, slot);
      lines.forEach((line, i) => writeAdding(to, line, columns[i]!, slot));
    },
  });
  return slot;
}

export function needSum(c: Compiler): NumberSlot {
  return noted(c, 'need sum', () => {
    const lines = allLines(c).filter((line) => !line.need.optional);
    return sumOf(
      c,
      lines,
      lines.map((line) => settledNeed(c, line)),
    );
  });
}

/** Counted incomes of members and the household. */
export function incomeSum(c: Compiler): NumberSlot {
  return noted(c, 'income sum', () => {
    const kinds = incomeKinds(c).map((income) => incomeSlots(c, income.id));
    const reads = kinds.flatMap((kind) => [kind.counted, kind.counts]);
    const slot = stepsColumn(c, reads, true);
    addStep(c, {
      reads,
      writes: [slot],
      write: (to) => {
        writeZero(to, slot);
        // those of others under the roof are not the household's
        for (const { counted, listed, counts, rows } of kinds) {
          const read = [to.column(counted), to.column(listed), to.states(counts), rowsOperand(rows)];
          to.op(addIncomeKernel, to.column(slot), to.column(slot), ...read);
        }
      },
    });
    return slot;
  });
}

export function balanceSum(c: Compiler): NumberSlot {
  return noted(c, 'balance sum', () => binary(c, 'subtract', incomeSum(c), needSum(c), contextOf('balance')));
}

export interface TotalSlots {
  readonly total: Total;
  readonly lines: readonly Line[];
  readonly steps: NumberSlot;
  readonly money: NumberSlot;
}

export const totalNumber = (c: Compiler, id: string): NumberSlot => totalSlots(c, id).money;

export function totalSlots(c: Compiler, id: string): TotalSlots {
  return noted(c, `total ${id}`, () => {
    const total = definition(c, 'total', c.model.totals, id);
    const needs = total.of
      .map((name) => c.model.needs.find((need) => need.id === name && isValid(need, c.month)))
      .filter((need) => need !== undefined);
    const allOptional = needs.every((need) => need.optional);
    const lines = needs.filter((need) => allOptional || !need.optional).map((need) => lineOf(c, need));
    const columns = lines.map((line) => (total.column === 'need' ? settledNeed(c, line) : line.reference));
    const steps = lines.length === 0 ? literal(c, '0') : sumOf(c, lines, columns, lineStatusIn(lines));
    return { total, lines, steps, money: inMoney(c, steps) };
  });
}
