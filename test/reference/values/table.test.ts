import { expect, it } from 'vitest';
import { RefbudgetError } from '../../../src/model/diagnostic.js';
import { assessTiny, nodeOf, valueOfNode } from '../tiny.js';

const HEAD = 'persons: [{ id: a, role: head, age: 40 }';
const amount = (wage: string): string => `${HEAD}]\nincomes: [{ of: a, kind: wage, amount: ${wage} }]`;
const table = (hit: string, rows: string): string => `
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
derive: { household.wage: { sum: person, of: person.income.wage }, household.out: { value: t } }
tables: { t: { unit: EUR/month, by: [household.wage], hit: ${hit}, rows: ${rows} } }
`;
const ROWS = '[[0..<100, 5], [50..<200, 3], [0.., 4]]';

it('takes the first, lowest, highest or sum of the rows that fit', async () => {
  const of = async (hit: string): Promise<unknown> => {
    const a = await assessTiny(table(hit, ROWS), amount('60'));
    const node = nodeOf(a, 'table/t') as { row: unknown; value: unknown };
    return [node.value, node.row];
  };
  expect(await of('first')).toEqual(['5', 0]);
  expect(await of('lowest')).toEqual(['3', [0, 1, 2]]);
  expect(await of('highest')).toEqual(['5', [0, 1, 2]]);
  expect(await of('sum')).toEqual(['12', [0, 1, 2]]);
});

it('takes each slice of an amount at its own rate', async () => {
  const rows = '[[0..<100, 10%], [100..<200, 20%], [200.., 50%]]';
  const sections = table('slices', rows).replace('unit: EUR/month', 'unit: EUR/month');
  const of = async (wage: string): Promise<unknown> =>
    valueOfNode(await assessTiny(sections, amount(wage)), 'derived/household.out');
  expect(await of('0')).toBe('0');
  expect(await of('100')).toBe('10');
  expect(await of('250')).toBe('55');
  const node = nodeOf(await assessTiny(sections, amount('150')), 'table/t');
  expect(node).toMatchObject({ row: [0, 1], value: '20' });
});

it('is open with 0 where its key is open', async () => {
  const a = await assessTiny(table('first', ROWS), `${HEAD}]`);
  expect(nodeOf(a, 'table/t')).toMatchObject({ value: '5', row: 0, open: true });
  expect(nodeOf(a, 'derived/household.out')).toMatchObject({ value: '5', open: true });
});

it('lists an unknown key that fits a row as an assumption, once', async () => {
  const a = await assessTiny(
    `facts: { person.ill: { type: yes-no, ask: Ill? } }
tables:
  t: { unit: EUR/month, by: [person.ill], gives: [one, two], rows: [[yes, 5, 6], [[no, unknown], 3, 4]] }
  u: { unit: EUR/month, by: [person.ill], rows: [[any, 1]] }
derive: { person.out: { value: t.one + t.two + u } }`,
    `${HEAD}, { id: b, role: other, age: 20, ill: yes }]`,
  );
  expect(a.assumptions).toEqual([{ name: 'person.ill@a', value: 'unknown', node: 'table/t.one@a' }]);
  expect(valueOfNode(a, 'derived/person.out@a')).toBe('8');
});

it('refuses a result none only where it is reached, and shows it as null where it is not', async () => {
  const sections = (none: string): string => `
derive:
  household.size: { count: person }
  household.out: { value: [{ when: { household.size: 2.. }, is: t }, { otherwise: 7 }] }
tables: { t: { unit: EUR/month, by: [household.size], rows: [[..1, ${none}], [2.., 9]] } }`;
  const a = await assessTiny(sections('none'), `${HEAD}]`);
  expect(valueOfNode(a, 'derived/household.out')).toBe('7');
  expect(nodeOf(a, 'table/t')).toMatchObject({ row: 0, value: null });
  const reached = sections('4').replace('[2.., 9]', '[2.., none]');
  const error = await assessTiny(reached, `${HEAD}, { id: b, role: other, age: 20 }]`).catch((e: unknown) => e);
  expect((error as RefbudgetError).diagnostics).toMatchObject([{ code: 'none-reached', path: ['t'] }]);
});

it('looks up with another value for its last key', async () => {
  const a = await assessTiny(
    `derive: { household.kind: { values: [one, more], value: [{ when: { household.size: 1 }, is: one }, { otherwise: more }] }, household.size: { count: person }, household.out: { value: t(more) - t } }
tables: { t: { unit: EUR/month, by: [household.kind], editions: { 2023-01: { rows: [[one, 10], [more, 15]] }, 2024-07: { rows: [[one, 99], [more, 99]] } } } }`,
    `${HEAD}]`,
  );
  expect(valueOfNode(a, 'derived/household.out')).toBe('5');
  expect(nodeOf(a, 'table/t(more)')).toMatchObject({ row: 1, value: '15' });
});

it('decides cases inside the results of a table before the tests that read it', async () => {
  const a = await assessTiny(
    `derive:
  household.size: { count: person }
  household.rich: { when: { t: { above: 4 } } }
tables:
  t: { unit: EUR/month, by: [household.size], rows: [[any, u]] }
  u: { unit: EUR/month, by: [household.size], rows: [[any, u2]] }
  u2: { unit: EUR/month, by: [household.size], rows: [[any, 5]] }`,
    `${HEAD}]`,
  );
  expect(valueOfNode(a, 'derived/household.rich')).toBe('yes');
});
