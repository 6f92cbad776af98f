import { describe, expect, test } from 'vitest';
import { varied } from '../../src/scenarios/vary.js';

const household = {
  persons: [
    { id: 'a', age: '40' },
    { id: 't', age: '5' },
  ],
  incomes: [{ of: 'a', kind: 'wage', amount: '1450' }],
  bills: { rent: '700', school: { t: '20' } },
};

describe('a varied household', () => {
  test('has values set by id, by place and by name', () => {
    const set = [
      { path: 'persons.t.age', value: '6' },
      { path: 'incomes.0.amount', value: '1500' },
      { path: 'bills.school.t', value: '0' },
      { path: 'dwelling.region', value: 'north' },
    ];
    expect(varied(household, set)).toEqual({
      persons: [
        { id: 'a', age: '40' },
        { id: 't', age: '6' },
      ],
      incomes: [{ of: 'a', kind: 'wage', amount: '1500' }],
      bills: { rent: '700', school: { t: '0' } },
      dwelling: { region: 'north' },
    });
  });

  test('leaves what it came from as it is', () => {
    const before = structuredClone(household);
    varied(household, [{ path: 'persons.a.age', value: '41' }]);
    expect(household).toEqual(before);
  });

  test('changes no other object, whatever its path is called', () => {
    varied(household, [{ path: 'bills.__proto__.rent', value: '0' }]);
    expect(Object.prototype).not.toHaveProperty('rent');
  });

  test('is refused where a path names nobody', () => {
    expect(varied(household, [{ path: 'persons.zoe.age', value: '6' }])).toBeNull();
    expect(varied(household, [{ path: 'incomes.7.amount', value: '6' }])).toBeNull();
  });
});
