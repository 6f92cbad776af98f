import { describe, expect, test } from 'vitest';
import type { Cause } from '../../src/comparison/shapes.js';
import { mergedCauses } from '../../src/explain/comparison/merged-causes.js';

const amount = (name: string, person: string | null, left: string | null, right: string | null): Cause => ({
  kind: 'amount',
  name,
  person,
  left,
  right,
  unit: 'EUR/year',
});

describe('causes as a reader counts them', () => {
  test('a tariff that begins where one ends is one that moved, under its new name', () => {
    const causes = [amount('old', 'eva', '39', null), amount('new', 'eva', null, '65.88')];
    expect(mergedCauses(causes)).toEqual([amount('new', 'eva', '39', '65.88')]);
  });

  test('what moved alike for two persons is told once, with both', () => {
    const causes = ['eva', 'jan'].flatMap((who) => [amount('old', who, '39', null), amount('new', who, null, '65.88')]);
    expect(mergedCauses(causes)).toEqual([amount('new', 'eva, jan', '39', '65.88')]);
  });

  test('where two begin, nobody can say which stands for the one that ends', () => {
    const causes = [amount('old', null, '39', null), amount('a', null, null, '1'), amount('b', null, null, '2')];
    expect(mergedCauses(causes)).toEqual(causes);
  });

  test('amounts that differ by person stay apart, and so does what was said of each', () => {
    const fact = (person: string): Cause => ({ kind: 'fact', name: 'person.age', person, left: '3', right: '4' });
    const causes = [amount('pass', 'eva', '1', '2'), amount('pass', 'jan', '3', '4'), fact('eva'), fact('jan')];
    expect(mergedCauses(causes)).toEqual(causes);
  });
});
