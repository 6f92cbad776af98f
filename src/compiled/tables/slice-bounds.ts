import type { Row } from '../../model/numbers.js';
import type { Compiler } from '../compiler/compiler.js';
import { numOf, type Num } from '../machine/nums.js';

/** The band of a row of a table that works by slices; `below` null = no end. */
export interface Slice {
  readonly from: Num;
  readonly below: Num | null;
  readonly low: number;
  readonly high: number;
}

export function sliceBounds(c: Compiler, rows: readonly Row[]): Slice[] {
  return rows.map((row) => {
    const cell = row.cells.at(-1)!;
    const from = cell.kind === 'band' ? cell.from : null;
    const below = cell.kind === 'band' ? cell.below : null;
    return {
      from: numOf(c.arena, from ?? '0'),
      below: below === null ? null : numOf(c.arena, below),
      low: Number(from ?? '0'),
      high: below === null ? Infinity : Number(below),
    };
  });
}
