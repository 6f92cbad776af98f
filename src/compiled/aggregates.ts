import type { Over, Rule } from '../model/facts.js';
import type { ValueType } from '../model/value.js';
import { SLACK, ULP } from './bounds.js';
import { errorsOf, readExact, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import {
  addStep,
  numberForPersons,
  numberSlot,
  once,
  statusAt,
  truthForPersons,
  truthSlot,
  type Compiler,
} from './compiler.js';
import { conditionOf } from './conditions.js';
import type { Context } from './context.js';
import { numberOf } from './expressions.js';
import { endOf, firstOf } from './kernels/persons.js';
import { nameNumber } from './names.js';
import { add, compare, larger, smaller, whole, type Num } from './nums.js';
import {
  KNOWN,
  NO,
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
} from './slots.js';

export type Aggregate = Extract<Rule, { kind: 'aggregate' }>;
export type Rank = Extract<Rule, { kind: 'rank' }>;

/** Calls back for each person an aggregate goes over, seen from a row of `rows`. */
export function overPersons(batch: Batch, over: Over, rows: Rows, row: number, visit: (person: number) => void): void {
  const h = rows === 'person' ? batch.household[row]! : row;
  const start = batch.start[h]!;
  const end = endOf(over, start, batch.members[h]!, batch.start[h + 1]!);
  for (let p = firstOf(over, start, batch.members[h]!); p < end; p++) {
    if (over !== 'fellow' || p !== row) visit(p);
  }
}

function rowsFor(over: Over, asked: Rows): Rows {
  return over === 'fellow' ? 'person' : asked;
}

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
      run: (batch) => {
        const t = truthsOf(batch, slot);
        const tests = where === null ? null : truthsOf(batch, where);
        eachRow(batch, over, rows, (row, first, end, skip) => {
          let found = every ? YES : NO;
          for (let p = first; p < end; p++) {
            if (p === skip) continue;
            const holds = tests === null ? YES : tests[p]!;
            if (every ? holds < found : holds > found) found = holds;
          }
          t[row] = found;
        });
      },
    });
    return slot;
  });
}

/** Rows of a result with the span of persons they look at. */
function eachRow(
  batch: Batch,
  over: Over,
  rows: Rows,
  visit: (row: number, first: number, end: number, skip: number) => void,
): void {
  for (let h = 0; h < batch.count; h++) {
    const start = batch.start[h]!;
    const stop = batch.start[h + 1]!;
    const first = firstOf(over, start, batch.members[h]!);
    const end = endOf(over, start, batch.members[h]!, stop);
    if (rows === 'household') visit(h, first, end, -1);
    else for (let p = start; p < stop; p++) visit(p, first, end, over === 'fellow' ? p : -1);
  }
}

function whereOf(c: Compiler, where: Aggregate['where'], ctx: Context): TruthSlot | null {
  return where === null ? null : truthForPersons(c, conditionOf(c, where, ctx));
}

/** `count`, `sum`, `lowest`, `highest`. An age stays in months where the name is an age. */
export function aggregateNumber(c: Compiler, rule: Aggregate, ctx: Context, asked: Rows, type: ValueType): NumberSlot {
  const rows = rowsFor(rule.over, asked);
  const where = whereOf(c, rule.where, ctx);
  const inMonths = type === 'age' && rule.of?.kind === 'name';
  const of =
    rule.of === null
      ? null
      : numberForPersons(
          c,
          inMonths && rule.of.kind === 'name' ? nameNumber(c, rule.of.ref, ctx, 'months') : numberOf(c, rule.of, ctx),
        );
  const { how, over } = rule;
  const lost = ctx.unknowable ? UNKNOWN : OPEN;
  return once(c, `${how} ${over} ${rows} ${where?.id ?? 'all'} ${of?.id ?? ''} ${lost}`, () => {
    const extreme = how === 'lowest' || how === 'highest';
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [where, of].filter((one): one is Slot & (TruthSlot | NumberSlot) => one !== null),
      stateful: extreme || (where?.mayBeUndecided ?? false) || (of?.stateful ?? false),
      whole: how === 'count' || (of?.whole ?? false),
      status: of === null ? NO_STATUS : (batch, row) => statusOver(batch, rule, rows, row, where, of),
      exact: (batch, row) => exactOver(c, batch, slot, rule, row, where, of),
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      run: (batch) => {
        const v = valuesOf(batch, slot);
        const e = errorsOf(batch, slot);
        const s = statesOf(batch, slot);
        const tests = where === null ? null : truthsOf(batch, where);
        const a = of === null ? null : valuesOf(batch, of);
        const ae = of === null ? null : errorsOf(batch, of);
        const as = of === null ? null : statesOf(batch, of);
        eachRow(batch, over, rows, (row, first, end, skip) => {
          let value = 0;
          let error = 0;
          let state = extreme ? NONE : KNOWN;
          let undecided = false;
          let worst = KNOWN;
          for (let p = first; p < end; p++) {
            if (p === skip) continue;
            const holds = tests === null ? YES : tests[p]!;
            if (holds === NO) continue;
            if (holds === UNDECIDED) {
              undecided = true;
              continue;
            }
            if (a === null || ae === null || as === null) {
              value++;
              continue;
            }
            const one = as[p]!;
            if (one === NONE) continue;
            if (one > worst) worst = one;
            const x = a[p]!;
            if (!extreme) {
              value += x;
              error = (error + ae[p]!) * SLACK;
              if (error !== 0 || !Number.isInteger(value)) error += Math.abs(value) * ULP;
            } else if (state === NONE) {
              value = x;
              error = ae[p]!;
              state = KNOWN;
            } else {
              if (how === 'lowest' ? x < value : x > value) value = x;
              error = Math.max(error, ae[p]!);
              if (ae[p]! !== ae[p]!) error = NaN;
            }
          }
          if (undecided) {
            v[row] = 0;
            e[row] = 0;
            s[row] = lost;
          } else {
            v[row] = value;
            e[row] = error;
            s[row] = worst > KNOWN ? worst : state;
          }
        });
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
  const state = statesOf(batch, slot)[row]!;
  if (of === null) return whole(c.arena, valuesOf(batch, slot)[row]!);
  if (slot.stateful && state === NONE) return zero;
  let found: Num | null = null;
  let undecided = false;
  overPersons(batch, rule.over, slot.rows, row, (p) => {
    const holds = where === null ? YES : truthsOf(batch, where)[p]!;
    if (holds === UNDECIDED) undecided = true;
    if (holds !== YES || statesOf(batch, of)[p] === NONE) return;
    const value = readExact(batch, of, p);
    if (found === null) found = value;
    else if (rule.how === 'sum') found = add(c.arena, found, value);
    else found = rule.how === 'lowest' ? smaller(found, value) : larger(found, value);
  });
  return undecided || found === null ? zero : found;
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
    if (where !== null && truthsOf(batch, where)[p] !== YES) return;
    if (statesOf(batch, of)[p] === NONE) return;
    weakest = Math.max(weakest, statusAt(batch, of.status, p));
  });
  return weakest;
}

/** 1, 2, 3 … by a number; of equals the older comes first, then the smaller id. */
export function rankNumber(c: Compiler, rule: Rank, ctx: Context): NumberSlot {
  const where = whereOf(c, rule.where, ctx);
  const by = numberForPersons(c, nameNumber(c, rule.by, ctx, 'months'));
  const { over, largestFirst } = rule;
  const lost = ctx.unknowable ? UNKNOWN : OPEN;
  const slot: NumberSlot = numberSlot(c, {
    rows: 'person',
    reads: [where, by].filter((one): one is TruthSlot | NumberSlot => one !== null),
    stateful: true,
    whole: true,
    status: NO_STATUS,
    exact: (batch, row) => whole(c.arena, valuesOf(batch, slot)[row]!),
  });
  addStep(c, {
    reads: slot.reads,
    writes: [slot],
    run: (batch) => {
      const v = valuesOf(batch, slot);
      const s = statesOf(batch, slot);
      errorsOf(batch, slot).fill(0, 0, batch.persons);
      const holds = (p: number): number => (where === null ? YES : truthsOf(batch, where)[p]!);
      eachRow(batch, over, 'person', (row, first, end, skip) => {
        v[row] = 0;
        s[row] = NONE;
        if (row === skip || row < first || row >= end) return;
        if (holds(row) === NO || statesOf(batch, by)[row] === NONE) return;
        let state = KNOWN;
        let rank = 1;
        const tied: number[] = [];
        for (let p = first; p < end; p++)
          if (p !== row && holds(p) === YES && statesOf(batch, by)[p] === KNOWN && orderOf(batch, p, row, by) === 0)
            tied.push(p);
        if (tied.length > 0) tied.push(row);
        for (let p = first; p < end; p++) {
          const is = holds(p);
          if (is === NO || statesOf(batch, by)[p] === NONE) continue;
          if (is === UNDECIDED) state = lost;
          else state = Math.max(state, statesOf(batch, by)[p]!);
          if (p !== row && before(batch, p, row, by, largestFirst, tied)) rank++;
        }
        v[row] = state === KNOWN ? rank : 0;
        s[row] = state;
      });
    },
  });
  return slot;
}

/** Whether p comes before q among the persons `from` … `end`. */
function before(
  batch: Batch,
  p: number,
  q: number,
  by: NumberSlot,
  largestFirst: boolean,
  tied: readonly number[],
): boolean {
  const order = orderOf(batch, p, q, by);
  if (order !== 0) return largestFirst ? order > 0 : order < 0;
  const h = batch.household[p]!;
  const { persons } = batch.households[h]!;
  const start = batch.start[h]!;
  const one = persons[p - start]!;
  const two = persons[q - start]!;
  const byDay = tied.every((r) => 'born' in persons[r - start]!.age);
  if (byDay && 'born' in one.age && 'born' in two.age && one.age.born !== two.age.born)
    return one.age.born < two.age.born;
  return one.id < two.id;
}

function orderOf(batch: Batch, p: number, q: number, by: NumberSlot): number {
  const a = valuesOf(batch, by);
  const e = errorsOf(batch, by);
  const sure = by.whole || Math.abs(a[p]! - a[q]!) > e[p]! + e[q]! + 1e-23;
  return sure ? a[p]! - a[q]! : compare(readExact(batch, by, p), readExact(batch, by, q));
}
