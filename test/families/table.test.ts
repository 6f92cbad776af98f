import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { childCosts } from '../../src/families/child-cost.js';
import { familyTable, withFact } from '../../src/families/table.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import type { Pack } from '../../src/model/pack.js';
import { belgium } from '../../src/packs/be.js';

const MONTH = '2024-06';
const split = { fact: 'dwelling.region', values: ['flanders', 'brussels'] };
const rows = familyTable(belgium, MONTH, split);

test('a row a family and place, in the order of the pack', () => {
  const ids = belgium.families.map(({ id }) => id);
  expect(rows.map(({ family, place }) => [place, family])).toEqual(
    split.values.flatMap((place) => ids.map((id) => [place, id])),
  );
});

test('a row is the reference of that household there', () => {
  const family = belgium.families[0]!;
  const household = withFact(family.household, 'dwelling.region', 'brussels') as unknown as HouseholdInput;
  const document = assess(belgium as Pack<HouseholdInput>, household, { month: MONTH });
  const row = rows.find((one) => one.place === 'brussels' && one.family === family.id);
  expect(row?.total).toBe(document.needs.reference);
  expect(row?.ratio).toBe('1.00');
});

test('a child costs the difference between the budget with and without', () => {
  const family = belgium.families[0]! as { id: string; household: { persons: object[] } };
  const [cost] = childCosts(belgium, family, MONTH, [4]);
  const total = (household: object): number =>
    Number(assess(belgium as Pack<HouseholdInput>, household as HouseholdInput, { month: MONTH }).needs.reference);
  const persons = [...family.household.persons, { id: 'first-child', role: 'child', age: 4 }];
  const added = total({ ...family.household, persons }) - total(family.household);
  expect(Number(cost?.month)).toBeCloseTo(added, 6);
});

test('a family that cannot be assessed is named', () => {
  const broken = { ...belgium, families: [{ id: 'nobody', household: { persons: [] } }] };
  expect(() => familyTable(broken, MONTH, null)).toThrow(RefbudgetError);
  expect(() => familyTable(broken, MONTH, null)).toThrow(/nobody/);
});
