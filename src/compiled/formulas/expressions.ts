import type { Case, Expression } from '../../model/expression.js';
import type { Batch } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { Exact } from '../../decimal/exact.js';
import { boundedOf, ZERO } from '../machine/bounded.js';
import { cases } from './cases.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { constant, numberSlot, once, literal } from '../compiler/new-slots.js';
import { finest, ofProduct, placesOf, type DecimalPlaces } from '../machine/decimal-places.js';
import { statusCode, weakest } from '../machine/statuses.js';
import { numberIn, rowsOf } from '../compiler/lift.js';
import { conditionOf } from './conditions.js';
import { atPerson, type Context } from '../compiler/context.js';
import {
  addKernel,
  divideByKernel,
  divideKernel,
  maxKernel,
  minKernel,
  multiplyByKernel,
  multiplyKernel,
  spreadKernel,
  subtractKernel,
} from '../kernels/arithmetic.js';
import { sumOf } from './linear.js';
import type { Operation } from '../machine/sum.js';
import { rowsOperand } from '../machine/writer.js';
import {
  add,
  divide,
  larger,
  multiply,
  numOf,
  smaller,
  snappedNum,
  subtract,
  type Arena,
  type Num,
} from '../machine/nums.js';
import { rounded } from './rounded.js';
import { OPEN, UNKNOWN, type NumberSlot } from '../machine/slots.js';

const KERNELS = {
  add: addKernel,
  subtract: subtractKernel,
  multiply: multiplyKernel,
  divide: divideKernel,
  min: minKernel,
  max: maxKernel,
};

const EXACT: Record<Exclude<Operation, 'divide'>, (a: Arena, l: Num, r: Num) => Num> = {
  add,
  subtract,
  multiply,
  min: (a, l, r) => snappedNum(a, smaller(l, r)),
  max: (a, l, r) => snappedNum(a, larger(l, r)),
};

/** The slot that holds a formula's value; equal formulas share one. */
export function numberOf(c: Compiler, e: Expression, ctx: Context): NumberSlot {
  switch (e.kind) {
    case 'number':
      return constant(c, numOf(c.arena, e.value), statusCode(e.from?.status), e.value);
    case 'word':
      throw new Error(`${e.value} is a word where a number is needed`);
    case 'name':
      return c.names.number(c, e.ref, ctx, 'years');
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return binary(c, e.kind, numberOf(c, e.left, ctx), numberOf(c, e.right, ctx), ctx);
    case 'min':
    case 'max':
      return extreme(c, e.kind, e.of, ctx);
    case 'round':
      return rounded(c, 'round', numberOf(c, e.of, ctx), e.step);
    case 'up':
    case 'down':
      return rounded(c, e.kind, numberOf(c, e.of, ctx), '1');
    case 'convert':
      return convert(c, numberOf(c, e.of, ctx), e.times, e.over, ctx);
    case 'at':
      return numberOf(c, e.of, { ...ctx, asOf: e.month });
    case 'cases':
      return firstCase(c, e.cases, e.otherwise, ctx);
  }
}

function extreme(c: Compiler, kind: 'min' | 'max', of: readonly Expression[], ctx: Context): NumberSlot {
  return of.map((one) => numberOf(c, one, ctx)).reduce((l, r) => binary(c, kind, l, r, ctx));
}

function firstCase(c: Compiler, all: readonly Case[], otherwise: Expression, ctx: Context): NumberSlot {
  return cases(
    c,
    all.map((one) => conditionOf(c, one.when, ctx)),
    [...all.map((one) => numberOf(c, one.is, ctx)), numberOf(c, otherwise, ctx)],
    ctx.unknowable ? UNKNOWN : OPEN,
  );
}

export function convert(c: Compiler, of: NumberSlot, times: string, over: string, ctx: Context): NumberSlot {
  const multiplied = times === '1' ? of : binary(c, 'multiply', of, literal(c, times), ctx);
  return over === '1' ? multiplied : binary(c, 'divide', multiplied, literal(c, over), ctx);
}

/** One operation of arithmetic, folded where both sides are constants. */
export function binary(c: Compiler, op: Operation, a: NumberSlot, b: NumberSlot, ctx: Context): NumberSlot {
  if (a.constant !== null && b.constant !== null) {
    const status = Math.max(a.status as number, b.status as number);
    if (op !== 'divide') return constant(c, EXACT[op](c.arena, a.constant, b.constant), status, null);
    if (!b.constant.value.isZero())
      return constant(
        c,
        divide(c.arena, a.constant, b.constant, () => ctx.name),
        status,
        null,
      );
  }
  const rows = rowsOf([a, b]);
  const left = numberIn(c, a, rows);
  const right = numberIn(c, b, rows);
  const named = op === 'divide' ? ` ${ctx.name}` : '';
  return once(c, `${op} ${left.id} ${right.id}${named}`, () => {
    const stateful = left.stateful || right.stateful;
    const slot = numberSlot(c, {
      rows,
      reads: [left, right],
      stateful,
      places: placesAfter(op, left, right),
      status: weakest([left.status, right.status]),
      follows: [left, right],
      exact: (batch, row) => {
        const l = readExact(batch, left, row);
        const r = readExact(batch, right, row);
        return op === 'divide' ? divide(c.arena, l, r, () => nameAt(batch, slot, ctx, row)) : EXACT[op](c.arena, l, r);
      },
    });
    const by = right.constant === null ? ZERO : boundedOf(right.constant);
    const scalar =
      by.value === 0 ? null : op === 'multiply' ? multiplyByKernel : op === 'divide' ? divideByKernel : null;
    addStep(c, {
      reads: [left, right],
      writes: [slot],
      sum: sumOf(op, left, right),
      write: (to) => {
        const [t, a, n] = [to.column(slot), to.column(left), rowsOperand(rows)];
        if (scalar === null) to.op(KERNELS[op], t, a, to.column(right), n);
        else {
          const double = to.doubles(by.value, by.error);
          to.op(scalar, t, a, double, double + 1, n);
        }
        if (stateful) to.op(spreadKernel, t, to.states(left), to.states(right), n);
      },
    });
    return slot;
  });
}

/** How fine a result is; that of a division where its divisor is known and has an end as a share of one. */
function placesAfter(op: Operation, left: NumberSlot, right: NumberSlot): DecimalPlaces | null {
  if (op === 'multiply') return ofProduct(left.places, right.places);
  if (op !== 'divide') return finest([left.places, right.places]);
  return right.constant === null ? null : ofProduct(left.places, placesOf(new Exact(1).div(right.constant.value)));
}

/** A definition of a person is told with the person, even where the part that failed is of the household. */
function nameAt(batch: Batch, slot: NumberSlot, ctx: Context, row: number): string {
  return ctx.name.startsWith('person.') || !ctx.name.includes('.')
    ? `${ctx.name}${atPerson(batch, slot.rows, row)}`
    : ctx.name;
}
