import type { Expression } from '../../model/expression.js';
import type { Batch } from '../machine/batch.js';
import { addStep, wordCode, type Compiler } from '../compiler/compiler.js';
import { once, wordSlot } from '../compiler/new-slots.js';
import { rowsOf, truthIn, wordIn } from '../compiler/lift.js';
import { conditionOf } from './conditions.js';
import type { Context } from '../compiler/context.js';
import { chosenCase, probeCases } from './cases.js';
import { caseWordKernel } from '../kernels/choice.js';
import { copyWordsKernel, fillWordsKernel } from '../kernels/copy.js';
import { rowsOperand } from '../machine/writer.js';
import type { WordSlot } from '../machine/slots.js';

/** The slot that holds the word an expression gives. */
export function wordOf(c: Compiler, e: Expression, ctx: Context): WordSlot {
  switch (e.kind) {
    case 'word':
      return fixedWord(c, wordCode(c, e.value));
    case 'name':
      return c.names.word(c, e.ref, ctx);
    case 'at':
      return wordOf(c, e.of, { ...ctx, asOf: e.month });
    case 'cases':
      return wordCases(c, e, ctx);
    default:
      throw new Error(`${e.kind} gives no word`);
  }
}

export function fixedWord(c: Compiler, code: number): WordSlot {
  return once(c, `word ${code}`, () => {
    const slot = wordSlot(c, { rows: 'household', reads: [], mayBeUnknown: false, probe: null });
    addStep(c, {
      reads: [],
      writes: [slot],
      write: (to) => to.op(fillWordsKernel, to.column(slot), code, rowsOperand('household')),
    });
    return slot;
  });
}

function wordCases(c: Compiler, e: Extract<Expression, { kind: 'cases' }>, ctx: Context): WordSlot {
  const whens = e.cases.map((one) => conditionOf(c, one.when, ctx));
  const values = [...e.cases.map((one) => wordOf(c, one.is, ctx)), wordOf(c, e.otherwise, ctx)];
  const rows = rowsOf([...whens, ...values]);
  const tests = whens.map((when) => truthIn(c, when, rows));
  const results = values.map((value) => wordIn(c, value, rows));
  const key = `words ${tests.map((slot) => slot.id).join(',')} ${results.map((slot) => slot.id).join(',')}`;
  return once(c, key, () => {
    const last = results.at(-1)!;
    const slot = wordSlot(c, {
      rows,
      reads: [...tests, ...results],
      mayBeUnknown: tests.some((one) => one.mayBeUndecided) || results.some((one) => one.mayBeUnknown),
      probe: (batch: Batch, row: number) => {
        const at = chosenCase(batch, tests, row);
        probeCases(batch, tests, row);
        if (at >= 0) results[at]?.probe?.(batch, row);
      },
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      write: (to) => {
        const [w, n] = [to.column(slot), rowsOperand(rows)];
        to.op(copyWordsKernel, w, to.column(last), n);
        for (let j = tests.length - 1; j >= 0; j--)
          to.op(caseWordKernel, w, to.column(tests[j]!), to.column(results[j]!), n);
      },
    });
    return slot;
  });
}
