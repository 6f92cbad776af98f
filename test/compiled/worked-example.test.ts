import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/compiled/evaluate.js';
import { compile } from '../../src/compiled/program.js';
import { totals } from '../../src/compiled/totals.js';
import { anna, isle, MONTH } from './isle.js';

const expected = JSON.parse(
  readFileSync(new URL('../packs/isle/expected/assessment.json', import.meta.url), 'utf8'),
) as Record<string, unknown> & { trace: { nodes: { id: string }[] } };

const program = compile(isle, MONTH, 'town');
const evaluation = evaluate(program, anna, { policy: 'town', levers: 'chain', trace: 'full' });

test.each([
  'incomes',
  'needs',
  'figures',
  'balance',
  'levers',
  'aid',
  'quality',
  'assumptions',
  'open',
  'notices',
  'overrides',
  'warnings',
] as const)('the block %s of the worked example comes out byte for byte', (block) => {
  expect(JSON.stringify(evaluation[block], null, 1)).toBe(JSON.stringify(expected[block], null, 1));
});

test('the trace of the worked example comes out byte for byte, node by node and in order', () => {
  expect(evaluation.nodes?.map((node) => node.id)).toEqual(expected.trace.nodes.map((node) => node.id));
  expect(JSON.stringify(evaluation.nodes, null, 1)).toBe(JSON.stringify(expected.trace.nodes, null, 1));
});

test('totals are the sums of the document in cents', () => {
  expect(totals(program, anna)).toMatchObject({ reference: 102395, need: 106395, income: 88161, balance: -18234 });
});
