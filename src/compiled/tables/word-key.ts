import type { Cell } from '../../model/numbers.js';
import { readWord } from '../machine/batch.js';
import { wordCode, type Compiler } from '../compiler/compiler.js';
import { fixedClassKernel, wordClassKernel, wordHitsKernel } from '../kernels/table.js';
import { rowsOperand } from '../machine/writer.js';
import { WORD_NONE, WORD_UNKNOWN, type Rows, type WordSlot } from '../machine/slots.js';
import { NONE_LAST, UNKNOWN_LAST, type Key, type KeySource } from './key.js';

/** A `by` that is a word: one class a word the cells name, one for every other. */
export function wordKey(
  c: Compiler,
  source: KeySource,
  slot: WordSlot | null,
  rows: Rows,
  cells: readonly Cell[],
): Key {
  const named = new Map<number, number>();
  for (const cell of cells) {
    if (cell.kind !== 'one-of') continue;
    for (const value of cell.values) {
      const code = wordCode(c, value);
      if (!named.has(code)) named.set(code, named.size);
    }
  }
  // class of every other word
  const rest = named.size;
  const classes = rest + 1 + UNKNOWN_LAST;
  const classOfCode = (code: number): number =>
    code === WORD_UNKNOWN
      ? classes - UNKNOWN_LAST
      : code === WORD_NONE
        ? classes - NONE_LAST
        : (named.get(code) ?? rest);
  const fixed = source.kind === 'literal' ? classOfCode(wordCode(c, source.value)) : 0;
  return {
    slot,
    classes,
    classOf: (batch, row) => (slot === null ? fixed : classOfCode(readWord(batch, slot, row))),
    write: (to, isFirst) => {
      const times = isFirst ? 0 : classes;
      if (slot === null) return to.op(fixedClassKernel, fixed, times, rowsOperand(rows));
      const table = Int32Array.from({ length: c.wordTexts.length }, (_, code) => classOfCode(code));
      return to.op(wordClassKernel, to.column(slot), to.table(table), times, rowsOperand(rows));
    },
    get alone() {
      return slot === null ? null : { kernel: wordHitsKernel, size: c.wordTexts.length };
    },
    fits: (cell, at) => {
      if (cell.kind === 'any') return true;
      if (cell.kind !== 'one-of' || at === classes - NONE_LAST) return false;
      if (at === classes - UNKNOWN_LAST) return cell.unknown;
      return at !== rest && cell.values.some((value) => named.get(wordCode(c, value)) === at);
    },
  };
}
