import { expect, test } from 'vitest';
import { valuesOf } from '../../src/compiled/machine/batch.js';
import { encode } from '../../src/compiled/input/encode.js';
import { runAll } from '../../src/compiled/evaluate.js';
import { stateOf } from '../../src/compiled/blocks/levers.js';
import { leverSlice, runLever } from '../../src/compiled/trial/run.js';
import { batchFor } from '../../src/compiled/program.js';
import { compile } from '../../src/compiled/compile.js';
import type { Step } from '../../src/compiled/machine/step.js';
import { packOf } from '../fixtures/packs.js';
import { drawn, lastMonth } from './drawn.js';

const harbour = packOf('harbour');
const month = lastMonth(harbour.model);
const program = compile(harbour.model, month, null);
const everything = program.beforePolicy;

test('a lever run on its slice gives the balance and the states of the levers of a whole run', () => {
  let tried = 0;
  for (const family of drawn(harbour, month, 300, 23)) {
    const batch = batchFor(program, 'one', 1, family.persons.length);
    for (const lever of program.levers) {
      const after = (steps: readonly Step[]): unknown => {
        encode(program, batch, [family]);
        runAll(program, batch);
        const { state, rows } = stateOf(batch, lever);
        if (state !== 'may') return null;
        runLever(program, batch, lever, rows, steps);
        return [valuesOf(batch, program.sums.balance)[0], program.levers.map((other) => stateOf(batch, other))];
      };
      const whole = after(everything);
      if (whole !== null) tried++;
      expect(after(leverSlice(program, lever, true).steps)).toEqual(whole);
      const alone = after(leverSlice(program, lever, false).steps) as [number, unknown] | null;
      expect(alone?.[0]).toEqual((whole as [number, unknown] | null)?.[0]);
    }
  }
  expect(tried).toBeGreaterThan(50);
});

test('slices are smaller than the whole', () => {
  for (const lever of program.levers)
    expect(leverSlice(program, lever, false).steps.length).toBeLessThan(everything.length / 2);
});
