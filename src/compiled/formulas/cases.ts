import { type Batch, readTruth } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { numberSlot, once } from '../compiler/new-slots.js';
import { finest, WHOLE } from '../machine/decimal-places.js';
import { statusAt } from '../machine/statuses.js';
import { numberIn, rowsOf, truthIn } from '../compiler/lift.js';
import { caseKernel } from '../kernels/choice.js';
import { copyKernel, copyStatesKernel } from '../kernels/copy.js';
import { sumWhere } from './linear.js';
import { rowsOperand } from '../machine/writer.js';
import { whole } from '../machine/nums.js';
import { KNOWN, NO, NO_STATUS, YES, type NumberSlot, type TruthSlot } from '../machine/slots.js';

/** The first case that holds gives the value; an undecided one before it leaves none (`lost`). */
export function cases(
  c: Compiler,
  whens: readonly TruthSlot[],
  values: readonly NumberSlot[],
  lost: number,
): NumberSlot {
  const rows = rowsOf([...whens, ...values]);
  const tests = whens.map((when) => truthIn(c, when, rows));
  const results = values.map((value) => numberIn(c, value, rows));
  const key = `cases ${lost} ${tests.map((slot) => slot.id).join(',')} ${results.map((slot) => slot.id).join(',')}`;
  return once(c, key, () => {
    const mayLose = tests.some((slot) => slot.mayBeUndecided);
    const stateful = (mayLose && lost !== KNOWN) || results.some((slot) => slot.stateful);
    const chosen = (batch: Batch, row: number): number => chosenCase(batch, tests, row);
    const slot = numberSlot(c, {
      rows,
      reads: [...tests, ...results],
      follows: [...tests, ...results],
      stateful,
      whole: results.every((one) => one.whole),
      places: finest([WHOLE, ...results.map((one) => one.places)]),
      status:
        !mayLose && results.every((one) => one.status === results[0]!.status && typeof one.status === 'number')
          ? results[0]!.status
          : (batch, row) => {
              const at = chosen(batch, row);
              return at < 0 ? NO_STATUS : statusAt(batch, results[at]!.status, row);
            },
      exact: (batch, row) => {
        const at = chosen(batch, row);
        probeCases(batch, tests, row);
        return at < 0 ? whole(c.arena, 0) : readExact(batch, results[at]!, row);
      },
    });
    const last = results.at(-1)!;
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      sum: sumWhere(tests, results, lost),
      write: (to) => {
        const [t, s, n] = [to.column(slot), to.states(slot), rowsOperand(rows)];
        to.op(copyKernel, t, to.column(last), n);
        if (stateful) to.op(copyStatesKernel, s, to.states(last), n);
        for (let j = tests.length - 1; j >= 0; j--) {
          const given = [to.column(results[j]!), s, to.states(results[j]!)];
          to.op(caseKernel, t, to.column(tests[j]!), ...given, lost, n);
        }
      },
    });
    return slot;
  });
}

/** Raises what the tests of cases swallowed, up to the first that holds or is undecided: no other is looked at. */
export function probeCases(batch: Batch, tests: readonly TruthSlot[], row: number): void {
  if (!batch.failed) return;
  for (const test of tests) {
    test.probe?.(batch, row);
    if (readTruth(batch, test, row) !== NO) return;
  }
}

/** Which case holds: 0 …, the number of cases for `otherwise`, -1 undecided. */
export function chosenCase(batch: Batch, tests: readonly TruthSlot[], row: number): number {
  for (let i = 0; i < tests.length; i++) {
    const holds = readTruth(batch, tests[i]!, row);
    if (holds === YES) return i;
    if (holds !== 0) return -1;
  }
  return tests.length;
}
