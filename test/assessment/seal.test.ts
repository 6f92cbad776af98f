import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { sealOf, withoutSeal, type Assessment } from '../../src/assessment/document.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

function assessed(age: number): Assessment {
  const household = { month: '2024-06', persons: [{ id: 'ada', role: 'head', age }], dwelling: { quay: 'north' } };
  return assess(harbour, household as HouseholdInput, { levers: 'none', trace: 'none' });
}

test('a seal stands last, is that of the text before it, and differs from document to document', () => {
  const [one, other] = [assessed(44), assessed(45)];
  expect(Object.keys(one).at(-1)).toBe('seal');
  expect(one.seal).toBe(sealOf(withoutSeal(one)));
  expect(one.seal).not.toBe(other.seal);
  expect((JSON.parse(JSON.stringify(one)) as Assessment).seal).toBe(one.seal);
});

test('all documents have one getter of the seal: one of its own would keep each alive until a full collection', () => {
  const getters = [assessed(44), assessed(45)].map((document): unknown =>
    Reflect.get(Object.getOwnPropertyDescriptor(document, 'seal')!, 'get'),
  );
  expect(getters[0]).toBeTypeOf('function');
  expect(getters[0]).toBe(getters[1]);
});

test('a copy with another content has another seal', () => {
  const document = assessed(44);
  const copy = Object.create(null, Object.getOwnPropertyDescriptors(document)) as { month: string; seal: string };
  expect(copy.seal).toBe(document.seal);
  const changed = Object.create(null, Object.getOwnPropertyDescriptors(document)) as { month: string; seal: string };
  changed.month = '2024-07';
  expect(changed.seal).not.toBe(document.seal);
});
