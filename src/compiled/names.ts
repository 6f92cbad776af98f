import type { Ref } from '../model/expression.js';
import { billNumber } from './lines/bill-amounts.js';
import { definition, noted, addStep, type Compiler, type Names } from './compiler/compiler.js';
import { constant, once, numberSlot } from './compiler/new-slots.js';
import { statusCode } from './machine/statuses.js';
import type { Context } from './compiler/context.js';
import { readExact } from './machine/exact-values.js';
import { derivedNumber, derivedWord } from './inference/derived.js';
import { numberOf } from './formulas/expressions.js';
import { factNumber, factWord } from './inference/facts.js';
import { incomeNumber, incomesNumber } from './lines/incomes.js';
import { yearsKernel } from './kernels/arithmetic.js';
import { copyStatesKernel } from './kernels/copy.js';
import { lineNumber } from './lines/lines.js';
import { rowsOperand } from './machine/writer.js';
import { doubleOf, numOf, whole } from './machine/nums.js';
import { typeOf } from './formulas/types.js';
import { seriesValue } from './formulas/series.js';
import type { NumberSlot, WordSlot } from './machine/slots.js';
import { tableNumber, tableWord } from './tables/table.js';
import { sumNumber, totalNumber } from './lines/sums.js';

/** What names stand for: the one place where facts, tables, lines and sums meet. */
export const NAMES: Names = { number: nameNumber, word: nameWord };

function nameNumber(c: Compiler, ref: Ref, ctx: Context, ages: 'years' | 'months'): NumberSlot {
  switch (ref.of) {
    case 'fact':
      return inYears(c, factNumber(c, ref.id), ages === 'years' && typeOf(c, ref, ctx) === 'age');
    case 'derived':
      return inYears(c, derivedNumber(c, ref.id), ages === 'years' && typeOf(c, ref, ctx) === 'age');
    case 'parameter':
      return parameterNumber(c, ref.id, ctx);
    case 'series': {
      const value = seriesValue(c, ref.id, ctx.asOf ?? c.month);
      if (value.beyond) c.namedBeyond.add(ref.id);
      return constant(c, numOf(c.arena, value.text), statusCode(value.from.status), value.text);
    }
    case 'table':
      return tableNumber(c, ref, ctx);
    case 'income':
      return incomeNumber(c, ref.scope, ref.kind);
    case 'incomes':
      return incomesNumber(c, ref.scope, ref.tag);
    case 'bill':
      c.readBills.add(ref.id);
      return billNumber(c, ref.id);
    case 'total':
      return totalNumber(c, ref.id);
    case 'line':
      return lineNumber(c, ref.id);
    case 'sum':
      if (ref.id === 'amount' && ctx.amount !== null) return ctx.amount;
      if (ref.id === 'parts' && ctx.parts !== null) return ctx.parts;
      return sumNumber(c, ref.id);
  }
}

function nameWord(c: Compiler, ref: Ref, ctx: Context): WordSlot {
  switch (ref.of) {
    case 'fact':
      return factWord(c, ref.id);
    case 'derived':
      return derivedWord(c, ref.id);
    case 'table':
      return tableWord(c, ref, ctx);
    default:
      throw new Error(`${ref.of} gives no word`);
  }
}

/** The expression a parameter has in a month. */
function parameterNumber(c: Compiler, id: string, ctx: Context): NumberSlot {
  const month = ctx.asOf ?? c.month;
  return noted(c, `parameter ${id} ${month}`, () => {
    const { values } = definition(c, 'parameter', c.model.parameters, id, month);
    const found = values.filter(({ from }) => from === null || from <= month).at(-1) ?? values[0]!;
    return numberOf(c, found.value, ctx);
  });
}

function inYears(c: Compiler, slot: NumberSlot, wanted: boolean): NumberSlot {
  if (!wanted) return slot;
  return once(c, `years ${slot.id}`, () => {
    const years = numberSlot(c, {
      rows: slot.rows,
      reads: [slot],
      stateful: slot.stateful,
      whole: true,
      status: slot.status,
      exact: (batch, row) => whole(c.arena, Math.floor(doubleOf(readExact(batch, slot, row)) / 12)),
    });
    addStep(c, {
      reads: [slot],
      writes: [years],
      write: (to) => {
        const n = rowsOperand(slot.rows);
        to.op(yearsKernel, to.column(years), to.column(slot), n);
        if (slot.stateful) to.op(copyStatesKernel, to.column(years), to.column(slot), n);
      },
    });
    return years;
  });
}
