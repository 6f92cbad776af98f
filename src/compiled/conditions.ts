import type { Condition, Test } from '../model/condition.js';
import { literalBound } from './bounds.js';
import { rowsIn, truthsOf, wordsOf } from './batch.js';
import { addStep, making, once, truthSlot, use, wordCode, type Compiler } from './compiler.js';
import { rowsOf, truthIn } from './lift.js';
import type { Context } from './context.js';
import { andKernel, amongKernel, bandKernel, orKernel, wordKernel } from './kernels/truth.js';
import { isWord, nameNumber, nameWord, typeOf } from './names.js';
import { compare, numOf } from './nums.js';
import { NO, UNDECIDED, WORD_NONE, WORD_UNKNOWN, YES, type NumberSlot, type TruthSlot } from './slots.js';
import { compareTest } from './compare-test.js';
import { numberTest } from './number-test.js';

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
      bind: (batch) => {
        const t = truthsOf(batch, slot);
        const a = truthsOf(batch, first!);
        const b = truthsOf(batch, second!);
        const more = rest.map((one) => truthsOf(batch, one));
        return () => {
          const n = rowsIn(batch, rows);
          kernel(t, a, b, n);
          for (let i = 0; i < more.length; i++) kernel(t, t, more[i]!, n);
        };
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
      bind: (batch) => {
        const t = truthsOf(batch, slot);
        const w = wordsOf(batch, word);
        const table = lookUp();
        return () => wordKernel(t, w, table, rowsIn(batch, word.rows));
      },
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
      (t, v, e, s, n) => bandKernel(t, v, e, s, from, fromError, below, belowError, turned, n),
      (exact) => (low === null || compare(exact, low) >= 0) && (high === null || compare(exact, high) < 0),
      fromError === 0 && belowError === 0 ? (whole) => whole >= from && whole < below : null,
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
      (t, v, e, s, n) => amongKernel(t, v, e, s, doubles, errors, check.unknown, turned, n),
      (exact) => wanted.some((one) => compare(exact, one) === 0),
      errors.every((error) => error === 0) ? (whole) => doubles.includes(whole) : null,
    ),
  );
}
