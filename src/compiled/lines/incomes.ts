import type { IncomeSaid, Paid } from '../../household/household.js';
import { isValid } from '../../model/model.js';
import type { Income } from '../../model/needs.js';
import { aggregateNumber } from '../inference/aggregates.js';
import { type Batch, readState, readValue, rowsIn, valuesOf } from '../machine/batch.js';
import { saidOf } from '../machine/said.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { literal, numberSlot, truthSlot, use } from '../compiler/new-slots.js';
import { numberIn } from '../compiler/lift.js';
import { atPerson, contextOf } from '../compiler/context.js';
import { binary, numberOf } from '../formulas/expressions.js';
import { countedKernel } from '../kernels/rounding.js';
import { rowsOperand } from '../machine/writer.js';
import { AS_SAID } from '../machine/decimal-places.js';
import { add, divide, multiply, numOf, whole, type Num, checkSize } from '../machine/nums.js';
import { NO_STATUS, OPEN, type NumberSlot, type Rows, type TruthSlot } from '../machine/slots.js';
import { statusCode } from '../machine/statuses.js';
import { lineStep, stepsAt } from '../compiler/steps.js';

/** A kind of income: its month, what is counted of it, and whether there is a line. */
export interface IncomeSlots {
  readonly income: Income;
  readonly rows: Rows;
  /** The month, unrounded; open where nobody listed the incomes. */
  readonly month: NumberSlot;
  /** Listed, or open: there is a line. */
  readonly listed: TruthSlot;
  /** What is counted of the month, unrounded. */
  readonly counts: NumberSlot;
  /** Counted, in steps of rounding. */
  readonly counted: NumberSlot;
}

/** How often a year something is paid. */
export function timesAYear(c: Compiler, paid: Paid, times: string | null): string {
  if (times !== null) return times;
  switch (paid.period) {
    case 'day':
      return c.model.pack.calendar.days;
    case 'week':
      return c.model.pack.calendar.weeks;
    case 'month':
      return '12';
    case 'year':
      return '1';
  }
}

/** The month of something paid, exactly. */
export function monthOf(c: Compiler, paid: Paid, times: string | null = null): Num {
  const often = timesAYear(c, paid, times);
  const amount = numOf(c.arena, paid.amount);
  if (often === '12') return amount;
  return divide(c.arena, multiply(c.arena, amount, numOf(c.arena, often)), whole(c.arena, 12), () => 'month');
}

/** The year of something paid, exactly. */
export function yearOf(c: Compiler, paid: Paid, times: string | null = null): Num {
  return multiply(c.arena, numOf(c.arena, paid.amount), numOf(c.arena, timesAYear(c, paid, times)));
}

export function incomeSlots(c: Compiler, kind: string): IncomeSlots {
  return noted(c, `income ${kind}`, () => {
    const income = definition(c, 'income', c.model.incomes, kind);
    const rows = income.for;
    const month: NumberSlot = numberSlot(c, {
      rows,
      reads: [],
      stateful: true,
      places: AS_SAID,
      status: (batch, row) => (readState(batch, month, row) === OPEN ? NO_STATUS : statusCode('given')),
      exact: (batch, row) => {
        const set = saidOf(batch, month, row);
        const value = typeof set === 'object' ? set : exactMonth(c, batch, kind, rows, row);
        return checkSize(value, () => `${rows}.income.${kind}${atPerson(batch, rows, row)}`);
      },
    });
    const listed = truthSlot(c, { rows, reads: [], mayBeUndecided: false, probe: null });
    const ctx = contextOf(`income.${kind}`, { amount: month });
    const counts = use(c, numberIn(c, numberOf(c, income.counts, ctx), rows));
    const counted = numberSlot(c, {
      rows,
      reads: [counts, listed],
      stateful: false,
      whole: true,
      status: NO_STATUS,
      exact: (batch, row) => whole(c.arena, readValue(batch, counted, row)),
    });
    addStep(c, {
      reads: [counts, listed],
      writes: [counted],
      write: (to) => {
        const { times, over } = lineStep(c).size;
        const settle = to.call(() => settleCounted(c, to.batch, counted, counts));
        const read = [to.column(listed), to.column(counts), to.states(counts)];
        to.op(countedKernel, to.column(counted), ...read, to.doubles(times, over), settle, rowsOperand(rows));
      },
    });
    return { income, rows, month, listed, counts, counted };
  });
}

/** Steps that only the exact value can say. */
function settleCounted(c: Compiler, batch: Batch, counted: NumberSlot, counts: NumberSlot): void {
  const v = valuesOf(batch, counted);
  const n = rowsIn(batch, counted.rows);
  for (let row = 0; row < n; row++) if (v[row] !== v[row]) v[row] = stepsAt(c, batch, counts, row);
}

/** What a household said of a kind for one row. */
export function saidIncomes(batch: Batch, kind: string, rows: Rows, row: number): IncomeSaid[] {
  const h = rows === 'person' ? batch.household[row]! : row;
  const of = rows === 'person' ? row - batch.start[h]! : null;
  return batch.households[h]!.incomes.filter((one) => one.kind === kind && one.of === of);
}

function exactMonth(c: Compiler, batch: Batch, kind: string, rows: Rows, row: number): Num {
  return saidIncomes(batch, kind, rows, row)
    .map((one) => monthOf(c, one, one.times))
    .reduce((sum, one) => add(c.arena, sum, one), whole(c.arena, 0));
}

export function incomeNumber(c: Compiler, _scope: 'person' | 'household', kind: string): NumberSlot {
  return incomeSlots(c, kind).month;
}

/** Kinds of income in the month, in the order of the model. */
export function incomeKinds(c: Compiler): readonly Income[] {
  return noted(c, 'income kinds', () => c.model.incomes.filter((income) => isValid(income, c.month)));
}

/** All kinds with a tag; a household's are its members' and its own. */
export function incomesNumber(c: Compiler, scope: 'person' | 'household', tag: string): NumberSlot {
  return noted(c, `incomes ${scope} ${tag}`, () => {
    const kinds = incomeKinds(c).filter((income) => income.tags.includes(tag));
    const ctx = contextOf(`${scope}.incomes.${tag}`);
    const sum = (rows: Rows): NumberSlot =>
      kinds
        .filter((income) => income.for === rows)
        .map((income) => incomeSlots(c, income.id).month)
        .reduce<NumberSlot>((l, r) => (l.constant === null ? binary(c, 'add', l, r, ctx) : r), literal(c, '0'));
    if (scope === 'person') return numberIn(c, sum('person'), 'person');
    const members = aggregateNumber(
      c,
      {
        kind: 'aggregate',
        how: 'sum',
        over: 'person',
        where: null,
        of: { kind: 'name', ref: { of: 'incomes', scope: 'person', tag } },
      },
      ctx,
      'household',
      'amount',
    );
    const own = sum('household');
    return own.constant === null ? binary(c, 'add', members, own, ctx) : members;
  });
}
