import { boundOf, LARGE, SLACK, SNAP, ULP } from '../machine/bounds.js';
import type { Code } from '../machine/code.js';

/**
 * A line without adjustments and states in one pass: is it there, its value (not where it is the amount itself), its steps
 * in both columns. Steps are NaN where only the exact reader can say: then the call is made.
 * Operands: which lines are there, value, reference, need, condition, amount, presence, doubles of the step (times, over),
 * call, rows.
 */
export function simpleLineKernel(code: Code, at: number): void {
  const { values, errors, truths, isMember, operands, doubles, rows } = code;
  const there = operands[at]!;
  const v = operands[at + 1]!;
  const reference = operands[at + 2]!;
  const need = operands[at + 3]!;
  const when = operands[at + 4]!;
  const a = operands[at + 5]!;
  const p = operands[at + 6]!;
  const times = doubles[operands[at + 7]!]!;
  const over = doubles[operands[at + 7]! + 1]!;
  const byPerson = operands[at + 9] === 1;
  const n = rows[operands[at + 9]!]!;
  let doubtful = 0;
  for (let i = 0; i < n; i++) {
    if ((when >= 0 && truths[when + i] !== 2) || (byPerson && isMember[i] !== 1)) {
      truths[there + i] = 0;
      values[reference + i] = 0;
      values[need + i] = 0;
      continue;
    }
    truths[there + i] = 2;
    let x = values[a + i]!;
    let error = errors[a + i]!;
    if (p >= 0) {
      const y = values[p + i]!;
      const ye = errors[p + i]!;
      const carried = Math.abs(x) * ye + Math.abs(y) * error + error * ye;
      values[v + i] = x = x * y;
      errors[v + i] = error = boundOf(x, carried);
    }
    const scaled = over === 1 ? x * times : (x * times) / over;
    const bound =
      (over === 1 ? error * times : (error * times) / over) * SLACK * SLACK +
      scaled * ULP * 2 +
      (error === 0 ? 0 : SNAP);
    const whole = Math.floor(scaled);
    // no branch on the fraction, hard to foresee: far from a tie, adding a half cannot cross a whole number
    let count = Math.floor(scaled + 0.5);
    // above 0, far from a tie, and small enough to be trusted: else the exact value decides
    if (!(x - error > SNAP && Math.abs(scaled - whole - 0.5) > bound && scaled < LARGE)) {
      if (x === 0 && error === 0) count = 0;
      else {
        count = NaN;
        doubtful++;
      }
    }
    values[reference + i] = count;
    values[need + i] = count;
  }
  if (doubtful > 0) code.calls[operands[at + 8]!]!();
}
