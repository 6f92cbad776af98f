import { expect, test } from 'vitest';
import { compile } from '../../src/compiled/compile.js';
import { totals, totalsOf } from '../../src/compiled/totals/totals.js';
import { evaluate } from '../../src/compiled/evaluate.js';
import { packOf } from '../fixtures/packs.js';
import { drawn, lastMonth } from './drawn.js';

const harbour = packOf('harbour');
const month = lastMonth(harbour.model);
const families = drawn(harbour, month, 700, 11);
const program = compile(harbour.model, month, null);

test('a household in a batch has the same sums as alone', () => {
  const together = [...totalsOf(program, families)];
  expect(together).toHaveLength(families.length);
  families.forEach((family, i) => expect(together[i]).toEqual(totals(program, family)));
});

test('what few households say one after another is never what those before them said', () => {
  const [few, one] = [compile(harbour.model, month, null), compile(harbour.model, month, null)];
  for (let from = 0; from < families.length; from += (from % 5) + 1) {
    const group = families.slice(from, from + (from % 5) + 1);
    expect([...totalsOf(few, group)]).toEqual(group.map((family) => totals(one, family)));
  }
});

test('the sums of a batch are those of the document', () => {
  for (const family of families.slice(0, 60)) {
    const { need, income, balance, reference } = totals(program, family);
    const told = evaluate(program, family, { policy: null, levers: 'none', trace: 'none' });
    expect([told.needs.reference, told.needs.need, told.incomes.counted, told.balance.amount]).toEqual(
      [reference, need, income, balance].map((steps) => (steps / 100).toFixed(2)),
    );
  }
});

test('reading a trace changes no number, and a program can be used again and again', () => {
  const family = families[0]!;
  const options = { policy: null, levers: 'chain', trace: 'full' } as const;
  const first = evaluate(program, family, options);
  for (const other of families.slice(1, 20)) evaluate(program, other, options);
  expect(evaluate(program, family, options)).toEqual(first);
  expect({ ...evaluate(program, family, { ...options, trace: 'none' }), nodes: first.nodes }).toEqual(first);
});

test('a program that has told many households tells the next one as a new program does', () => {
  const options = { policy: null, levers: 'none', trace: 'full' } as const;
  for (const family of families.slice(100, 140)) {
    const afresh = evaluate(compile(harbour.model, month, null), family, options);
    expect(evaluate(program, family, options)).toEqual(afresh);
  }
});

test('what a caller does to a document shows in no later one', () => {
  const options = { policy: null, levers: 'chain', trace: 'full' } as const;
  const family = families[0]!;
  // warnings are those of the household, which is read for each document
  const told = evaluate(program, structuredClone(family), options);
  const before = JSON.stringify(told);
  spoil(told);
  expect(JSON.stringify(told)).not.toBe(before);
  expect(JSON.stringify(evaluate(program, family, options))).toBe(before);
});

/** Writes over all that may be written over: what several documents share may not. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    spoil(one);
    if (!Object.isFrozen(value)) (value as Record<string, unknown>)[key] = 'spoilt';
  }
}
