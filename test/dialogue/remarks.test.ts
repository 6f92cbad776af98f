import { describe, expect, test } from 'vitest';
import { newRemarks, remarksOf } from '../../src/dialogue/remarks.js';
import { householdReader } from '../../src/household/read.js';
import { packOf } from '../fixtures/packs.js';

const { model } = packOf('be');
const JUNE_2026 = 2026 * 12 + 5;
const reader = householdReader(model, JUNE_2026, { begun: true });
const remarks = (input: object) => remarksOf(model, reader, input);
const named = (input: object): string[] =>
  remarks(input).map((one) => (one.kind === 'notice' ? `${one.id}@${one.person ?? ''}` : one.warning.code));

const ann = { id: 'ann', role: 'head', age: 34 };

describe('remarks', () => {
  test('a notice is told before what is required is said, if it holds whatever follows', () => {
    expect(named({ persons: [{ ...ann, age: 2 }] })).toEqual(['head-too-young@ann']);
    expect(named({ persons: [ann] })).toEqual([]);
  });

  test('a notice that rests on what is assumed waits until it is said', () => {
    const paid = { dwelling: { region: 'wallonia' }, incomes: [{ of: 'ann', kind: 'wage', amount: 1200 }] };
    expect(named({ persons: [ann], ...paid })).toEqual([]);
    expect(named({ persons: [{ ...ann, work: 'unknown' }], ...paid })).toEqual([]);
    expect(named({ persons: [{ ...ann, work: 'at-home' }], ...paid })).toEqual(['wage-without-work@']);
  });

  test('what was told before is not new, and a household that cannot be read has nothing to tell', () => {
    const before = remarks({ persons: [{ ...ann, age: 2 }] });
    const now = remarks({
      persons: [
        { ...ann, age: 2 },
        { id: 'tom', role: 'child', age: 9 },
      ],
    });
    expect(newRemarks(before, now).map((one) => (one.kind === 'warning' ? one.warning.code : one.id))).toEqual([
      'child-older',
    ]);
    expect(remarks({ persons: [{ role: 'head' }] })).toEqual([]);
  });
});
