import type { Batch } from './batch.js';
import { runCode, type Code } from './code.js';
import type { Step } from './step.js';
import { codeOf } from './code-of.js';

/** Lists of steps as written for the columns of a batch. */
const codes = new WeakMap<Batch, Map<readonly Step[], Code>>();

/** Takes steps in their order; what they do is written for these columns when they are first taken. */
export function runSteps(batch: Batch, steps: readonly Step[]): void {
  let known = codes.get(batch);
  if (known === undefined) codes.set(batch, (known = new Map<readonly Step[], Code>()));
  let code = known.get(steps);
  if (code === undefined) known.set(steps, (code = codeOf(batch, steps).code));
  runCode(code, 0, code.kernels.length);
}
