import { evaluationError } from '../../model/diagnostic.js';
import type { Expression } from '../../model/expression.js';
import { type Batch, readExact, readTruth } from '../machine/batch.js';
import { boundedOf, ZERO } from './bounded.js';
import { addStep, constant, numberSlot, once, literal, making, type Compiler } from '../compiler.js';
import { statusAt, statusCode, weakest } from '../machine/statuses.js';
import { numberIn, rowsOf, truthIn } from '../machine/lift.js';
import { conditionOf } from '../inference/conditions.js';
import { atPerson, type Context } from './context.js';
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
import { caseKernel } from '../kernels/choice.js';
import { copyKernel, copyStatesKernel } from '../kernels/copy.js';
import { sumOf, sumWhere } from './linear.js';
import { rowsOperand } from '../machine/writer.js';
import { nameNumber } from '../inference/names.js';
import {
  add,
  divide,
  larger,
  multiply,
  numOf,
  smaller,
  snappedNum,
  subtract,
  whole,
  type Arena,
  type Num,
} from '../machine/nums.js';
import { rounded } from './rounded.js';
import { KNOWN, NO_STATUS, OPEN, UNKNOWN, YES, type NumberSlot, type TruthSlot } from '../machine/slots.js';

export type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

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
  return making(c, e, makeNumber(c, e, ctx));
}

function makeNumber(c: Compiler, e: Expression, ctx: Context): NumberSlot {
  switch (e.kind) {
    case 'number':
      return constant(c, numOf(c.arena, e.value), statusCode(e.from?.status), e.value);
    case 'word':
      throw new Error(`${e.value} is a word where a number is needed`);
    case 'name':
      return nameNumber(c, e.ref, ctx, 'years');
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return binary(c, e.kind, numberOf(c, e.left, ctx), numberOf(c, e.right, ctx), ctx);
    case 'min':
    case 'max':
      return e.of.map((one) => numberOf(c, one, ctx)).reduce((l, r) => binary(c, e.kind, l, r, ctx));
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
      return cases(
        c,
        e.cases.map((one) => conditionOf(c, one.when, ctx)),
        [...e.cases.map((one) => numberOf(c, one.is, ctx)), numberOf(c, e.otherwise, ctx)],
        ctx.unknowable ? UNKNOWN : OPEN,
      );
  }
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
    if (!b.constant.value.isZero()) return constant(c, divide(c.arena, a.constant, b.constant, ctx.name), status, null);
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
      status: weakest([left.status, right.status]),
      follows: [left, right],
      exact: (batch, row) => {
        const l = readExact(batch, left, row);
        const r = readExact(batch, right, row);
        return op === 'divide' ? divide(c.arena, l, r, nameAt(batch, slot, ctx, row)) : EXACT[op](c.arena, l, r);
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

/** A definition of a person is told with the person, even where the part that failed is of the household. */
function nameAt(batch: Batch, slot: NumberSlot, ctx: Context, row: number): string {
  return ctx.name.startsWith('person.') || !ctx.name.includes('.')
    ? `${ctx.name}${atPerson(batch, slot.rows, row)}`
    : ctx.name;
}

/** The first case that holds gives the value; an undecided one before it leaves none (`lost`). */
export function cases(
  c: Compiler,
  whens: readonly TruthSlot[],
  values: readonly NumberSlot[],
  lost: number,
): NumberSlot {
  const rows = rowsOf([...whens, ...values]);
  const tests = whens.map((when) => truthIn(c, when, rows));
  const results = values.map((value) => numberIn(c, value, rows));
  const key = `cases ${lost} ${tests.map((slot) => slot.id).join(',')} ${results.map((slot) => slot.id).join(',')}`;
  return once(c, key, () => {
    const mayLose = tests.some((slot) => slot.mayBeUndecided);
    const stateful = (mayLose && lost !== KNOWN) || results.some((slot) => slot.stateful);
    const chosen = (batch: Batch, row: number): number => chosenCase(batch, tests, row);
    const slot = numberSlot(c, {
      rows,
      reads: [...tests, ...results],
      follows: [...tests, ...results],
      stateful,
      whole: results.every((one) => one.whole),
      status:
        !mayLose && results.every((one) => one.status === results[0]!.status && typeof one.status === 'number')
          ? results[0]!.status
          : (batch, row) => {
              const at = chosen(batch, row);
              return at < 0 ? NO_STATUS : statusAt(batch, results[at]!.status, row);
            },
      exact: (batch, row) => {
        const at = chosen(batch, row);
        for (let i = 0; i < (at < 0 ? tests.length : at + 1); i++) tests[i]?.probe?.(batch, row);
        return at < 0 ? whole(c.arena, 0) : readExact(batch, results[at]!, row);
      },
    });
    const last = results.at(-1)!;
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      sum: sumWhere(tests, results, lost),
      write: (to) => {
        const [t, s, n] = [to.column(slot), to.states(slot), rowsOperand(rows)];
        to.op(copyKernel, t, to.column(last), n);
        if (stateful) to.op(copyStatesKernel, s, to.states(last), n);
        for (let j = tests.length - 1; j >= 0; j--) {
          const given = [to.column(results[j]!), s, to.states(results[j]!)];
          to.op(caseKernel, t, to.column(tests[j]!), ...given, lost, n);
        }
      },
    });
    return slot;
  });
}

/** Which case holds: 0 …, the number of cases for `otherwise`, -1 undecided. */
export function chosenCase(batch: Batch, tests: readonly TruthSlot[], row: number): number {
  for (let i = 0; i < tests.length; i++) {
    const holds = readTruth(batch, tests[i]!, row);
    if (holds === YES) return i;
    if (holds !== 0) return -1;
  }
  return tests.length;
}

/** Refuses what grew out of all proportion. */
export function checkSize(value: Num, name: string): Num {
  if (value.value.e >= 12 && value.value.abs().gt(1e12))
    throw evaluationError('value-too-large', name, 'a value is over 10^12 in size');
  return value;
}
