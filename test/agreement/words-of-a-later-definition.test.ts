import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { householdReader } from '../../src/household/read.js';
import { householdSchema } from '../../src/household/schema.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';
import { monthIndex } from '../../src/calendar/month.js';
import { householdOf, tiny } from '../reference/tiny.js';

/** From July on a kind of home has another name, and so has what follows from it. */
const pack = tiny(`
facts:
  dwelling.kind:
    - { valid: ..2024-06, type: one-of, values: [flat, house],   assume: flat, ask: "Kind?", label: Kind }
    - { valid: 2024-07.., type: one-of, values: [flat, cottage], assume: flat, ask: "Kind?", label: Kind }
derive:
  dwelling.size:
    - { valid: ..2024-06, values: [small, large], value: [{ when: { dwelling.kind: house }, is: large }, { otherwise: small }], label: Size }
    - { valid: 2024-07.., values: [small, wide], value: [{ when: { dwelling.kind: cottage }, is: wide }, { otherwise: small }], label: Size }
tables:
  cost:
    unit: EUR/month
    by: [dwelling.size]
    editions:
      2024-01: { rows: [[small, 10], [large, 20]] }
      2024-07: { rows: [[small, 11], [wide, 21]] }
needs:
  food.x: { for: household, pays: living, amount: cost, label: Food }
  home.x: { for: household, pays: fixed, when: { dwelling.size: [large, wide] }, amount: 5, label: Home }
`);
const home = (kind: string): unknown =>
  householdOf(`{ persons: [{ id: a, role: head, age: 30 }], dwelling: { kind: ${kind} } }`);

describe('a later definition of an id may have other words', () => {
  test.each([
    ['2024-06', 'flat', '10.00'],
    ['2024-06', 'house', '25.00'],
    ['2024-07', 'flat', '11.00'],
    ['2024-07', 'cottage', '26.00'],
  ] as const)('in %s a %s costs %s', async (month, kind, need) => {
    const options = { month, levers: 'none' } as const;
    const document = assess(pack, home(kind) as never, options);
    expect(document.balance.amount).toBe(`-${need}`);
    expect(await assessByReference(pack, home(kind), options)).toEqual(document);
  });

  test.each([
    ['2024-06', 'cottage'],
    ['2024-07', 'house'],
  ] as const)('in %s nobody has a %s', (month, kind) => {
    const read = householdReader(pack.model, monthIndex(month)!).read(home(kind));
    expect(read.ok ? [] : read.errors.map(({ code }) => code)).toEqual(['unknown-value']);
  });

  test('editors offer the words of all months', () => {
    expect(JSON.stringify(householdSchema(pack))).toMatch(/flat.*house.*cottage/);
  });
});
