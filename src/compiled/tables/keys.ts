import type { Row } from '../../model/numbers.js';
import type { ValueType } from '../../model/value.js';
import type { Compiler } from '../compiler/compiler.js';
import { numberIn, wordIn } from '../compiler/lift.js';
import type { Context } from '../compiler/context.js';
import { isWord } from '../formulas/types.js';
import type { NumberSlot, Rows, WordSlot } from '../machine/slots.js';
import type { Key, KeySource } from './key.js';
import { numberKey } from './number-key.js';
import { wordKey } from './word-key.js';

/** The slot a key reads, without the lift to the table's rows. */
export function keySlot(c: Compiler, source: KeySource, type: ValueType, ctx: Context): NumberSlot | WordSlot | null {
  if (source.kind === 'literal') return null;
  return isWord(type) ? c.names.word(c, source.ref, ctx) : c.names.number(c, source.ref, ctx, 'months');
}

export function makeKey(
  c: Compiler,
  source: KeySource,
  type: ValueType,
  slot: NumberSlot | WordSlot | null,
  rows: Rows,
  table: readonly Row[],
  place: number,
): Key {
  const cells = table.map((row) => row.cells[place]!);
  if (isWord(type)) return wordKey(c, source, slot === null ? null : wordIn(c, slot as WordSlot, rows), rows, cells);
  return numberKey(c, source, slot === null ? null : numberIn(c, slot as NumberSlot, rows), rows, cells);
}
