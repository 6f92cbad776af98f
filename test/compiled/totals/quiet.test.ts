import { expect, it } from 'vitest';
import { monthIndex } from '../../../src/calendar/month.js';
import { compile } from '../../../src/compiled/compile.js';
import { encode } from '../../../src/compiled/input/encode.js';
import type { Step } from '../../../src/compiled/machine/step.js';
import { batchFor } from '../../../src/compiled/program.js';
import { coreCode, runCoreCode } from '../../../src/compiled/totals/core.js';
import { totals, totalsOf } from '../../../src/compiled/totals/totals.js';
import type { Household } from '../../../src/household/household.js';
import { householdReader, mustRead } from '../../../src/household/read.js';
import { householdOf, tiny } from '../../reference/tiny.js';

const month = monthIndex('2024-06')!;
const { model } = tiny(`
facts:
  household.size: { type: amount, unit: EUR/month, range: 0.., assume: 10, ask: "Size?" }
  household.rate: { type: number, range: 0.., assume: 2, ask: "Rate?" }
derive:
  household.half: { value: household.size / 2 }
  household.cube: { value: household.rate * household.rate * household.rate * 1 EUR/month }
  household.fellows: { count: person }
tables: { t: { unit: EUR/month, by: [household.half], rows: [[0..<50, 7], [50.., 9]], label: T } }
needs:
  food.half: { for: household, pays: living, amount: household.half, label: Half }
  food.table: { for: household, pays: living, amount: t, label: Table }
  food.cube: { for: household, pays: living, amount: household.cube, label: Cube }
  food.each: { for: household, pays: living, amount: household.fellows * 1 EUR/month, label: Each }
  home.rent: { for: household, pays: fixed, amount: 3, label: Rent }
bills: { half: { for: household, replaces: [food.half], ask: "Half?", label: Half } }
`);
const reader = householdReader(model, month);
const read = (persons: number, said = ''): Household => {
  const ids = Array.from(
    { length: persons },
    (_, i) => `{ id: p${i}, role: ${i === 0 ? 'head' : 'child'}, age: ${40 - 20 * i} }`,
  );
  return mustRead(reader, householdOf(`persons: [${ids.join(', ')}]\n${said}`));
};
const quiet = read(1);

/** Sums of batches told one after another by one program, each held against one that has told nothing before. */
function oneAfterAnother(...batches: readonly (readonly Household[])[]): void {
  const program = compile(model, month, null);
  for (const batch of batches)
    expect([...totalsOf(program, batch)]).toEqual(batch.map((one) => totals(compile(model, month, null), one)));
}

it('takes back what a batch said before', () => {
  const said = read(1, 'household: { size: 40 }');
  oneAfterAnother([quiet], [said], [quiet], [quiet, said], [quiet, quiet]);
});

it('fills the rows that a smaller batch had not', () => {
  oneAfterAnother([quiet], [quiet, quiet, quiet], [quiet], [read(2), read(2)]);
});

it('counts who lives together in every batch', () => {
  oneAfterAnother([read(1)], [read(2)], [read(1)]);
});

it('takes a judgement and a bill for their batch alone', () => {
  const judged = read(1, 'overrides: [{ name: household.half, is: 30, reason: known, by: worker }]');
  const line = read(1, 'overrides: [{ line: food.half, amount: 3, reason: known, by: worker }]');
  const rent = read(1, 'overrides: [{ line: home.rent, amount: 5, reason: known, by: worker }]');
  const paid = read(1, 'bills: { half: 12 EUR/month }');
  oneAfterAnother([quiet], [judged], [quiet], [line], [quiet], [rent], [quiet], [paid], [quiet]);
});

it('keeps nothing of a batch that the pack refuses', () => {
  const program = compile(model, month, null);
  const tell = (household: Household): unknown => [...totalsOf(program, [household])];
  const alone = tell(quiet);
  expect(() => tell(read(1, 'household: { rate: 1000000 }'))).toThrow(/over 10\^12/);
  expect(tell(quiet)).toEqual(alone);
});

it.each([false, true])(
  'does a step again after a run in which a value could not be had (told at once: %s)',
  (throws) => {
    const program = compile(model, month, null);
    const batch = batchFor(program, 'many', 1, 1);
    let faulty = true;
    let runs = 0;
    const swallow = (): void => {
      runs++;
      if (faulty) batch.failed = true;
    };
    const tell = (): void => {
      if (faulty && throws) throw new Error('told');
    };
    const steps = [...program.silence.keys()]
      .slice(0, 2)
      .map((slot, i): Step => ({ reads: [], writes: [slot], write: (to) => to.run(i === 0 ? swallow : tell) }));
    const core = coreCode(batch, [{ line: null, steps }], program.silence);
    const run = (): void => {
      encode(program, batch, [quiet]);
      runCoreCode(core);
    };
    if (throws) expect(run).toThrow('told');
    else run();
    faulty = false;
    run();
    expect(runs).toBe(2);
    run();
    expect(runs).toBe(2);
  },
);
