import { evaluationError } from '../../model/diagnostic.js';
import { type Batch, readTruth, rowsIn, valuesOf, writeValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { LARGE } from '../machine/bounds.js';
import type { Compiler } from '../compiler/compiler.js';
import { atPerson } from '../compiler/context.js';
import { workExactly, working, writeEffects, writeLeaveOut } from './effects.js';
import { multiplyKernel } from '../kernels/arithmetic.js';
import { copyKernel, copyStatesKernel, copyValuesKernel } from '../kernels/copy.js';
import { fixedLineKernel } from '../kernels/fixed-line.js';
import { existsKernel, lineStepsKernel, startStatesKernel } from '../kernels/lines.js';
import { patchLineKernel } from '../kernels/patch.js';
import { simpleLineKernel } from '../kernels/simple-line.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { multiply, snapped, type Num, checkSize } from '../machine/nums.js';
import { exactSteps, lineStep } from '../compiler/steps.js';
import type { Line, Parsed } from './line.js';
import { tiedSteps, tiesOf, type Ties } from './ties.js';
import type { NumberSlot, Run } from '../machine/slots.js';

/** A line that nothing adjusts and that is never open: one pass. */
export function writeSimpleLine(c: Compiler, to: Writer, line: Line): void {
  const { rows, exists, value, reference, paid, when, base, presence } = line;
  const fixed = presence === null ? fixedSteps(c, base.constant) : null;
  if (fixed !== null) {
    const columns = [exists, reference, paid, when].map(to.column);
    to.op(fixedLineKernel, ...columns, to.doubles(fixed), rowsOperand(rows));
  } else {
    const { times, over } = lineStep(c).size;
    const columns = [exists, value, reference, paid, when, base, presence].map(to.column);
    const settle = to.call(settling(c, to.batch, line, paid));
    to.op(simpleLineKernel, ...columns, to.doubles(times, over), settle, rowsOperand(rows));
  }
  writePatches(to, line, true);
}

/** Steps of a constant, found beforehand; null where there is none, and where it is for the exact reader to refuse. */
function fixedSteps(c: Compiler, constant: Num | null): number | null {
  if (constant === null) return null;
  const { value } = constant;
  return value.isNegative() || value.gt(LARGE) ? null : exactSteps(c, constant);
}

/** Any line; with `settled`, no bill may fill its need. */
export function writeLine(c: Compiler, to: Writer, line: Line, settled: boolean): void {
  const { when, exists, base, presence, effects, value, reference } = line;
  const { times, over } = lineStep(c).size;
  const [v, there, rows] = [to.column(value), to.column(exists), rowsOperand(line.rows)];
  to.op(existsKernel, there, to.column(when), rows);
  writeLeaveOut(to, effects, exists);
  if (presence === null) to.op(copyKernel, v, to.column(base), rows);
  else to.op(multiplyKernel, v, to.column(base), to.column(presence), rows);
  if (value.stateful) to.op(startStatesKernel, v, to.states(base), to.states(presence), rows);
  writeEffects(to, effects, value);
  const settle = to.call(settling(c, to.batch, line, null));
  to.op(lineStepsKernel, to.column(reference), there, v, to.doubles(times, over), settle, rows);
  if (value.stateful) to.op(copyStatesKernel, to.column(reference), v, rows);
  if (settled) writeSettling(to, line);
  writePatches(to, line, settled);
}

/** Without bills the need is the reference. */
export function writeSettling(to: Writer, { rows, reference, paid }: Line): void {
  to.op(copyValuesKernel, to.column(paid), to.column(reference), rowsOperand(rows));
  if (reference.stateful) to.op(copyStatesKernel, to.column(paid), to.column(reference), rowsOperand(rows));
}

function writePatches(to: Writer, line: Line, settled: boolean): void {
  const patch = to.call(() => {
    if (settled) patchLine(to.batch, line);
  });
  const probe = to.call(() => probeLine(to.batch, line, rowsIn(to.batch, line.rows)));
  to.op(patchLineKernel, patch, probe);
}

/** Steps that only the exact value can say; `paid` is filled alike where it is given. */
function settling(c: Compiler, batch: Batch, line: Line, paid: NumberSlot | null): Run {
  let ties: Ties | null = null;
  return () => {
    ties ??= tiesOf(line);
    const steps = valuesOf(batch, line.reference);
    const n = rowsIn(batch, line.rows);
    for (let row = 0; row < n; row++) {
      if (steps[row] === steps[row]) continue;
      steps[row] = tiedSteps(batch, ties, row, () => exactReference(c, batch, line, row));
      if (paid !== null) writeValue(batch, paid, row, steps[row]!);
    }
  };
}

/** Values that were used and could not be had are told, once a test swallowed one. */
export function probeLine(batch: Batch, line: Line, n: number): void {
  for (let i = 0; i < n; i++) {
    if (line.rows === 'person' && batch.isMember[i] !== 1) continue;
    line.when?.probe?.(batch, i);
    if (readTruth(batch, line.exists, i) !== 2) continue;
    readExact(batch, line.value, i);
    for (const effect of line.effects) effect.when?.probe?.(batch, i);
  }
}

/** Steps of a line's exact value; below 0 is an error of the pack. */
function exactReference(c: Compiler, batch: Batch, line: Line, row: number): number {
  const value = exactValue(c, batch, line, row);
  if (snapped(value).isNegative() && !snapped(value).isZero())
    throw evaluationError(
      'line-below-zero',
      `${line.need.id}${atPerson(batch, line.rows, row)}`,
      'a line would be below 0',
    );
  return exactSteps(c, value);
}

/** A worker judged otherwise. */
export function patchLine(batch: Batch, line: Line): void {
  for (const { row, steps } of batch.linePatches.get(line.at) ?? [])
    if (readTruth(batch, line.exists, row) === 2) writeValue(batch, line.paid, row, steps);
}

/** The value of a line before rounding, in the order of the language. */
export function exactValue(c: Compiler, batch: Batch, line: Parsed, row: number): Num {
  const name = (): string => `${line.need.id}${atPerson(batch, line.rows, row)}`;
  let value = checkSize(readExact(batch, line.base, row), name);
  if (line.presence !== null) value = checkSize(multiply(c.arena, value, readExact(batch, line.presence, row)), name);
  for (const effect of working(batch, line.effects, row))
    value = checkSize(workExactly(c, batch, effect, value, row), name);
  return value;
}

/** `when` holds, and an adjustment removes the line: that is told. */
export function isLeftOut(batch: Batch, line: Line, row: number): boolean {
  if (readTruth(batch, line.exists, row) === 2) return false;
  if (line.rows === 'person' && batch.isMember[row] !== 1) return false;
  if (line.when !== null && readTruth(batch, line.when, row) !== 2) return false;
  return line.effects.some(
    ({ verb, when }) => verb === 'leave-out' && (when === null || readTruth(batch, when, row) === 2),
  );
}
