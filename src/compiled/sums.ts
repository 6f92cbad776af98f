import { isValid } from '../model/model.js';
import type { Total } from '../model/needs.js';
import { rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import { settledNeed } from './bill-split.js';
import { addStep, definition, literal, noted, numberSlot, type Compiler } from './compiler.js';
import { contextOf } from './context.js';
import { binary } from './expressions.js';
import { incomeKinds, incomeSlots, type IncomeSlots } from './incomes.js';
import { fill } from './kernels/fill.js';
import { addSteps } from './kernels/lines.js';
import { inMoney, lineOf, needsOf, type Line } from './lines.js';
import { whole } from './nums.js';
import { NO_STATUS, OPEN, YES, type NumberSlot, type Run, type Slot, type StatusOf } from './slots.js';
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
    exact: (batch, row) => whole(c.arena, valuesOf(batch, slot)[row]!),
  });
  return slot;
}

/** All lines of the month, in the order of the model. */
export function allLines(c: Compiler): readonly Line[] {
  return noted(c, 'lines', () => needsOf(c).map((need) => lineOf(c, need)));
}

/** Adds a column of steps a line into a column a household; credits are subtracted. */
export function addingLine(
  batch: Batch,
  line: Line,
  column: NumberSlot,
  into: Float64Array,
  states: Uint8Array | null,
): Run {
  const from = valuesOf(batch, column);
  const sign = line.need.credit ? -1 : 1;
  const open = column.stateful && states !== null ? statesOf(batch, column) : null;
  const there = truthsOf(batch, line.exists);
  const household = line.rows === 'person' ? batch.household : null;
  return () => {
    const n = rowsIn(batch, line.rows);
    addSteps(into, from, household, sign, n);
    if (open === null || states === null) return;
    for (let row = 0; row < n; row++)
      if (there[row] === YES && open[row] === OPEN) states[household === null ? row : household[row]!] = OPEN;
  };
}

/** Adds the counted incomes of a kind; those of others under the roof are not the household's. */
function addingIncome(batch: Batch, kind: IncomeSlots, into: Float64Array, states: Uint8Array): Run {
  const from = valuesOf(batch, kind.counted);
  const there = truthsOf(batch, kind.listed);
  const open = statesOf(batch, kind.counts);
  const { household, isMember } = batch;
  const byPerson = kind.rows === 'person';
  return () => {
    const n = rowsIn(batch, kind.rows);
    for (let row = 0; row < n; row++) {
      if (there[row] !== YES || (byPerson && isMember[row] !== 1)) continue;
      const h = byPerson ? household[row]! : row;
      into[h]! += from[row]!;
      if (open[row] === OPEN) states[h] = OPEN;
    }
  };
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
    bind: (batch) => {
      const into = valuesOf(batch, slot);
      const states = stateful ? statesOf(batch, slot) : null;
      const adds = lines.map((line, i) => addingLine(batch, line, columns[i]!, into, states));
      return () => {
        fill(into, 0, batch.count);
        if (states !== null) fill(states, 0, batch.count);
        for (let i = 0; i < adds.length; i++) adds[i]!();
      };
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
      bind: (batch) => {
        const into = valuesOf(batch, slot);
        const states = statesOf(batch, slot);
        const adds = kinds.map((kind) => addingIncome(batch, kind, into, states));
        return () => {
          fill(into, 0, batch.count);
          fill(states, 0, batch.count);
          for (let i = 0; i < adds.length; i++) adds[i]!();
        };
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
