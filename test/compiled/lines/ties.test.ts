import { expect, test } from 'vitest';
import { prepare } from '../../../src/assessment/assess.js';
import { runAll } from '../../../src/compiled/evaluate.js';
import { encode } from '../../../src/compiled/input/encode.js';
import { exactValue } from '../../../src/compiled/lines/line-run.js';
import type { Line } from '../../../src/compiled/lines/line.js';
import { tiedSteps, tiesOf } from '../../../src/compiled/lines/ties.js';
import { readTruth, readValue, rowsIn, type Batch } from '../../../src/compiled/machine/batch.js';
import { exactSteps } from '../../../src/compiled/compiler/steps.js';
import { batchFor, type Program } from '../../../src/compiled/program.js';
import { compile } from '../../../src/compiled/compile.js';
import { packOf, type PACKS } from '../../fixtures/packs.js';
import { drawn, lastMonth } from '../drawn.js';

/** Rows of a line that is there. */
const rowsWith = (batch: Batch, { exists, rows }: Line): number[] =>
  Array.from({ length: rowsIn(batch, rows) }, (_, row) => row).filter((row) => readTruth(batch, exists, row) === 2);

function batchOf(id: (typeof PACKS)[number]): { readonly program: Program; readonly batch: Batch } {
  const pack = packOf(id);
  const month = lastMonth(pack.model);
  const families = drawn(pack, month, 200, 5).filter(({ overrides }) => overrides.length === 0);
  const program = compile(pack.model, month, null);
  const persons = families.reduce((sum, one) => sum + one.persons.length, 0);
  const batch = batchFor(program, 'many', families.length, persons);
  encode(program, batch, families);
  runAll(program, batch);
  return { program, batch };
}

test.each(['be', 'harbour'] as const)(
  'in pack %s, a line has the same steps in all rows that are one case to it',
  (id) => {
    const { program, batch } = batchOf(id);
    const c = program.compiler;
    for (const line of program.lines) {
      const ties = tiesOf(line);
      for (const row of rowsWith(batch, line)) {
        const steps = exactSteps(c, exactValue(c, batch, line, row));
        expect(tiedSteps(batch, ties, row, () => steps)).toBe(steps);
      }
    }
  },
);

test('a case is worked out once, but each time where it hangs on a number that is not whole', () => {
  const { program, batch } = batchOf('be');
  const lineCalled = (id: string): Line => program.lines.find(({ need }) => need.id === id)!;
  const workedOut = (line: Line, rows: readonly number[]): number => {
    const ties = tiesOf(line);
    let times = 0;
    for (const row of rows) tiedSteps(batch, ties, row, () => times++);
    return times;
  };
  const dentist = lineCalled('health.dentist');
  const patients = rowsWith(batch, dentist);
  expect(patients.length).toBeGreaterThan(100);
  expect(workedOut(dentist, patients)).toBeLessThan(20);
  const daily = lineCalled('food.daily');
  const partly = rowsWith(batch, daily).filter((row) => !Number.isInteger(readValue(batch, daily.presence!, row)));
  expect(workedOut(daily, [...partly, ...partly])).toBe(2 * partly.length);
  expect(partly.length).toBeGreaterThan(0);
});

test('sums alone need no step that only statuses have: a small use of power is computed like any other', () => {
  const harbour = packOf('harbour');
  const household = {
    month: '2024-06',
    persons: [{ id: 'ann', role: 'head' as const, age: 46 }],
    dwelling: { quay: 'south', heating: 'heat-pump', 'power-use': '35 kWh/year' },
    incomes: [],
  };
  const assessor = prepare(harbour, { month: '2024-06', levers: 'none', trace: 'none' });
  expect(assessor.totals(household).balance).toBe(assessor.assess(household).balance.amount);
});
