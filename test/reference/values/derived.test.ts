import { expect, it } from 'vitest';
import { assessTiny, householdOf, nodeOf, tiny, valueOfNode } from '../tiny.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import { agreeOn } from '../../../src/testing/index.js';
import type { TestPack } from '../../../src/testing/laws/law.js';
import { assessByReference } from '../../../src/verify/assess-by-reference.js';

const FAMILY = `
persons:
  - { id: zoe, role: head, age: 40 }
  - { id: ben, role: child, born: 2012-05-03 }
  - { id: amy, role: child, born: 2012-05-17 }
  - { id: tim, role: child, age: 13 }
others: [{ id: opa, role: parent, age: 70 }]
`;
const ADULT = 'person.adult: { when: { person.age: 18.. } }';

it('counts and sums over members, fellows, others and residents', async () => {
  const a = await assessTiny(
    `derive:
  ${ADULT}
  household.members: { count: person }
  household.residents: { count: resident }
  household.guests: { count: other }
  person.siblings: { count: fellow, where: { person.adult: no } }
  household.years: { sum: resident, of: person.age, where: { person.adult: yes } }`,
    FAMILY,
  );
  const values = ['household.members', 'household.residents', 'household.guests', 'household.years'];
  expect(values.map((id) => valueOfNode(a, `derived/${id}`))).toEqual(['4', '5', '1', '110']);
  expect(valueOfNode(a, 'derived/person.siblings@ben')).toBe('2');
  expect(valueOfNode(a, 'derived/person.siblings@zoe')).toBe('3');
  expect(valueOfNode(a, 'derived/person.siblings@opa')).toBe('3');
});

it('ranks by months of age, of equals the older by day of birth, then by id', async () => {
  const a = await assessTiny(
    `derive:
  ${ADULT}
  person.place: { rank: person.age, first: oldest, where: { person.adult: no } }
  person.reverse: { rank: person.age, first: youngest, where: { person.adult: no } }`,
    FAMILY,
  );
  const ranks = (id: string): unknown[] =>
    ['tim', 'ben', 'amy', 'zoe', 'opa'].map((p) => valueOfNode(a, `derived/${id}@${p}`));
  expect(ranks('person.place')).toEqual(['1', '2', '3', null, null]);
  expect(ranks('person.reverse')).toEqual(['3', '1', '2', null, null]);
  const twins = await assessTiny(
    `derive: { ${ADULT}, person.place: { rank: person.age, first: oldest, where: { person.adult: no } } }`,
    FAMILY.replace('age: 13', 'age: 11').replace('born: 2012-05-17', 'age: 12'),
  );
  expect(['amy', 'ben', 'tim'].map((p) => valueOfNode(twins, `derived/person.place@${p}`))).toEqual(['1', '2', '3']);
});

it('has the lowest and highest of somebody, and none of nobody', async () => {
  const a = await assessTiny(
    `derive:
  ${ADULT}
  household.youngest: { lowest: person, of: person.age }
  household.oldest-guest-child: { highest: other, of: person.age, where: { person.adult: no } }
  household.with-children: { when: { household.youngest: ..17 } }
  household.guest-child: { when: { household.oldest-guest-child: { not: 0..5 } } }`,
    FAMILY,
  );
  expect(valueOfNode(a, 'derived/household.oldest-guest-child')).toBe(null);
  expect(valueOfNode(a, 'derived/household.with-children')).toBe('yes');
  expect(valueOfNode(a, 'derived/household.guest-child')).toBe('yes');
});

it('takes the first case that holds, and is unknown where an undecided case comes before it', async () => {
  const sections = `
facts: { household.moved: { type: yes-no, ask: Moved? } }
derive:
  household.kind:
    values: [mover, big, small]
    value:
      - { when: { household.moved: yes }, is: mover }
      - { when: { household.size: 3.. }, is: big }
      - { otherwise: small }
  household.size: { count: person }
`;
  const a = await assessTiny(sections, `${FAMILY}household: { moved: no }`);
  expect(nodeOf(a, 'derived/household.kind')).toMatchObject({ value: 'big', case: 1 });
  const b = await assessTiny(sections, FAMILY);
  expect(nodeOf(b, 'derived/household.kind')).toMatchObject({ value: null, case: null });
});

it('is any or every by Kleene’s logic', async () => {
  const sections = `
facts: { person.ill: { type: yes-no, ask: Ill? } }
derive:
  household.any: { any: person, where: { person.ill: yes } }
  household.every: { every: person, where: { person.ill: yes } }
`;
  const of = async (...ill: string[]): Promise<unknown[]> => {
    const persons = ill.map((said, i) => `{ id: p${i}, role: ${i === 0 ? 'head' : 'other'}, age: 30, ill: ${said} }`);
    const a = await assessTiny(sections, `persons: [${persons.join(', ')}]`);
    return [valueOfNode(a, 'derived/household.any'), valueOfNode(a, 'derived/household.every')];
  };
  expect(await of('yes', 'unknown')).toEqual(['yes', null]);
  expect(await of('no', 'unknown')).toEqual([null, 'no']);
  expect(await of('yes', 'yes')).toEqual(['yes', 'yes']);
});

it('rounds exactly where a division is undone later', async () => {
  const a = await assessTiny(
    `derive:
  household.tie: { value: round(9.985 / 3 * 3; 0.01) }
  household.up: { value: up(1 / 3 * 3) }
  household.down: { value: down(2 / 3 * 3) }
  household.first: { value: min(2 / 3; 5) * max(3; 1) }`,
    'persons: [{ role: head, age: 40 }]',
  );
  expect(['tie', 'up', 'down'].map((id) => valueOfNode(a, `derived/household.${id}`))).toEqual(['9.99', '1', '2']);
  expect(valueOfNode(a, 'derived/household.first')).toBe('2.000000000000000000000001');
});

it('reads a parameter as of another month with at', async () => {
  const a = await assessTiny(
    `parameters: { base: { unit: EUR/month, values: { 2020-01: 10, 2024-03: 12.50 } } }
derive: { household.then: { value: at(2021-05; base) + base } }`,
    'persons: [{ role: head, age: 40 }]',
  );
  expect(valueOfNode(a, 'derived/household.then')).toBe('22.5');
  expect(nodeOf(a, 'parameter/base/2021-05')).toMatchObject({ value: '10' });
  expect(nodeOf(a, 'parameter/base')).toMatchObject({ value: '12.50', status: 'official', source: 'act' });
});

it.each([
  ['judges: yes, ', []],
  ['', ['bill.plan', 'person.ill@zoe']],
])('assumes nothing for the document by what only judges a right: %s', async (judges, names) => {
  const pack = tiny(`facts: { person.ill: { type: yes-no, ask: "Ill?" } }
bills: { plan: { for: household, assume: 5 } }
tables: { fee: { by: [person.ill], unit: EUR/month, rows: [[[no, unknown], 7], [yes, 14]] } }
incomes: { grant: { for: person, counts: all, plausible: "0..<500" } }
derive:
  person.adult: { when: { person.age: 18.. } }
  person.grant-due: { ${judges}value: [{ when: { person.adult: yes }, is: fee + bill.plan }, { otherwise: 0 EUR/month }] }
  household.adults-due: { ${judges}sum: person, of: person.grant-due, where: { person.adult: yes } }
levers:
  claim:
    for: person
    when: { person.grant-due: { above: 10 }, household.adults-due: { below: 20 } }
    assume: { person.income.grant: person.grant-due }
    apply: { where: here, by: any time }
`);
  const household = householdOf('persons: [{ id: zoe, role: head, age: 40 }]');
  const options = { month: '2024-06', levers: 'alone', trace: 'full' } as const;
  await agreeOn(pack as TestPack, household as HouseholdInput, options);
  const told = await assessByReference(pack, household, options);
  expect(told.levers?.list).toMatchObject([{ id: 'claim', state: 'may' }]);
  expect(told.assumptions.map(({ name }) => name)).toEqual(names);
  expect(told.trace?.nodes.map((node) => node.id)).toEqual(expect.arrayContaining(['bill/plan', 'table/fee@zoe']));
});
