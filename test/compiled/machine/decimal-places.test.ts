import { expect, it } from 'vitest';
import { monthIndex } from '../../../src/calendar/month.js';
import { compile } from '../../../src/compiled/compile.js';
import { runAll } from '../../../src/compiled/evaluate.js';
import { encode } from '../../../src/compiled/input/encode.js';
import { rowsIn, type Batch } from '../../../src/compiled/machine/batch.js';
import { decimalAt, forgetExact, readExact } from '../../../src/compiled/machine/exact-values.js';
import { finest, ofProduct, placesOf, WHOLE } from '../../../src/compiled/machine/decimal-places.js';
import type { NumberSlot } from '../../../src/compiled/machine/slots.js';
import { batchFor, type Program } from '../../../src/compiled/program.js';
import { Exact } from '../../../src/decimal/exact.js';
import type { Household } from '../../../src/household/household.js';
import { faultIn } from '../../../src/model/diagnostic.js';
import { householdReader, mustRead } from '../../../src/household/read.js';
import { packOf, PACKS } from '../../fixtures/packs.js';
import { householdOf, tiny } from '../../reference/tiny.js';
import { drawn, lastMonth } from '../drawn.js';

/** A run of one household; null where the pack refuses it. */
function ran(program: Program, household: Household): Batch | null {
  const batch = batchFor(program, 'one', 1, household.persons.length);
  encode(program, batch, [household]);
  try {
    runAll(program, batch);
    return batch;
  } catch (error) {
    faultIn(error);
    return null;
  }
}

/** How many decimals the columns tell of a run, and which of them the exact readers contradict once no column helps them. */
function bothWays(program: Program, household: Household): { shorter: number; wrong: string[] } | null {
  const batch = ran(program, household);
  if (batch === null) return null;
  const told = program.compiler.numbers
    .map(({ slot }) => slot)
    .filter(({ places }) => places !== null)
    .flatMap((slot) =>
      Array.from({ length: rowsIn(batch, slot.rows) }, (_, row) => ({ slot, row, says: decimalAt(batch, slot, row) })),
    )
    .filter(({ says }) => !Number.isNaN(says));
  const wrong = withoutColumns(program, batch, () =>
    told.flatMap(({ slot, row, says }) => {
      const { value } = readExact(batch, slot, row);
      return value.eq(new Exact(String(says))) ? [] : [`${slot.id} ${String(says)} ${value.toString()}`];
    }),
  );
  return { shorter: told.filter(({ says }) => !Number.isInteger(says)).length, wrong };
}

function withoutColumns<T>(program: Program, batch: Batch, read: () => T): T {
  const filled = program.compiler.numbers
    .map(({ slot }) => slot)
    .filter((slot) => slot.filled && slot.constant === null);
  const isFilled = (is: boolean): void => filled.forEach((slot: NumberSlot) => (slot.filled = is));
  isFilled(false);
  forgetExact(batch);
  try {
    return read();
  } finally {
    isFilled(true);
    forgetExact(batch);
  }
}

it.each(PACKS)('%s: wherever the columns tell a decimal, it is the exact value', (id) => {
  const pack = packOf(id);
  const month = lastMonth(pack.model);
  const program = compile(pack.model, month, null);
  let shorter = 0;
  for (const household of drawn(pack, month, 60, 5)) {
    const both = bothWays(program, household);
    if (both === null) continue;
    expect(both.wrong).toEqual([]);
    shorter += both.shorter;
  }
  expect(shorter).toBeGreaterThan(10);
});

const month = monthIndex('2024-06')!;
const { model } = tiny(`
facts:
  household.size: { type: amount, unit: EUR/month, range: 0.., assume: 10, ask: "Size?" }
derive:
  household.half: { value: household.size / 2 }
  household.third: { value: household.size / 3 }
  household.near: { value: round(household.size / 3; 0.01) }
  household.more: { value: household.half * 1.055 + household.near }
  household.least: { value: max(0.001 EUR/month; household.half - 20 EUR/month) }
incomes: { wage: { for: person, counts: all, plausible: 0..<5000, label: Wage } }
needs:
  food.all: { for: household, pays: living, amount: household.third + household.more + household.least, label: All }
  home.rent: { for: household, pays: fixed, amount: 3, label: Rent }
`);
const program = compile(model, month, null);
const reader = householdReader(model, month);

/** What the columns tell of derived names. */
function told(said: string): Record<string, number> {
  const batch = ran(program, mustRead(reader, householdOf(`persons: [{ id: p1, role: head, age: 40 }]\n${said}`)))!;
  return Object.fromEntries<number>(
    program.derived.map(({ derived, final }) => [
      derived.id.slice('household.'.length),
      decimalAt(batch, final as NumberSlot, 0),
    ]),
  );
}

it('tells decimals through sums, products, roundings and divisions that end', () => {
  expect(told('household: { size: 40.13 }')).toEqual({
    half: 20.065,
    third: NaN,
    near: 13.38,
    more: 34.548575,
    least: 0.065,
  });
});

it('tells none that rests on something finer than amounts are', () => {
  expect(told('household: { size: 40.13001 }')).toMatchObject({ half: NaN, near: 13.38, more: NaN });
  expect(told('household: { size: 40.13 }')).toMatchObject({ half: 20.065 });
});

it('tells none where a month of what is paid by the year has no end', () => {
  const wage = (amount: string): string =>
    `household: { size: 41 }\nincomes: [{ of: p1, kind: wage, amount: ${amount} }]`;
  expect(told(wage('1000'))).toMatchObject({ half: 20.5 });
  expect(told(wage('1000 EUR/year'))).toMatchObject({ half: NaN });
  expect(told(wage('1000.20 EUR/year'))).toMatchObject({ half: 20.5 });
});

it('tells none beside a judgement', () => {
  const judged = 'overrides: [{ name: household.near, is: 13.123456, reason: known, by: worker }]';
  expect(told(`household: { size: 40.13 }\n${judged}`)).toMatchObject({ half: NaN, near: NaN, more: NaN });
});

it('knows how fine results are', () => {
  const cent = placesOf(new Exact('0.01'));
  expect(finest([WHOLE, cent])).toEqual({ most: 2, said: false });
  expect(finest([cent, null])).toBeNull();
  expect(ofProduct(cent, placesOf(new Exact('1.055')))).toEqual({ most: 5, said: false });
  expect(ofProduct(placesOf(new Exact('1e-8')), placesOf(new Exact('1e-8')))).toBeNull();
  expect(placesOf(new Exact(1).div(3))).toBeNull();
  expect(placesOf(new Exact(1).div(0))).toBeNull();
});
