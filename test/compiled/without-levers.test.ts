import { expect, test } from 'vitest';
import { compile } from '../../src/compiled/compile.js';
import { evaluate } from '../../src/compiled/evaluate.js';
import { packOf } from '../fixtures/packs.js';
import { drawn, lastMonth } from './drawn.js';

const { model, ...pack } = packOf('harbour');
const month = lastMonth(model);
const families = drawn({ ...pack, model }, month, 25, 12);
const policies = [null, ...model.policies.map(({ id }) => id)];

test.each(policies)('a program made without levers tells all the rest the same, under policy %s', (policy) => {
  const whole = compile(model, month, policy);
  const without = compile(model, month, policy, { levers: false });
  expect(whole.levers.length).toBeGreaterThan(0);
  expect(without.levers).toEqual([]);
  expect(without.steps.length).toBeLessThan(whole.steps.length);
  for (const trace of ['none', 'fired', 'full'] as const)
    for (const family of families) {
      const options = { policy, levers: 'none', trace } as const;
      expect(evaluate(without, family, options)).toEqual(evaluate(whole, family, options));
    }
});
