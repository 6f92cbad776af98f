import { expect, it } from 'vitest';
import { createDomains } from '../../../src/language/checks/domains/domain.js';
import { mayBeZero } from '../../../src/language/checks/domains/interval.js';
import { modelOf } from '../tiny-pack.js';

const PACK = `
source: s
facts:
  person.age: { required: yes, ask: How old? }
  person.shoes: { type: whole, range: 2..5, required: yes, ask: Shoes? }
  person.debt: { type: number, range: -9..<0, required: yes, ask: Debt? }
  person.toys: { type: whole, range: 1..3, applies: { person.age: ..11 }, assume: 1, ask: Toys? }
derive:
`;

/** The ends of what a derived household fact may be worth, and whether it may be 0 or `none`. */
function domainOf(rule: string): readonly unknown[] {
  const domains = createDomains(modelOf(`${PACK}  household.x: { ${rule} }\n`));
  const { numbers, none } = domains.of({ of: 'derived', id: 'household.x' });
  return [numbers.from?.toNumber() ?? null, numbers.to?.toNumber() ?? null, mayBeZero(numbers), none];
}

it.each([
  ['count: person', 1, null, false, false],
  ['count: person, where: { person.age: 18.. }', 0, null, true, false],
  ['count: other', 0, null, true, false],
  ['sum: person, of: person.shoes', 2, null, false, false],
  ['sum: person, of: person.shoes, where: { person.age: 18.. }', 0, null, true, false],
  ['sum: other, of: person.shoes', 0, null, true, false],
  ['sum: person, of: person.debt', null, 0, true, false],
  ['sum: other, of: person.debt', null, 0, true, false],
  ['sum: person, of: person.debt + person.shoes', null, null, true, false],
  ['sum: person, of: person.toys', 0, null, true, false],
  ['highest: person, of: person.shoes', 2, 5, false, false],
  ['lowest: person, of: person.shoes, where: { person.shoes: 4.. }', 4, 5, false, true],
  ['lowest: other, of: person.shoes', 2, 5, false, true],
  ['lowest: person, of: person.toys', 0, 3, true, true],
  ['lowest: person, of: person.toys + 1', 1, 4, false, false],
])('%s is worth from %s to %s', (rule, ...expected) => {
  expect(domainOf(rule)).toEqual(expected);
});
