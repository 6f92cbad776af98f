import { evaluationError } from '../model/diagnostic.js';
import { LARGE, SNAP } from './bounds.js';
import { errorsOf, readExact, rowsIn, statesOf, truthsOf, valuesOf, type Batch } from './batch.js';
import type { Compiler } from './compiler.js';
import { atPerson } from './context.js';
import { applyEffects, applyLeaveOut, workExactly, working } from './effects.js';
import { checkSize, copyRows } from './expressions.js';
import { existsKernel, simpleLineKernel, startKernel } from './kernels/lines.js';
import { stepsOf } from './kernels/rounding.js';
import { multiply, snapped, type Num } from './nums.js';
import { exactSteps, lineStep } from './steps.js';
import type { Line, Parsed } from './lines.js';

/** A line that nothing adjusts and that is never open: one pass. */
export function runSimple(c: Compiler, batch: Batch, line: Line): void {
  const { rows, when, exists, base, presence, value, reference, paid } = line;
  const n = rowsIn(batch, rows);
  const { size } = lineStep(c);
  const steps = valuesOf(batch, reference);
  const need = valuesOf(batch, paid);
  const doubtful = simpleLineKernel(
    truthsOf(batch, exists),
    valuesOf(batch, value),
    errorsOf(batch, value),
    steps,
    need,
    when === null ? null : truthsOf(batch, when),
    rows === 'person' ? batch.isMember : null,
    valuesOf(batch, base),
    errorsOf(batch, base),
    presence === null ? null : valuesOf(batch, presence),
    presence === null ? null : errorsOf(batch, presence),
    size.times,
    size.over,
    n,
  );
  if (doubtful > 0)
    for (let i = 0; i < n; i++) if (steps[i] !== steps[i]) steps[i] = need[i] = exactReference(c, batch, line, i);
  patchLine(batch, line);
}

export function runLine(c: Compiler, batch: Batch, line: Line): void {
  const { rows, when, exists, base, presence, effects, value, reference } = line;
  const n = rowsIn(batch, rows);
  const there = truthsOf(batch, exists);
  existsKernel(there, when === null ? null : truthsOf(batch, when), rows === 'person' ? batch.isMember : null, n);
  applyLeaveOut(batch, effects, there, n);
  const v = valuesOf(batch, value);
  const e = errorsOf(batch, value);
  const s = statesOf(batch, value);
  startKernel(
    v,
    e,
    valuesOf(batch, base),
    errorsOf(batch, base),
    presence === null ? null : valuesOf(batch, presence),
    presence === null ? null : errorsOf(batch, presence),
    n,
  );
  if (value.stateful) {
    if (base.stateful) copyRows(s, statesOf(batch, base), n);
    else s.fill(0, 0, n);
    if (presence?.stateful === true) for (let i = 0; i < n; i++) s[i] = Math.max(s[i]!, statesOf(batch, presence)[i]!);
    for (let i = 0; i < n; i++) if (s[i] === 1) s[i] = 0;
  }
  applyEffects(batch, effects, v, e, s, n);
  const r = valuesOf(batch, reference);
  const { size } = lineStep(c);
  for (let i = 0; i < n; i++) {
    if (there[i] !== 2) {
      r[i] = 0;
      continue;
    }
    const x = v[i]!;
    const error = e[i]!;
    const steps = stepsOf(x, error, size);
    const doubtful = steps !== steps || !(Math.abs(x) <= LARGE) || (x - error < SNAP && (x !== 0 || error !== 0));
    r[i] = doubtful ? exactReference(c, batch, line, i) : steps;
  }
  if (value.stateful) copyRows(statesOf(batch, reference), s, n);
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

/** Without bills the need is the reference, unless a worker judged otherwise. */
export function settleLine(batch: Batch, line: Line): void {
  const n = rowsIn(batch, line.rows);
  copyRows(valuesOf(batch, line.paid), valuesOf(batch, line.reference), n);
  if (line.reference.stateful) copyRows(statesOf(batch, line.paid), statesOf(batch, line.reference), n);
  patchLine(batch, line);
}

export function patchLine(batch: Batch, line: Line): void {
  if (batch.linePatches.size === 0) return;
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
