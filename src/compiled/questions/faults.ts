import { type Batch, readTruth } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { YES, type Rows, type Slot } from '../machine/slots.js';
import type { Program } from '../program.js';

/**
 * What a test swallowed is raised where it is told: conditions of adjustments and notices, incomes, figures, the aid column.
 * Lines have raised theirs already, levers do so when their states are asked.
 */
export function raiseFaults(program: Program, batch: Batch): void {
  if (!batch.failed) return;
  const { compiler, model, notices, incomes, figures, policySlots } = program;
  const members = (rows: Rows): number => (rows === 'person' ? batch.members[0]! : 1);
  const raise = (when: Slot | undefined): void => {
    if (when?.kind === 'truth') for (let row = 0; row < members(when.rows); row++) when.probe?.(batch, row);
  };
  const adjustments = [...model.adjustments, ...(policySlots?.policy.adjustments ?? [])];
  for (const { when } of adjustments) if (when !== null) raise(compiler.made.get(when));
  for (const { when } of notices) raise(when);
  for (const { listed, counts, rows } of incomes)
    for (let row = 0; row < members(rows); row++)
      if (readTruth(batch, listed, row) === YES) readExact(batch, counts, row);
  for (const { figure, value } of figures)
    for (let row = 0; row < members(figure.scope === 'person' ? 'person' : 'household'); row++)
      readExact(batch, value, row);
  for (const { line, value } of policySlots?.lines ?? [])
    for (let row = 0; row < members(line.rows); row++)
      if (readTruth(batch, line.exists, row) === YES) readExact(batch, value, row);
}
