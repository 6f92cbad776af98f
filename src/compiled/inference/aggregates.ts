import type { Expression } from '../../model/expression.js';
import type { Rule } from '../../model/facts.js';
import type { ValueType } from '../../model/value.js';
import { type Batch, readState, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { numberSlot, once, truthSlot } from '../compiler/new-slots.js';
import { statusAt } from '../machine/statuses.js';
import { numberForPersons } from '../compiler/lift.js';
import type { Context } from '../compiler/context.js';
import { numberOf } from '../formulas/expressions.js';
import { aggregateKernel, countKernel, HOW, OVER, quantifierKernel } from '../kernels/aggregate.js';
import { rowsOperand } from '../machine/writer.js';
import { add, larger, smaller, snappedNum, whole, type Num } from '../machine/nums.js';
import {
  NO_STATUS,
  NONE,
  OPEN,
  UNDECIDED,
  UNKNOWN,
  YES,
  type NumberSlot,
  type Rows,
  type Slot,
  type TruthSlot,
} from '../machine/slots.js';
import { overPersons, rowsFor, whereOf } from './over-persons.js';

export type Aggregate = Extract<Rule, { kind: 'aggregate' }>;

/** `any` and `every`: Kleene's logic over persons. */
export function aggregateTruth(c: Compiler, rule: Rule, ctx: Context, asked: Rows): TruthSlot {
  if (rule.kind !== 'aggregate' || (rule.how !== 'any' && rule.how !== 'every'))
    throw new Error('the aggregate is no condition');
  const rows = rowsFor(rule.over, asked === 'person' ? 'person' : 'household');
  const where = whereOf(c, rule.where, ctx);
  const every = rule.how === 'every';
  const { over } = rule;
  return once(c, `${rule.how} ${over} ${rows} ${where?.id ?? 'all'}`, () => {
    const slot = truthSlot(c, {
      rows,
      reads: where === null ? [] : [where],
      mayBeUndecided: where?.mayBeUndecided ?? false,
      probe: (batch, row) => overPersons(batch, over, rows, row, (p) => where?.probe?.(batch, p)),
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      beyondColumns: true,
      write: (to) => {
        const how = [OVER.indexOf(over), Number(every), rowsOperand(rows)];
        to.op(quantifierKernel, to.column(slot), to.column(where), ...how);
      },
    });
    return slot;
  });
}

/** A formula over persons; an age that is named stays in months where the result is an age. */
function numberIn(c: Compiler, of: Expression, ctx: Context, type: ValueType): NumberSlot {
  return type === 'age' && of.kind === 'name' ? c.names.number(c, of.ref, ctx, 'months') : numberOf(c, of, ctx);
}

/** `count`, `sum`, `lowest`, `highest`. An age stays in months where the name is an age. */
export function aggregateNumber(c: Compiler, rule: Aggregate, ctx: Context, asked: Rows, type: ValueType): NumberSlot {
  const rows = rowsFor(rule.over, asked);
  const where = whereOf(c, rule.where, ctx);
  const of = rule.of === null ? null : numberForPersons(c, numberIn(c, rule.of, ctx, type));
  const { how, over } = rule;
  const lost = ctx.unknowable ? UNKNOWN : OPEN;
  return once(c, `${how} ${over} ${rows} ${where?.id ?? 'all'} ${of?.id ?? ''} ${lost}`, () => {
    const extreme = how === 'lowest' || how === 'highest';
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [where, of].filter((one): one is Slot & (TruthSlot | NumberSlot) => one !== null),
      stateful: extreme || (where?.mayBeUndecided ?? false) || (of?.stateful ?? false),
      whole: how === 'count' || (of?.whole ?? false),
      places: of?.places ?? null,
      status: of === null ? NO_STATUS : (batch, row) => statusOver(batch, rule, rows, row, where, of),
      exact: (batch, row) => exactOver(c, batch, slot, rule, row, where, of),
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      beyondColumns: true,
      write: (to) => {
        const [t, s, w, who] = [to.column(slot), to.states(slot), to.column(where), OVER.indexOf(over)];
        if (how === 'count' && rows === 'household') {
          to.op(countKernel, t, s, w, who, lost);
          return;
        }
        const what = [to.column(of), to.states(of), who, HOW.indexOf(how as (typeof HOW)[number])];
        to.op(aggregateKernel, t, s, w, ...what, lost, rowsOperand(rows));
      },
    });
    return slot;
  });
}

function exactOver(
  c: Compiler,
  batch: Batch,
  slot: NumberSlot,
  rule: Aggregate,
  row: number,
  where: TruthSlot | null,
  of: NumberSlot | null,
): Num {
  if (batch.failed && where !== null) overPersons(batch, rule.over, slot.rows, row, (p) => where.probe?.(batch, p));
  const zero = whole(c.arena, 0);
  const state = readState(batch, slot, row);
  if (of === null) return whole(c.arena, readValue(batch, slot, row));
  if (slot.stateful && state === NONE) return zero;
  const found: Num[] = [];
  let undecided = 0;
  overPersons(batch, rule.over, slot.rows, row, (p) => {
    const holds = where === null ? YES : readTruth(batch, where, p);
    if (holds === UNDECIDED) undecided++;
    if (holds === YES && readState(batch, of, p) !== NONE) found.push(readExact(batch, of, p));
  });
  if (undecided > 0 || found.length === 0) return zero;
  if (rule.how === 'sum') return found.reduce((l, r) => add(c.arena, l, r));
  return snappedNum(c.arena, found.reduce(rule.how === 'lowest' ? smaller : larger));
}

/** The weakest of what was added up or compared; of an extreme, of the one that was found. */
function statusOver(
  batch: Batch,
  rule: Aggregate,
  rows: Rows,
  row: number,
  where: TruthSlot | null,
  of: NumberSlot,
): number {
  let weakest = NO_STATUS;
  overPersons(batch, rule.over, rows, row, (p) => {
    if (where !== null && readTruth(batch, where, p) !== YES) return;
    if (readState(batch, of, p) === NONE) return;
    weakest = Math.max(weakest, statusAt(batch, of.status, p));
  });
  return weakest;
}
