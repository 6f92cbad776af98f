import { expect, test } from 'vitest';
import { evaluate } from '../../src/compiled/evaluate.js';
import { compile } from '../../src/compiled/compile.js';
import { totals } from '../../src/compiled/totals/totals.js';
import { assessment, household, model, MONTH } from '../fixtures/isle.js';

const program = compile(model, MONTH, 'town');
const evaluation = evaluate(program, household, { policy: 'town', levers: 'chain', trace: 'full' });

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
  expect(JSON.stringify(evaluation[block], null, 1)).toBe(JSON.stringify(assessment[block], null, 1));
});

test('the trace of the worked example comes out byte for byte, node by node and in order', () => {
  expect(evaluation.nodes?.map((node) => node.id)).toEqual(assessment.trace?.nodes.map((node) => node.id));
  expect(JSON.stringify(evaluation.nodes, null, 1)).toBe(JSON.stringify(assessment.trace?.nodes, null, 1));
});

test('totals are the sums of the document in cents', () => {
  expect(totals(program, household)).toMatchObject({ reference: 102395, need: 106395, income: 88161, balance: -18234 });
});
