import type { Batch } from './batch.js';
import { runCode } from './code.js';
import type { Step } from './slots.js';
import { codeOf } from './writer.js';

/** Takes steps in their order; what they do is written for these columns when they are first taken. */
export function runSteps(batch: Batch, steps: readonly Step[]): void {
  let code = batch.codes.get(steps);
  if (code === undefined) batch.codes.set(steps, (code = codeOf(batch, steps).code));
  runCode(code, 0, code.kernels.length);
}
