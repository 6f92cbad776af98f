import { isValid } from '../model/model.js';
import type { Total } from '../model/needs.js';
import { statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { settledNeed } from './bill-split.js';
import { addStep, definition, literal, noted, numberSlot, type Compiler } from './compiler.js';
import { contextOf } from './context.js';
import { binary } from './expressions.js';
import { incomeKinds, incomeSlots } from './incomes.js';
import { inMoney, lineOf, needsOf, type Line } from './lines.js';
import { whole } from './nums.js';
import { NO_STATUS, OPEN, YES, type NumberSlot, type Slot } from './slots.js';
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
export function stepsColumn(c: Compiler, reads: readonly Slot[], stateful: boolean): NumberSlot {
  const slot: NumberSlot = numberSlot(c, {
    rows: 'household',
    reads,
    stateful,
    whole: true,
    status: NO_STATUS,
    exact: (batch, row) => whole(c.arena, valuesOf(batch, slot)[row]!),
  });
  return slot;
}

/** All lines of the month, in the order of the model. */
export function allLines(c: Compiler): readonly Line[] {
  return noted(c, 'lines', () => needsOf(c).map((need) => lineOf(c, need)));
}

/** Adds a column of steps a line into a column a household; credits are subtracted. */
export function addLine(
  batch: Batch,
  line: Line,
  column: NumberSlot,
  into: Float64Array,
  states: Uint8Array | null,
  signed = true,
): void {
  const from = valuesOf(batch, column);
  const sign = signed && line.need.credit ? -1 : 1;
  const open = column.stateful && states !== null ? statesOf(batch, column) : null;
  const there = truthsOf(batch, line.exists);
  if (line.rows === 'household') {
    for (let h = 0; h < batch.count; h++) {
      into[h]! += sign * from[h]!;
      if (open !== null && there[h] === YES && open[h] === OPEN) states![h] = OPEN;
    }
    return;
  }
  const { household } = batch;
  for (let p = 0; p < batch.persons; p++) {
    const h = household[p]!;
    into[h]! += sign * from[p]!;
    if (open !== null && there[p] === YES && open[p] === OPEN) states![h] = OPEN;
  }
}

function sumOf(c: Compiler, lines: readonly Line[], columns: readonly NumberSlot[]): NumberSlot {
  const stateful = columns.some((column) => column.stateful);
  const reads = [...columns, ...lines.map((line) => line.exists)];
  const slot = stepsColumn(c, reads, stateful);
  addStep(c, {
    reads,
    writes: [slot],
    run: (batch) => {
      const into = valuesOf(batch, slot).fill(0, 0, batch.count);
      const states = stateful ? statesOf(batch, slot).fill(0, 0, batch.count) : null;
      for (let i = 0; i < lines.length; i++) addLine(batch, lines[i]!, columns[i]!, into, states);
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
      run: (batch) => {
        const into = valuesOf(batch, slot).fill(0, 0, batch.count);
        const states = statesOf(batch, slot).fill(0, 0, batch.count);
        for (const { rows, counted, listed, counts } of kinds) {
          const from = valuesOf(batch, counted);
          const there = truthsOf(batch, listed);
          const open = statesOf(batch, counts);
          const n = rows === 'person' ? batch.persons : batch.count;
          for (let row = 0; row < n; row++) {
            if (there[row] !== YES || (rows === 'person' && batch.isMember[row] !== 1)) continue;
            const h = rows === 'person' ? batch.household[row]! : row;
            into[h]! += from[row]!;
            if (open[row] === OPEN) states[h] = OPEN;
          }
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
    const steps = lines.length === 0 ? literal(c, '0') : sumOf(c, lines, columns);
    const summed: NumberSlot = steps.constant !== null ? steps : { ...steps, status: lineStatusIn(lines) };
    return { total, lines, steps, money: inMoney(c, summed) };
  });
}
