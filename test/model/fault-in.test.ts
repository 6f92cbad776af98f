import { expect, test } from 'vitest';
import { evaluationError, faultIn } from '../../src/model/diagnostic.js';

test('a fault of the pack is kept, to be told where the value is used', () => {
  const fault = evaluationError('none-reached', 'heat.price', 'the table gives no value for this case');
  expect(faultIn(fault)).toBe(fault);
});

test('a mistake of the program is never taken for one', () => {
  const mistake = new TypeError('x is not a function');
  expect(() => faultIn(mistake)).toThrow(mistake);
});
