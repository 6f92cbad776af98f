import type { Derived } from '../../model/facts.js';
import { LARGE } from '../machine/bounds.js';
import { aggregateNumber, aggregateTruth } from './aggregates.js';
import { rankNumber } from './rank.js';
import { type Batch, readState, writeError, writeState, writeValue, writeWord } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, definition, noted, wordCode, type Compiler } from '../compiler/compiler.js';
import { numberSlot, wordSlot } from '../compiler/new-slots.js';
import { statusAt } from '../machine/statuses.js';
import { numberIn, truthIn, wordIn } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import { atPerson, contextOf } from '../compiler/context.js';
import { numberOf } from '../formulas/expressions.js';
import { nameKernel } from '../kernels/choice.js';
import { copyStatesKernel, copyWordsKernel } from '../kernels/copy.js';
import { patchKernel } from '../kernels/patch.js';
import { sayKernel } from '../kernels/truth.js';
import { rowsOperand } from '../machine/writer.js';
import { isWord } from '../formulas/types.js';
import { doubleOf, whole, checkSize } from '../machine/nums.js';
import { KNOWN, NONE, UNKNOWN, type NumberSlot, type Rows, type TruthSlot, type WordSlot } from '../machine/slots.js';
import { wordOf } from '../formulas/words.js';

export const rowsOfDerived = (derived: Derived): Rows => (derived.scope === 'person' ? 'person' : 'household');

/** What a derived name is before a judgement replaces it, and the name itself. */
export interface DerivedSlots {
  readonly derived: Derived;
  readonly rows: Rows;
  readonly computed: NumberSlot | WordSlot | TruthSlot;
  readonly final: NumberSlot | WordSlot;
}

export function derivedNumber(c: Compiler, id: string): NumberSlot {
  const { final } = derivedSlots(c, id);
  if (final.kind !== 'number') throw new Error(`${id} is no number`);
  return final;
}

export function derivedWord(c: Compiler, id: string): WordSlot {
  const { final } = derivedSlots(c, id);
  if (final.kind !== 'word') throw new Error(`${id} is no word`);
  return final;
}

export function derivedSlots(c: Compiler, id: string): DerivedSlots {
  return noted(c, `derived ${id}`, () => {
    const derived = definition(c, 'derived', c.model.derived, id);
    for (const value of derived.values) wordCode(c, value);
    return isWord(derived.type) ? derivedAsWord(c, derived) : derivedAsNumber(c, derived);
  });
}

function derivedAsWord(c: Compiler, derived: Derived): DerivedSlots {
  const rows = rowsOfDerived(derived);
  const ctx = contextOf(derived.id, { unknowable: derived.unknowable });
  const { rule } = derived;
  const computed =
    rule.kind === 'value'
      ? wordIn(c, wordOf(c, rule.value, ctx), rows)
      : truthIn(
          c,
          rule.kind === 'condition' ? conditionOf(c, rule.when, ctx) : aggregateTruth(c, rule, ctx, rows),
          rows,
        );
  const final = wordSlot(c, {
    rows,
    reads: [computed],
    mayBeUnknown: computed.kind === 'truth' ? computed.mayBeUndecided : computed.mayBeUnknown,
    probe: (batch, row) => {
      if (batch.patches.get(final.id)?.some((patch) => patch.row === row) !== true) computed.probe?.(batch, row);
    },
  });
  addStep(c, {
    reads: [computed],
    writes: [final],
    write: (to) => {
      const [w, n] = [to.column(final), rowsOperand(rows)];
      to.op(computed.kind === 'truth' ? sayKernel : copyWordsKernel, w, to.column(computed), n);
      to.op(
        patchKernel,
        to.call(() => patchWords(to.batch, final)),
      );
    },
  });
  return { derived, rows, computed, final };
}

function derivedAsNumber(c: Compiler, derived: Derived): DerivedSlots {
  const rows = rowsOfDerived(derived);
  const computed = numberIn(c, computedNumber(c, derived), rows);
  const patched = (batch: Parameters<NumberSlot['exact']>[0], row: number) =>
    batch.patches.size === 0 ? undefined : batch.patches.get(final.id)?.find((patch) => patch.row === row);
  const { status } = computed;
  const final: NumberSlot = numberSlot(c, {
    rows,
    reads: [computed],
    follows: computed.stateful ? null : [computed],
    stateful: computed.stateful,
    mayBeUnknown: computed.mayBeUnknown && derived.unknowable,
    whole: computed.whole,
    places: computed.places,
    status: (batch, row) => (patched(batch, row) === undefined ? statusAt(batch, status, row) : 0),
    exact: (batch, row) => {
      const patch = patched(batch, row);
      if (patch !== undefined) return patch.num ?? whole(c.arena, 0);
      if (computed.stateful && readState(batch, computed, row) === NONE) return whole(c.arena, 0);
      return checkSize(readExact(batch, computed, row), () => `${derived.id}${atPerson(batch, rows, row)}`);
    },
  });
  addStep(c, {
    reads: [computed],
    writes: [final],
    write: (to) => {
      const [v, n] = [to.column(final), rowsOperand(rows)];
      to.op(nameKernel, v, to.column(computed), to.doubles(LARGE), n);
      if (computed.stateful) to.op(copyStatesKernel, v, to.column(computed), n);
      to.op(
        patchKernel,
        to.call(() => patchNumbers(to.batch, final)),
      );
    },
  });
  return { derived, rows, computed, final };
}

/** A worker judged otherwise. */
function patchWords(batch: Batch, final: WordSlot): void {
  for (const patch of batch.patches.get(final.id) ?? []) writeWord(batch, final, patch.row, patch.word);
}

function patchNumbers(batch: Batch, final: NumberSlot): void {
  for (const { row, num } of batch.patches.get(final.id) ?? []) {
    const value = num === null ? 0 : doubleOf(num);
    writeValue(batch, final, row, value);
    writeError(batch, final, row, Number.isInteger(value) ? 0 : Math.abs(value) * 2 ** -52);
    writeState(batch, final, row, num === null ? UNKNOWN : KNOWN);
  }
}

function computedNumber(c: Compiler, derived: Derived): NumberSlot {
  const ctx = contextOf(derived.id, { unknowable: derived.unknowable });
  const { rule } = derived;
  if (rule.kind === 'value') return numberOf(c, rule.value, ctx);
  if (rule.kind === 'aggregate') return aggregateNumber(c, rule, ctx, rowsOfDerived(derived), derived.type);
  if (rule.kind === 'rank') return rankNumber(c, rule, ctx);
  throw new Error(`${derived.id} is a condition and no number`);
}
