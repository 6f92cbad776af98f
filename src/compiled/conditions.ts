import type { Condition, Test } from '../model/condition.js';
import { literalBound } from './bounds.js';
import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, wordsOf, type Batch } from './batch.js';
import {
  addStep,
  making,
  numberIn,
  once,
  rowsOf,
  truthIn,
  truthSlot,
  use,
  wordCode,
  type Compiler,
} from './compiler.js';
import type { Context } from './context.js';
import { numberOf } from './expressions.js';
import {
  andKernel,
  amongKernel,
  bandKernel,
  boundKernel,
  NEAR,
  orKernel,
  turnKernel,
  wordKernel,
} from './kernels/truth.js';
import { isWord, nameNumber, nameWord, typeOf } from './names.js';
import { compare, numOf, type Num } from './nums.js';
import { NO, NONE, UNDECIDED, WORD_NONE, WORD_UNKNOWN, YES, type NumberSlot, type TruthSlot } from './slots.js';

/** The slot that holds a condition's truth; equal conditions share one. */
export function conditionOf(c: Compiler, condition: Condition, ctx: Context): TruthSlot {
  return making(c, condition, makeCondition(c, condition, ctx));
}

function makeCondition(c: Compiler, condition: Condition, ctx: Context): TruthSlot {
  if (condition.kind === 'test') return testOf(c, condition, ctx);
  const parts = condition.of.map((one) => conditionOf(c, one, ctx));
  const rows = rowsOf(parts);
  const seen = new Set(parts.map((part) => truthIn(c, part, rows)));
  const slots = [...seen].sort((a, b) => a.id - b.id);
  if (slots.length === 1) return slots[0]!;
  return once(c, `${condition.kind} ${slots.map((slot) => slot.id).join(',')}`, () => {
    const slot = truthSlot(c, {
      rows,
      reads: slots,
      mayBeUndecided: slots.some((one) => one.mayBeUndecided),
      probe: (batch, row) => {
        for (const one of slots) one.probe?.(batch, row);
      },
    });
    const kernel = condition.kind === 'all' ? andKernel : orKernel;
    const [first, second, ...rest] = slots;
    addStep(c, {
      reads: slots,
      writes: [slot],
      run: (batch) => {
        const n = rowsIn(batch, rows);
        const t = truthsOf(batch, slot);
        kernel(t, truthsOf(batch, first!), truthsOf(batch, second!), n);
        for (const one of rest) kernel(t, t, truthsOf(batch, one), n);
      },
    });
    return slot;
  });
}

/** One test on one name. */
function testOf(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check } = test;
  if (check.op === 'compare') return compareTest(c, test, ctx);
  if (isWord(typeOf(c, test.ref, ctx))) return wordTest(c, test, ctx);
  const value = use(c, making(c, test.ref, nameNumber(c, test.ref, ctx, 'months')));
  return check.op === 'band' ? bandTest(c, test, value) : amongTest(c, test, value);
}

function wordTest(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'one-of') throw new Error('a word is tested with words');
  const word = making(c, test.ref, nameWord(c, test.ref, ctx));
  const codes = check.values.map((value) => wordCode(c, value));
  const key = `word ${word.id} ${[...codes].sort((a, b) => a - b).join(',')} ${String(check.unknown)} ${String(turned)}`;
  return once(c, key, () => {
    const slot = truthSlot(c, {
      rows: word.rows,
      reads: [word],
      mayBeUndecided: word.mayBeUnknown && !check.unknown,
      probe: word.probe,
    });
    let table: Uint8Array | null = null;
    const lookUp = (): Uint8Array => {
      const made = new Uint8Array(c.wordTexts.length).fill(turned ? YES : NO);
      for (const code of codes) made[code] = turned ? NO : YES;
      made[WORD_UNKNOWN] = check.unknown ? (turned ? NO : YES) : UNDECIDED;
      made[WORD_NONE] = turned ? YES : NO;
      return made;
    };
    addStep(c, {
      reads: [word],
      writes: [slot],
      run: (batch) =>
        wordKernel(truthsOf(batch, slot), wordsOf(batch, word), (table ??= lookUp()), rowsIn(batch, word.rows)),
    });
    return slot;
  });
}

function bandTest(c: Compiler, test: Test, value: NumberSlot): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'band') throw new Error('no band');
  const from = check.from === null ? -Infinity : Number(check.from);
  const below = check.below === null ? Infinity : Number(check.below);
  const fromError = check.from === null ? 0 : literalBound(check.from, from);
  const belowError = check.below === null ? 0 : literalBound(check.below, below);
  const low = check.from === null ? null : numOf(c.arena, check.from);
  const high = check.below === null ? null : numOf(c.arena, check.below);
  return once(c, `band ${value.id} ${String(check.from)} ${String(check.below)} ${String(turned)}`, () =>
    numberTest(
      c,
      value,
      turned,
      (batch, t, n) =>
        bandKernel(
          t,
          valuesOf(batch, value),
          errorsOf(batch, value),
          statesOf(batch, value),
          from,
          fromError,
          below,
          belowError,
          turned,
          n,
        ),
      (exact) => (low === null || compare(exact, low) >= 0) && (high === null || compare(exact, high) < 0),
      value.stateful,
    ),
  );
}

function amongTest(c: Compiler, test: Test, value: NumberSlot): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'one-of') throw new Error('no list');
  const wanted = check.values.map((text) => numOf(c.arena, text));
  const doubles = Float64Array.from(check.values, Number);
  const errors = Float64Array.from(check.values, (text) => literalBound(text, Number(text)));
  return once(c, `among ${value.id} ${check.values.join(',')} ${String(check.unknown)} ${String(turned)}`, () =>
    numberTest(
      c,
      value,
      turned,
      (batch, t, n) =>
        amongKernel(
          t,
          valuesOf(batch, value),
          errorsOf(batch, value),
          statesOf(batch, value),
          doubles,
          errors,
          check.unknown,
          turned,
          n,
        ),
      (exact) => wanted.some((one) => compare(exact, one) === 0),
      value.stateful,
    ),
  );
}

/** A test on one number whose near rows the exact reader decides. */
function numberTest(
  c: Compiler,
  value: NumberSlot,
  turned: boolean,
  kernel: (batch: Batch, t: Uint8Array, n: number) => number,
  decide: (exact: Num) => boolean,
  mayBeUndecided: boolean,
): TruthSlot {
  const slot = truthSlot(c, {
    rows: value.rows,
    reads: [value],
    mayBeUndecided,
    probe: (batch, row) => void readExact(batch, value, row),
  });
  const settle = (batch: Batch, row: number): number => (decide(readExact(batch, value, row)) !== turned ? YES : NO);
  addStep(c, {
    reads: [value],
    writes: [slot],
    run: (batch) => {
      const t = truthsOf(batch, slot);
      const n = rowsIn(batch, value.rows);
      if (kernel(batch, t, n) > 0) settleNear(batch, t, n, settle);
    },
  });
  return slot;
}

/** Rows too near to say are decided exactly; one whose value cannot be had stays undecided and is remembered. */
function settleNear(batch: Batch, t: Uint8Array, n: number, settle: (batch: Batch, row: number) => number): void {
  for (let i = 0; i < n; i++) {
    if (t[i] !== NEAR) continue;
    try {
      t[i] = settle(batch, i);
    } catch {
      t[i] = UNDECIDED;
      batch.failed = true;
    }
  }
}

const OPS = { from: 0, to: 1, above: 2, below: 3 } as const;

/** Against numbers or formulas; all bounds must hold. */
function compareTest(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'compare') throw new Error('no comparison');
  const named = nameNumber(c, test.ref, ctx, 'years');
  making(c, test.ref, nameNumber(c, test.ref, ctx, 'months'));
  const bounds = check.bounds.map(({ is, bound }) => ({ op: OPS[is], slot: numberOf(c, bound, ctx) }));
  const rows = rowsOf([named, ...bounds.map(({ slot }) => slot)]);
  const value = numberIn(c, named, rows);
  const limits = bounds.map(({ op, slot }) => ({ op, slot: numberIn(c, slot, rows) }));
  const key = `compare ${value.id} ${limits.map(({ op, slot }) => `${op}:${slot.id}`).join(',')} ${String(turned)}`;
  return once(c, key, () => {
    const slot = truthSlot(c, {
      rows,
      reads: [value, ...limits.map((limit) => limit.slot)],
      mayBeUndecided: value.stateful || limits.some((limit) => limit.slot.stateful),
      probe: (batch, row) => {
        readExact(batch, value, row);
        for (const limit of limits) readExact(batch, limit.slot, row);
      },
    });
    const settle = (batch: Batch, row: number): number => {
      let holds: number = YES;
      const state = statesOf(batch, value)[row]!;
      for (const limit of limits) {
        const one =
          state === NONE
            ? NO
            : state > NONE || statesOf(batch, limit.slot)[row]! > NONE
              ? UNDECIDED
              : met(limit.op, compare(readExact(batch, value, row), readExact(batch, limit.slot, row)))
                ? YES
                : NO;
        holds = Math.min(holds, one);
      }
      return turned ? YES - holds : holds;
    };
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      run: (batch) => {
        const t = truthsOf(batch, slot);
        const n = rowsIn(batch, rows);
        const v = valuesOf(batch, value);
        const e = errorsOf(batch, value);
        const s = statesOf(batch, value);
        let near = 0;
        let first = true;
        for (const { op, slot: limit } of limits) {
          near += boundKernel(
            t,
            v,
            e,
            s,
            valuesOf(batch, limit),
            errorsOf(batch, limit),
            statesOf(batch, limit),
            op,
            first,
            n,
          );
          first = false;
        }
        if (near === 0) {
          if (turned) turnKernel(t, n);
          return;
        }
        if (turned) for (let i = 0; i < n; i++) if (t[i] !== NEAR) t[i] = YES - t[i]!;
        settleNear(batch, t, n, settle);
      },
    });
    return slot;
  });
}

function met(op: number, order: number): boolean {
  return op === 0 ? order >= 0 : op === 1 ? order <= 0 : op === 2 ? order > 0 : order < 0;
}
