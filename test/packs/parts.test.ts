import { expect, it } from 'vitest';
import { fromParts, toParts } from '../../src/packs/parts.js';

const price = { kind: 'number', value: '12.50', from: { status: 'press', source: 'shop' } };
const test = { kind: 'test', ref: { of: 'fact', id: 'person.age' }, check: { op: 'band', from: '216', below: null } };
const whole = {
  needs: [{ price, when: test }, { price, when: test }, { price: { ...price, value: '9' } }],
  covers: [24264, 0],
  none: null,
};
const written = () => JSON.parse(JSON.stringify(toParts(whole))) as ReturnType<typeof toParts>;

it('writes equal parts once, inner ones before those that name them', () => {
  expect(written().parts).toEqual([
    { status: 'press', source: 'shop' },
    { kind: 'number', value: '12.50', from: -1 },
  ]);
});

it('gives back the same bytes', () => {
  expect(JSON.stringify(fromParts(written()))).toBe(JSON.stringify(whole));
});

it('makes equal parts one frozen object, but never conditions nor names in them', () => {
  const { needs } = fromParts(written()) as typeof whole;
  expect(needs[0]!.price).toBe(needs[1]!.price);
  expect(Object.isFrozen(needs[2]!.price.from)).toBe(true);
  expect(needs[0]!.when).not.toBe(needs[1]!.when);
  expect(needs[0]!.when!.ref).not.toBe(needs[1]!.when!.ref);
});

it('refuses a negative number, which would be read as the number of a part', () => {
  expect(() => toParts({ months: [-12] })).toThrow('-12');
});
