import { evaluationError } from '../model/diagnostic.js';
import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import type { Compiler } from './compiler.js';
import { atPerson } from './context.js';
import { applyEffects, applyLeaveOut, workExactly, working } from './effects.js';
import { checkSize, copyRows } from './expressions.js';
import { existsKernel, lineStepsKernel, simpleLineKernel, startKernel } from './kernels/lines.js';
import { multiply, snapped, type Num } from './nums.js';
import { exactSteps, lineStep } from './steps.js';
import type { Line, Parsed } from './lines.js';
import type { Run } from './slots.js';

/** A line that nothing adjusts and that is never open: one pass. */
export function simpleLine(c: Compiler, batch: Batch, line: Line): Run {
  const { rows, value } = line;
  const { there, when, isMember, a, ae, p, pe, steps } = columnsOf(batch, line);
  const [v, e] = [valuesOf(batch, value), errorsOf(batch, value)];
  const need = valuesOf(batch, line.paid);
  const { times, over } = lineStep(c).size;
  return () => {
    const n = rowsIn(batch, rows);
    const doubtful = simpleLineKernel(there, v, e, steps, need, when, isMember, a, ae, p, pe, times, over, n);
    if (doubtful > 0)
      for (let i = 0; i < n; i++) if (steps[i] !== steps[i]) steps[i] = need[i] = exactReference(c, batch, line, i);
    if (batch.linePatches.size > 0) patchLine(batch, line);
  };
}

/** Any line; with `settled`, no bill may fill its need. */
export function adjustedLine(c: Compiler, batch: Batch, line: Line, settled: boolean): Run {
  const { rows, base, presence, effects, value, reference } = line;
  const { there, when, isMember, a, ae, p, pe, steps } = columnsOf(batch, line);
  const [v, e, s] = [valuesOf(batch, value), errorsOf(batch, value), statesOf(batch, value)];
  const baseStates = base.stateful ? statesOf(batch, base) : null;
  const presenceStates = presence?.stateful === true ? statesOf(batch, presence) : null;
  const states = statesOf(batch, reference);
  const settle = settled ? settling(batch, line) : null;
  const { size } = lineStep(c);
  return () => {
    const n = rowsIn(batch, rows);
    existsKernel(there, when, isMember, n);
    applyLeaveOut(batch, effects, there, n);
    startKernel(v, e, a, ae, p, pe, n);
    if (value.stateful) {
      if (baseStates !== null) copyRows(s, baseStates, n);
      else s.fill(0, 0, n);
      if (presenceStates !== null) for (let i = 0; i < n; i++) s[i] = Math.max(s[i]!, presenceStates[i]!);
      for (let i = 0; i < n; i++) if (s[i] === 1) s[i] = 0;
    }
    applyEffects(batch, effects, v, e, s, n);
    if (lineStepsKernel(steps, there, v, e, size, n) > 0)
      for (let i = 0; i < n; i++) if (steps[i] !== steps[i]) steps[i] = exactReference(c, batch, line, i);
    if (value.stateful) copyRows(states, s, n);
    if (settle === null) return;
    settle();
    if (batch.linePatches.size > 0) patchLine(batch, line);
  };
}

/** What every line reads, and where its steps go. */
function columnsOf(batch: Batch, { rows, when, exists, base, presence, reference }: Line) {
  return {
    there: truthsOf(batch, exists),
    when: when === null ? null : truthsOf(batch, when),
    isMember: rows === 'person' ? batch.isMember : null,
    a: valuesOf(batch, base),
    ae: errorsOf(batch, base),
    p: presence === null ? null : valuesOf(batch, presence),
    pe: presence === null ? null : errorsOf(batch, presence),
    steps: valuesOf(batch, reference),
  };
}

/** Values that were used and could not be had are told, once a test swallowed one. */
export function probeLine(batch: Batch, line: Line, n: number): void {
  for (let i = 0; i < n; i++) {
    if (line.rows === 'person' && batch.isMember[i] !== 1) continue;
    line.when?.probe?.(batch, i);
    if (truthsOf(batch, line.exists)[i] !== 2) continue;
    for (const effect of line.effects) effect.when?.probe?.(batch, i);
  }
}

/** Steps of a line's exact value; below 0 is an error of the pack. */
function exactReference(c: Compiler, batch: Batch, line: Line, row: number): number {
  const value = readExact(batch, line.value, row);
  if (snapped(value).isNegative() && !snapped(value).isZero())
    throw evaluationError(
      'line-below-zero',
      `${line.need.id}${atPerson(batch, line.rows, row)}`,
      'a line would be below 0',
    );
  return exactSteps(c, value);
}

/** Without bills the need is the reference. */
export function settling(batch: Batch, { rows, reference, paid }: Line): Run {
  const [to, from] = [valuesOf(batch, paid), valuesOf(batch, reference)];
  const [states, fromStates] = [statesOf(batch, paid), statesOf(batch, reference)];
  return () => {
    const n = rowsIn(batch, rows);
    copyRows(to, from, n);
    if (reference.stateful) copyRows(states, fromStates, n);
  };
}

/** A worker judged otherwise. */
export function patchLine(batch: Batch, line: Line): void {
  for (const { row, steps } of batch.linePatches.get(line.at) ?? [])
    if (truthsOf(batch, line.exists)[row] === 2) valuesOf(batch, line.paid)[row] = steps;
}

/** The value of a line before rounding, in the order of the language. */
export function exactValue(c: Compiler, batch: Batch, line: Parsed, row: number): Num {
  const name = `${line.need.id}${atPerson(batch, line.rows, row)}`;
  let value = checkSize(readExact(batch, line.base, row), name);
  if (line.presence !== null) value = checkSize(multiply(c.arena, value, readExact(batch, line.presence, row)), name);
  for (const effect of working(batch, line.effects, row))
    value = checkSize(workExactly(c, batch, effect, value, row), name);
  return value;
}

/** `when` holds, and an adjustment removes the line: that is told. */
export function isLeftOut(batch: Batch, line: Line, row: number): boolean {
  if (truthsOf(batch, line.exists)[row] === 2) return false;
  if (line.rows === 'person' && batch.isMember[row] !== 1) return false;
  if (line.when !== null && truthsOf(batch, line.when)[row] !== 2) return false;
  return line.effects.some(
    ({ verb, when }) => verb === 'leave-out' && (when === null || truthsOf(batch, when)[row] === 2),
  );
}
