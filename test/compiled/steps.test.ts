import { expect, test } from 'vitest';
import type { Expression } from '../../src/model/expression.js';
import type { Model } from '../../src/model/model.js';
import { valuesOf } from '../../src/compiled/machine/batch.js';
import { runSteps } from '../../src/compiled/machine/run-steps.js';
import { encode } from '../../src/compiled/input/encode.js';
import { documentSteps } from '../../src/compiled/document-steps.js';
import { evaluate } from '../../src/compiled/evaluate.js';
import { batchFor, type Program } from '../../src/compiled/program.js';
import { compile } from '../../src/compiled/compile.js';
import type { Slot } from '../../src/compiled/machine/slots.js';
import type { Step } from '../../src/compiled/machine/step.js';
import { coreOf, runCore, totals } from '../../src/compiled/totals/totals.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import { household as anna, model as isle, MONTH } from '../fixtures/isle.js';
import { packOf } from '../fixtures/packs.js';
import { drawn, lastMonth } from './drawn.js';

const PACKS = [packOf('harbour'), packOf('sweden')];

/** Slots that a step reads before any step has filled them. */
function readTooEarly(program: Program, steps: readonly Step[]): Slot[] {
  const filled = new Set<Slot>(program.silence.keys()).add(program.age);
  const early: Slot[] = [];
  for (const step of steps) {
    early.push(
      ...step.reads.filter((slot) => !filled.has(slot) && !(slot.kind === 'number' && slot.constant !== null)),
    );
    for (const slot of step.writes) filled.add(slot);
  }
  return early;
}

test('each step comes after the steps that fill what it reads, also in what totals take', () => {
  for (const pack of PACKS) {
    const program = compile(pack.model, lastMonth(pack.model), null);
    expect(readTooEarly(program, program.steps)).toEqual([]);
    const core = coreOf(program).flatMap((block) => block.steps);
    expect(readTooEarly(program, core)).toEqual([]);
    expect(core.length).toBeLessThan(program.steps.length);
  }
});

test('what totals leave out changes no line of a household, whatever household was there before', () => {
  const [harbour] = PACKS;
  const month = lastMonth(harbour!.model);
  const program = compile(harbour!.model, month, null);
  for (const family of drawn(harbour!, month, 300, 5)) {
    const batch = batchFor(program, 'one', 1, family.persons.length);
    const lines = (): unknown =>
      program.lines.map(({ rows, reference, paid }) =>
        [reference, paid].map((slot) => [...valuesOf(batch, slot).slice(0, rows === 'person' ? batch.persons : 1)]),
      );
    encode(program, batch, [family]);
    runCore(program, batch);
    const short = lines();
    encode(program, batch, [family]);
    runSteps(batch, program.steps);
    expect(short).toEqual(lines());
  }
});

const unlessRefused = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch (error) {
    if (error instanceof RefbudgetError) return null;
    throw error;
  }
};

test('without a trace fewer steps are taken, and the document says the same, whatever household was there before', () => {
  for (const pack of PACKS) {
    const month = lastMonth(pack.model);
    const program = compile(pack.model, month, null);
    expect(readTooEarly(program, documentSteps(program))).toEqual([]);
    const families = drawn(pack, month, 60, 6);
    const others = drawn(pack, month, families.length, 7);
    const full = { policy: null, levers: 'none', trace: 'full' } as const;
    families.forEach((family, i) => {
      const traced = unlessRefused(() => evaluate(program, family, full));
      if (traced === null) return;
      const { nodes, ...whole } = traced;
      expect(nodes).not.toBeNull();
      unlessRefused(() => evaluate(program, others[i] ?? family, full));
      const { nodes: none, ...short } = evaluate(program, family, { policy: null, levers: 'none', trace: 'none' });
      expect(none).toBeNull();
      expect(short).toEqual(whole);
    });
  }
  const [harbour] = PACKS;
  const program = compile(harbour!.model, lastMonth(harbour!.model), null);
  expect(documentSteps(program).length).toBeLessThan(program.steps.length);
});

const number = (value: string): Expression => ({ kind: 'number', value, from: { status: 'published' } });
const children: Expression = { kind: 'name', ref: { of: 'derived', id: 'household.children' } };

/** The isle with another formula for its rent. */
function withRent(amount: Expression): Model {
  return { ...isle, needs: isle.needs.map((need) => (need.id === 'housing.rent' ? { ...need, amount } : need)) };
}

test('a sum that divides, subtracts and counts one number twice comes out as written', () => {
  // (children × 7 − (children ÷ 3 − 100)) × 0.15 = (1 × 7 − 1/3 + 100) × 0.15 for one child, and so on
  const inner: Expression = {
    kind: 'subtract',
    left: { kind: 'multiply', left: number('7'), right: children },
    right: { kind: 'subtract', left: { kind: 'divide', left: children, right: number('3') }, right: number('100') },
  };
  const program = compile(withRent({ kind: 'multiply', left: inner, right: number('0.15') }), MONTH, null);
  const household = { ...anna, bills: [] };
  const told = evaluate(program, household, { policy: null, levers: 'none', trace: 'none' });
  const line = told.needs.lines.find((one) => one.id === 'housing.rent')!;
  const count = household.persons.filter(({ facts }) => facts['person.role'] === 'child').length;
  expect(line.reference).toBe((Math.round((count * 7 - count / 3 + 100) * 15) / 100).toFixed(2));
  expect(totals(program, household).reference).toBe(Math.round(Number(told.needs.reference) * 100));
});
