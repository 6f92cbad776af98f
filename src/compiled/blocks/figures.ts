import type { FigureLine } from '../../model/evaluation.js';
import { type Batch, readState, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import { doubleOf, textOf } from '../machine/nums.js';
import type { Program } from '../program.js';
import { OPEN, type NumberSlot } from '../machine/slots.js';
import { moneyOf } from '../compiler/text.js';

/** Steps of a total; one that names no line of the month is 0. */
export const totalSteps = (batch: Batch, slot: NumberSlot): number =>
  slot.constant !== null ? doubleOf(slot.constant) : readValue(batch, slot, 0);

/** Totals of the pack, then its figures; open ones have no value. */
export function figuresBlock(program: Program, batch: Batch): FigureLine[] {
  const c = program.compiler;
  const told: FigureLine[] = program.totals.map(({ total, steps }) => ({
    id: total.id,
    kind: 'total',
    value: readState(batch, steps, 0) >= OPEN ? null : moneyOf(c, totalSteps(batch, steps)),
    unit: null,
    node: `total/${total.id}`,
  }));
  for (const { figure, value } of program.figures) {
    const n = figure.scope === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++) {
      const id = `${figure.id}${atPerson(batch, figure.scope, row)}`;
      const text = readState(batch, value, row) >= OPEN ? null : textOf(readExact(batch, value, row));
      told.push({ id, kind: 'figure', value: text, unit: figure.unit, node: `figure/${id}` });
    }
  }
  return told;
}
