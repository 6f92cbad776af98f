import { SNAP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';
import { NEAR } from './truth.js';

/**
 * value (op) bound, 0 from ≥, 1 to ≤, 2 above >, 3 below <; several bounds are joined one after another.
 * Operands: result, number, its states, bound, its states, op, first, rows.
 */
export function boundKernel({ values, errors, states, truths, operands, rows }: Code, at: number): void {
  const t = operands[at]!;
  const a = operands[at + 1]!;
  const s = operands[at + 2]!;
  const b = operands[at + 3]!;
  const bs = operands[at + 4]!;
  const op = operands[at + 5]!;
  const first = operands[at + 6] === 1;
  const n = rows[operands[at + 7]!]!;
  for (let i = 0; i < n; i++) {
    const state = s < 0 ? 0 : states[s + i]!;
    let holds: number;
    if (state === 1) holds = 0;
    else if (state > 1 || (bs >= 0 && states[bs + i]! > 1)) holds = 1;
    else {
      const x = values[a + i]!;
      const y = values[b + i]!;
      const both = errors[a + i]! + errors[b + i]!;
      if (both !== 0 && !(Math.abs(x - y) > both + SNAP)) holds = NEAR;
      else holds = (op === 0 ? x >= y : op === 1 ? x <= y : op === 2 ? x > y : x < y) ? 2 : 0;
    }
    const before = first ? 2 : truths[t + i]!;
    if (before === NEAR || holds === NEAR) truths[t + i] = before === 0 ? 0 : NEAR;
    else truths[t + i] = holds < before ? holds : before;
  }
}

/** Ends a comparison: yes and no change places where it is turned; near rows are left to the call. */
export function settleKernel(code: Code, at: number): void {
  const { truths, operands, rows } = code;
  const t = operands[at]!;
  const turned = operands[at + 1] === 1;
  const n = rows[operands[at + 3]!]!;
  let near = 0;
  for (let i = 0; i < n; i++) {
    if (truths[t + i] === NEAR) near++;
    else if (turned) truths[t + i] = 2 - truths[t + i]!;
  }
  if (near > 0) code.calls[operands[at + 2]!]!();
}
