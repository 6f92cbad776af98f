import type { Condition, Test } from '../../model/condition.js';
import { literalBound } from '../machine/bounds.js';
import { addStep, making, wordCode, type Compiler } from '../compiler/compiler.js';
import { once, truthSlot, use } from '../compiler/new-slots.js';
import { rowsOf, truthIn } from '../compiler/lift.js';
import type { Context } from '../compiler/context.js';
import { andKernel, amongKernel, bandKernel, orKernel, wholeBandKernel, wordKernel } from '../kernels/truth.js';
import { rowsOperand } from '../machine/writer.js';
import { isWord, typeOf } from './types.js';
import { compare, numOf } from '../machine/nums.js';
import { NO, UNDECIDED, WORD_NONE, WORD_UNKNOWN, YES, type NumberSlot, type TruthSlot } from '../machine/slots.js';
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
      write: (to) => {
        to.op(kernel, to.column(slot), to.column(first!), to.column(second!), rowsOperand(rows));
        for (const one of rest) to.op(kernel, to.column(slot), to.column(slot), to.column(one), rowsOperand(rows));
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
  const value = use(c, making(c, test.ref, c.names.number(c, test.ref, ctx, 'months')));
  return check.op === 'band' ? bandTest(c, test, value) : amongTest(c, test, value);
}

function wordTest(c: Compiler, test: Test, ctx: Context): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'one-of') throw new Error('a word is tested with words');
  const word = making(c, test.ref, c.names.word(c, test.ref, ctx));
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
      write: (to) => to.op(wordKernel, to.column(slot), to.column(word), to.table(lookUp()), rowsOperand(word.rows)),
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
  const isWhole = value.whole && !value.stateful && fromError === 0 && belowError === 0;
  return once(c, `band ${value.id} ${String(check.from)} ${String(check.below)} ${String(turned)}`, () =>
    numberTest(
      c,
      value,
      turned,
      (exact) => (low === null || compare(exact, low) >= 0) && (high === null || compare(exact, high) < 0),
      (to, result, settle) => {
        const bounds = to.doubles(from, fromError, below, belowError);
        const rows = rowsOperand(value.rows);
        if (isWhole) to.op(wholeBandKernel, result, to.column(value), bounds, Number(turned), rows);
        else to.op(bandKernel, result, to.column(value), to.states(value), bounds, Number(turned), settle(), rows);
      },
    ),
  );
}

function amongTest(c: Compiler, test: Test, value: NumberSlot): TruthSlot {
  const { check, turned } = test;
  if (check.op !== 'one-of') throw new Error('no list');
  const wanted = check.values.map((text) => numOf(c.arena, text));
  const bounded = check.values.flatMap((text) => [Number(text), literalBound(text, Number(text))]);
  return once(c, `among ${value.id} ${check.values.join(',')} ${String(check.unknown)} ${String(turned)}`, () =>
    numberTest(
      c,
      value,
      turned,
      (exact) => wanted.some((one) => compare(exact, one) === 0),
      (to, result, settle) => {
        const [first, many] = [to.doubles(...bounded), check.values.length];
        const how = [Number(check.unknown), Number(turned), settle(), rowsOperand(value.rows)];
        to.op(amongKernel, result, to.column(value), to.states(value), first, many, ...how);
      },
    ),
  );
}
