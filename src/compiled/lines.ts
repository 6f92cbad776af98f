import { evaluationError } from '../model/diagnostic.js';
import { isValid } from '../model/model.js';
import type { Need } from '../model/needs.js';
import { LARGE, SNAP } from './bounds.js';
import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import {
  addStep,
  definition,
  literal,
  noted,
  numberIn,
  numberSlot,
  statusAt,
  truthIn,
  truthSlot,
  use,
  weakest,
  type Compiler,
} from './compiler.js';
import { conditionOf } from './conditions.js';
import { atPerson, contextOf } from './context.js';
import {
  applyEffects,
  applyLeaveOut,
  effectsOn,
  statusOfEffects,
  workExactly,
  working,
  type Effect,
} from './effects.js';
import { binary, checkSize, copyRows, numberOf } from './expressions.js';
import { factNumber } from './facts.js';
import { indexFactor, itemsOf, sumOfItems, type IndexFactor, type ItemSlots } from './items.js';
import { existsKernel, startKernel } from './kernels/lines.js';
import { stepsOf } from './kernels/rounding.js';
import { multiply, snapped, whole, type Num } from './nums.js';
import { NO_STATUS, type NumberSlot, type Rows, type Slot, type StatusOf, type TruthSlot } from './slots.js';
import { exactSteps, lineStep } from './steps.js';

/** One need with all that makes its lines. */
export interface Line {
  /** Place among the needs that exist in the month. */
  readonly at: number;
  readonly need: Need;
  readonly rows: Rows;
  readonly when: TruthSlot | null;
  /** There is a line: `when` holds, for a member, and nothing leaves it out. */
  readonly exists: TruthSlot;
  /** The amount as written, or null where there are items. */
  readonly amount: NumberSlot | null;
  readonly items: readonly ItemSlots[] | null;
  readonly parts: readonly { readonly id: string; readonly slot: NumberSlot }[] | null;
  /** Index of an amount. */
  readonly index: IndexFactor | null;
  /** The amount or items, indexed, × months / 12. */
  readonly base: NumberSlot;
  /** What `scales` multiplies by; null where it does not. */
  readonly presence: NumberSlot | null;
  readonly effects: readonly Effect[];
  /** The exact value before rounding. */
  readonly value: NumberSlot;
  /** Rounded, in steps. */
  readonly reference: NumberSlot;
  /** After bills and judgements, in steps. */
  readonly paid: NumberSlot;
  readonly status: StatusOf;
  /** Weakest of the prices or of the amount. */
  readonly priceStatus: StatusOf;
}

/** The needs of the month, in the order of the model. */
export function needsOf(c: Compiler): readonly Need[] {
  return noted(c, 'needs', () => c.model.needs.filter((need) => isValid(need, c.month)));
}

/** A need's rounded reference a month, 0 where it does not exist. */
export function lineNumber(c: Compiler, id: string): NumberSlot {
  return inMoney(c, lineOf(c, definition(c, 'need', c.model.needs, id)).reference);
}

/** Steps as an amount. */
export function inMoney(c: Compiler, steps: NumberSlot): NumberSlot {
  return binary(c, 'multiply', steps, literal(c, c.model.pack.rounding), contextOf('rounding'));
}

export function lineOf(c: Compiler, need: Need): Line {
  return noted(c, `line ${need.id}`, () => makeLine(c, need));
}

function makeLine(c: Compiler, need: Need): Line {
  const rows = need.for;
  const ctx = contextOf(need.id);
  const when = need.when === null ? null : truthIn(c, conditionOf(c, need.when, ctx), rows);
  const parts =
    need.parts?.map((part) => ({ id: part.id, slot: use(c, numberIn(c, numberOf(c, part.value, ctx), rows)) })) ?? null;
  const partsSum = parts === null ? null : parts.map((part) => part.slot).reduce((l, r) => binary(c, 'add', l, r, ctx));
  const items = need.items === null ? null : itemsOf(c, need);
  const amount = need.amount === null ? null : numberOf(c, need.amount, { ...ctx, parts: partsSum });
  const index = items === null ? indexFactor(c, need.index, need.priced) : null;
  const indexed =
    items !== null
      ? sumOfItems(c, items, ctx)
      : index === null
        ? amount!
        : binary(c, 'multiply', amount!, index.factor, ctx);
  const inYear =
    need.months === null
      ? indexed
      : binary(c, 'multiply', indexed, binary(c, 'divide', literal(c, need.months), literal(c, '12'), ctx), ctx);
  const base = use(c, numberIn(c, inYear, rows));
  const presence = need.presence === 'scales' ? use(c, factNumber(c, 'person.presence')) : null;
  const effects = effectsOn(c, need, c.model.adjustments, 'all');
  return columnsOf(c, { need, rows, when, amount, items, parts, index, base, presence, effects });
}

type Parsed = Pick<
  Line,
  'need' | 'rows' | 'when' | 'amount' | 'items' | 'parts' | 'index' | 'base' | 'presence' | 'effects'
>;

function columnsOf(c: Compiler, parsed: Parsed): Line {
  const { need, rows, when, base, presence, effects } = parsed;
  const reads: Slot[] = [base];
  if (when !== null) reads.push(when);
  if (presence !== null) reads.push(presence);
  for (const effect of effects) {
    if (effect.when !== null) reads.push(effect.when);
    if (effect.by !== null) reads.push(effect.by);
  }
  const stateful =
    base.stateful || presence?.stateful === true || effects.some((effect) => effect.by?.stateful === true);
  const status = statusOfLine(parsed);
  const exists = truthSlot(c, { rows, reads, mayBeUndecided: false, probe: null });
  const value = numberSlot(c, {
    rows,
    reads,
    stateful,
    status,
    exact: (batch, row) => exactValue(c, batch, parsed, row),
  });
  const steps = (): NumberSlot => {
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [value],
      stateful,
      whole: true,
      status,
      exact: (batch, row) => whole(c.arena, valuesOf(batch, slot)[row]!),
    });
    return slot;
  };
  const line: Line = {
    at: needsOf(c).indexOf(need),
    ...parsed,
    exists,
    value,
    reference: steps(),
    paid: steps(),
    status,
    priceStatus: priceStatusOf(parsed),
  };
  const billed = c.model.bills.some((bill) => isValid(bill, c.month) && bill.replaces.includes(need.id));
  addStep(c, {
    reads,
    writes: billed ? [exists, value, line.reference] : [exists, value, line.reference, line.paid],
    run: (batch) => {
      runLine(c, batch, line);
      if (!billed) settleLine(batch, line);
    },
  });
  return line;
}

function runLine(c: Compiler, batch: Batch, line: Line): void {
  const { rows, when, exists, base, presence, effects, value, reference, need } = line;
  const n = rowsIn(batch, rows);
  const there = truthsOf(batch, exists);
  existsKernel(there, when === null ? null : truthsOf(batch, when), rows === 'person' ? batch.isMember : null, n);
  applyLeaveOut(batch, effects, there, n);
  const v = valuesOf(batch, value);
  const e = errorsOf(batch, value);
  const s = statesOf(batch, value);
  startKernel(
    v,
    e,
    valuesOf(batch, base),
    errorsOf(batch, base),
    presence === null ? null : valuesOf(batch, presence),
    presence === null ? null : errorsOf(batch, presence),
    n,
  );
  if (value.stateful) {
    if (base.stateful) copyRows(s, statesOf(batch, base), n);
    else s.fill(0, 0, n);
    if (presence?.stateful === true) for (let i = 0; i < n; i++) s[i] = Math.max(s[i]!, statesOf(batch, presence)[i]!);
    for (let i = 0; i < n; i++) if (s[i] === 1) s[i] = 0;
  }
  applyEffects(batch, effects, v, e, s, n);
  const r = valuesOf(batch, reference);
  const { size } = lineStep(c);
  for (let i = 0; i < n; i++) {
    if (there[i] !== 2) {
      r[i] = 0;
      continue;
    }
    const x = v[i]!;
    const error = e[i]!;
    const steps = stepsOf(x, error, size);
    const doubtful = steps !== steps || !(Math.abs(x) <= LARGE) || (x - error < SNAP && (x !== 0 || error !== 0));
    r[i] = doubtful ? exactReference(c, batch, line, i) : steps;
  }
  if (value.stateful) copyRows(statesOf(batch, reference), s, n);
  if (batch.failed) probeLine(batch, line, need, n);
}

/** Values that were used and could not be had are told, once a test swallowed one. */
function probeLine(batch: Batch, line: Line, _need: Need, n: number): void {
  for (let i = 0; i < n; i++) {
    if (line.rows === 'person' && batch.isMember[i] !== 1) continue;
    line.when?.probe?.(batch, i);
    if (truthsOf(batch, line.exists)[i] !== 2) continue;
    for (const effect of line.effects) effect.when?.probe?.(batch, i);
  }
}

/** Steps of a line's exact value; below 0 is an error of the pack. */
function exactReference(c: Compiler, batch: Batch, line: Line, row: number): number {
  const value = readExact(batch, line.value, row);
  if (snapped(value).isNegative() && !snapped(value).isZero())
    throw evaluationError(
      'line-below-zero',
      `${line.need.id}${atPerson(batch, line.rows, row)}`,
      'a line would be below 0',
    );
  return exactSteps(c, value);
}

/** Without bills the need is the reference, unless a worker judged otherwise. */
export function settleLine(batch: Batch, line: Line): void {
  const n = rowsIn(batch, line.rows);
  copyRows(valuesOf(batch, line.paid), valuesOf(batch, line.reference), n);
  if (line.reference.stateful) copyRows(statesOf(batch, line.paid), statesOf(batch, line.reference), n);
  patchLine(batch, line);
}

export function patchLine(batch: Batch, line: Line): void {
  if (batch.linePatches.size === 0) return;
  for (const { row, steps } of batch.linePatches.get(line.at) ?? [])
    if (truthsOf(batch, line.exists)[row] === 2) valuesOf(batch, line.paid)[row] = steps;
}

/** The value of a line before rounding, in the order of the language. */
function exactValue(c: Compiler, batch: Batch, line: Parsed, row: number): Num {
  const name = `${line.need.id}${atPerson(batch, line.rows, row)}`;
  let value = checkSize(readExact(batch, line.base, row), name);
  if (line.presence !== null) value = checkSize(multiply(c.arena, value, readExact(batch, line.presence, row)), name);
  for (const effect of working(batch, line.effects, row))
    value = checkSize(workExactly(c, batch, effect, value, row), name);
  return value;
}

function statusOfLine(line: Parsed): StatusOf {
  const fixed = weakest([line.base.status, line.presence?.status ?? NO_STATUS]);
  if (line.effects.every(({ by }) => by === null)) return fixed;
  return (batch, row) => Math.max(statusAt(batch, fixed, row), statusOfEffects(batch, line.effects, row));
}

function priceStatusOf(line: Parsed): StatusOf {
  const { items, amount } = line;
  if (items === null) return amount === null ? NO_STATUS : inRows(amount, line.rows);
  const prices = items.map(({ when, price }): StatusOf => {
    const status = inRows(price, line.rows);
    if (when === null) return status;
    return (batch, row) =>
      truthsOf(batch, when)[when.rows === 'person' || line.rows === 'household' ? row : batch.household[row]!] === 2
        ? statusAt(batch, status, row)
        : NO_STATUS;
  });
  return weakest(prices);
}

/** A status as rows of the line see it. */
export function inRows(slot: NumberSlot, rows: Rows): StatusOf {
  const { status } = slot;
  if (typeof status === 'number' || slot.rows === rows) return status;
  return (batch, row) => status(batch, batch.household[row]!);
}

/** `when` holds, and an adjustment removes the line: that is told. */
export function isLeftOut(batch: Batch, line: Line, row: number): boolean {
  if (truthsOf(batch, line.exists)[row] === 2) return false;
  if (line.rows === 'person' && batch.isMember[row] !== 1) return false;
  if (line.when !== null && truthsOf(batch, line.when)[row] !== 2) return false;
  return line.effects.some(
    ({ verb, when }) => verb === 'leave-out' && (when === null || truthsOf(batch, when)[row] === 2),
  );
}
