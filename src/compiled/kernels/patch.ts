import type { Code } from '../machine/code.js';

/** Judgements on derived names are seldom: the call is made only where there are any. */
export function patchKernel({ batch, operands, calls }: Code, at: number): void {
  if (batch.patches.size > 0) calls[operands[at]!]!();
}

/** What rests on values that could not be had is marked by a call, once there are any. */
export function failedKernel({ batch, operands, calls }: Code, at: number): void {
  if (batch.failed) calls[operands[at]!]!();
}

/** Judgements on lines, and values that could not be had: two calls. */
export function patchLineKernel({ batch, operands, calls }: Code, at: number): void {
  if (batch.linePatches.size > 0) calls[operands[at]!]!();
  if (batch.failed) calls[operands[at + 1]!]!();
}
