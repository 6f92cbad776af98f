import { expect, test } from 'vitest';
import { run } from '../../src/cli/program.js';
import { witnessHere, type Witness } from '../../src/cli/witness.js';
import { ANNA, ISLE } from './run.js';

/** A witness that is a cent off. */
const mistaken: Witness = async (...asked) => {
  const said = await witnessHere(...asked);
  if (!said.ok) return said;
  return { ...said, value: { ...said.value, balance: { ...said.value.balance, amount: '-182.35' } } };
};
const refbudget = (...args: readonly string[]): ReturnType<typeof run> => run(args, false, () => mistaken);

test.each(['text', 'json'])('nothing is printed as %s when the two evaluators differ', async (format) => {
  const { exit, out, notes } = await refbudget('assess', ANNA, ...ISLE, '--format', format);
  expect([exit, out]).toEqual([3, '']);
  expect(notes).toContain('error[evaluators-differ]');
  expect(notes).toContain('balance.amount: "-182.34" and "-182.35"');
});

test('nothing is explained when they differ', async () => {
  const { exit, out } = await refbudget('explain', ANNA, 'need', ...ISLE);
  expect([exit, out]).toEqual([3, '']);
});
