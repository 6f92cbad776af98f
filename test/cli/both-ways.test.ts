import { expect, test, vi } from 'vitest';
import { ANNA, ISLE, refbudget } from './run.js';

vi.mock('../../src/verify/assess-by-reference.js', async (original) => {
  const real = await original<typeof import('../../src/verify/assess-by-reference.js')>();
  return {
    assessByReference: async (...args: Parameters<typeof real.assessByReference>) => {
      const document = structuredClone({ ...(await real.assessByReference(...args)) });
      return { ...document, balance: { ...document.balance, amount: '-182.35' } };
    },
  };
});

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
