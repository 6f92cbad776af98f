import { describe, expect, test } from 'vitest';
import { readHousehold } from '../../src/household/read.js';
import { packOf } from '../fixtures/packs.js';
import { belgium } from '../../src/packs/be.js';

const { model } = packOf('isle');
const anna = { id: 'anna', role: 'head', age: 34 };
const read = (input: unknown): ReturnType<typeof readHousehold> => readHousehold(model, input, { month: '2024-06' });
const codesOf = (result: ReturnType<typeof read>): readonly string[] =>
  result.ok ? [] : result.errors.map((error) => `${error.code} ${(error.path ?? []).join('.')}`);
const codes = (input: unknown): readonly string[] => codesOf(read(input));

const readBelgian = (parts: object): ReturnType<typeof readHousehold> =>
  readHousehold(belgium.model, { persons: [anna], ...parts }, { month: '2024-06' });

describe('a household is read', () => {
  test('numbers become text, shares are shares, silence stays silence', () => {
    const result = read({
      persons: [anna, { role: 'child', born: '2017-03-02', presence: '33.3%' }],
      incomes: [{ of: 'p2', kind: 'child-benefit', amount: '1200 EUR/year', times: 13.92 }],
    });
    expect(result.ok && result.value.persons.map(({ id, age, facts }) => ({ id, age, facts }))).toEqual([
      { id: 'anna', age: { years: 34 }, facts: { 'person.role': 'head' } },
      { id: 'p2', age: { born: '2017-03-02' }, facts: { 'person.role': 'child', 'person.presence': '0.333' } },
    ]);
    expect(result.ok && result.value.incomes).toEqual([
      { kind: 'child-benefit', of: 1, amount: '1200', period: 'year', times: '13.92' },
    ]);
  });

  test('without incomes all kinds are open; an empty list says that nothing comes in', () => {
    const complete = (incomes: object): boolean | null => {
      const result = read({ persons: [anna], ...incomes });
      return result.ok ? result.value.incomesComplete : null;
    };
    expect([complete({}), complete({ incomes: [] }), complete({ incomes: [], 'incomes-complete': 'no' })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('a bill that is unknown is as if it were not written', () => {
    const result = read({ persons: [anna], bills: { rent: 'unknown' } });
    expect(result.ok && result.value.bills).toEqual([]);
  });

  test('a bill outside its plausible span is told, not refused: by its month, whatever period it was written in', () => {
    const told = (bills: object): readonly string[] => {
      const result = readBelgian({ dwelling: { region: 'wallonia' }, bills });
      return result.ok ? result.value.warnings.map(({ code, path }) => `${code} ${path.join('.')}`) : ['refused'];
    };
    expect(told({ energy: 60000 })).toEqual(['implausible bills.energy']);
    expect(told({ energy: 150, rent: 0 })).toEqual([]);
    expect(told({ energy: '11999 EUR/year' })).toEqual([]);
    expect(told({ energy: '12000 EUR/year' })).toEqual(['implausible bills.energy']);
    expect(told({ medical: { anna: 2500 } })).toEqual(['implausible bills.medical.anna']);
  });

  test('a child older than its parent is told, not refused', () => {
    const result = read({ persons: [anna, { id: 'old', role: 'child', age: 35 }] });
    expect(result.ok && result.value.warnings).toEqual([
      { code: 'child-older', names: ['old', 'anna'], path: ['persons', 1] },
    ]);
  });
});

describe('what was changed by hand is read', () => {
  const harbour = packOf('harbour').model;
  const by = { by: 'me', reason: 'so' };
  const readIn = (overrides: readonly object[], said: object = {}): ReturnType<typeof read> =>
    readHousehold(
      harbour,
      { persons: [{ ...anna, ...said }], dwelling: { quay: 'north' }, overrides },
      { month: '2024-06' },
    );

  test('a line with its amount, a fact and a derived fact with their value, of a member or of all', () => {
    const result = readIn([
      { line: 'food.daily@anna', amount: '7 HBC/week', ...by },
      { name: 'person.aid-card@anna', is: 'yes', ...by },
      { name: 'household.members', is: 3, ...by },
    ]);
    expect(result.ok && result.value.overrides).toEqual([
      { line: 'food.daily', name: null, of: 0, paid: { amount: '7', period: 'week' }, is: null, ...by },
      { line: null, name: 'person.aid-card', of: 0, paid: null, is: 'yes', ...by },
      { line: null, name: 'household.members', of: null, paid: null, is: '3', ...by },
    ]);
  });

  test('a former name means the fact that has another now, and is told', () => {
    const result = readIn([{ name: 'person.discount-card@anna', is: 'yes', ...by }]);
    expect(result.ok && result.value.overrides.map(({ name }) => name)).toEqual(['person.aid-card']);
    expect(result.ok && result.value.warnings).toEqual([
      { code: 'renamed', names: ['person.discount-card', 'person.aid-card'], path: ['overrides', 0, 'name'] },
    ]);
    const twice = ['person.discount-card@anna', 'person.aid-card@anna'].map((name) => ({ name, is: 'yes', ...by }));
    expect(codesOf(readIn(twice))).toEqual(['two-overrides overrides.1']);
  });

  test('a fact under its former name and under its new one is refused, whichever comes first', () => {
    expect(codesOf(readIn([], { 'discount-card': 'yes', 'aid-card': 'no' }))).toEqual([
      'duplicate-key persons.0.aid-card',
    ]);
    expect(codesOf(readIn([], { 'aid-card': 'unknown', 'discount-card': 'yes' }))).toEqual([
      'duplicate-key persons.0.discount-card',
    ]);
  });

  test.each([
    [
      'a line with a value that belongs to a name',
      { line: 'food.daily@anna', amount: 1, is: 'yes' },
      'what-override 0',
    ],
    ['a name with an amount', { name: 'person.aid-card@anna', is: 'yes', amount: 1 }, 'what-override 0'],
    ['a name that says two persons', { name: 'person.aid-card@anna@tom', is: 'yes' }, 'unknown-person 0.name'],
    ['a value that does not fit', { name: 'person.aid-card@anna', is: 'maybe' }, 'unknown-value 0.is'],
    ['silence, which is no judgement', { name: 'person.aid-card@anna', is: 'unknown' }, 'missing-fact 0.is'],
    ['what the frame says', { name: 'person.age@anna', is: 5 }, 'not-overridable 0.name'],
  ])('%s is refused', (_, override, expected) => {
    const [code, path] = expected.split(' ');
    expect(codesOf(readIn([{ ...override, ...by }]))).toEqual([`${code} overrides.${path}`]);
  });
});

describe('what is wrong is refused, with its path', () => {
  test.each([
    ['nothing at all', null, ['wrong-type ']],
    ['no persons', {}, ['missing-key ']],
    ['a misspelt key', { persons: [anna], income: [] }, ['unknown-key income']],
    ['a misspelt fact', { persons: [{ ...anna, diiet: 'yes' }] }, ['unknown-key persons.0.diiet']],
    ['a boolean', { persons: [{ ...anna, diet: true }] }, ['boolean persons.0.diet']],
    ['an age that is not possible', { persons: [{ ...anna, age: 121 }] }, ['age-range persons.0.age']],
    ['a negative age', { persons: [{ ...anna, age: -1 }] }, ['age-range persons.0.age']],
    ['an age and a birth date', { persons: [{ ...anna, born: '1990-01-01' }] }, ['age-and-born persons.0']],
    [
      'a birth after the month',
      { persons: [anna, { role: 'child', born: '2024-06-02' }] },
      ['born-later persons.1.born'],
    ],
    ['two heads', { persons: [anna, { ...anna, id: 'b' }] }, ['one-head persons']],
    ['no head', { persons: [{ ...anna, role: 'child' }] }, ['one-head persons']],
    [
      'two partners',
      { persons: [anna, { role: 'partner', age: 30 }, { role: 'partner', age: 31 }] },
      ['one-partner persons'],
    ],
    ['one id twice', { persons: [anna, { ...anna, role: 'partner' }] }, ['duplicate-person persons.1.id']],
    ['a poisonous id', { persons: [{ ...anna, id: '__proto__' }] }, ['bad-id persons.0.id']],
    ['a negative rent', { persons: [anna], bills: { rent: -1 } }, ['negative-amount bills.rent']],
    ['another currency', { persons: [anna], bills: { rent: '600 USD/month' } }, ['wrong-currency bills.rent']],
    ['another period', { persons: [anna], bills: { rent: '600 EUR/quarter' } }, ['wrong-period bills.rent']],
    ['more than a period', { persons: [anna], bills: { rent: '600 EUR/year/person' } }, ['wrong-period bills.rent']],
    [
      'payments a year that are no number, and too many of them',
      {
        persons: [anna],
        incomes: ['twelve', 367].map((times) => ({ of: 'anna', kind: 'wage', amount: 1, times })),
      },
      ['not-a-number incomes.0.times', 'out-of-range incomes.1.times'],
    ],
    [
      'more digits than a JSON number keeps',
      { persons: [anna], bills: { rent: 1234567890.123456 } },
      ['too-many-digits bills.rent'],
    ],
    ['infinity', { persons: [anna], bills: { rent: Number('1e400') } }, ['not-a-number bills.rent']],
    [
      'an unknown kind of income',
      { persons: [anna], incomes: [{ of: 'anna', kind: 'wge', amount: 1 }] },
      ['unknown-kind incomes.0.kind'],
    ],
    [
      'an income of nobody',
      { persons: [anna], incomes: [{ of: 'tom', kind: 'wage', amount: 1 }] },
      ['unknown-person incomes.0.of'],
    ],
    [
      'an override without a reason',
      { persons: [anna], overrides: [{ line: 'food.daily@anna', amount: 1, by: 'me' }] },
      ['missing-key overrides.0'],
    ],
    [
      'an override whose reason and author say nothing',
      { persons: [anna], overrides: [{ line: 'food.daily@anna', amount: 1, by: ' ', reason: '' }] },
      ['missing-key overrides.0.reason', 'missing-key overrides.0.by'],
    ],
    [
      'two overrides of one line',
      {
        persons: [anna],
        overrides: [1, 2].map((amount) => ({ line: 'food.daily@anna', amount, by: 'me', reason: 'so' })),
      },
      ['two-overrides overrides.1'],
    ],
  ])('%s', (_, input, expected) => {
    expect(codes(input)).toEqual(expected);
  });

  test('who names somebody refused is not told so, too; nor is what was written and refused told to be missing', () => {
    const refused = { ...anna, age: 134 };
    const naming = [
      { incomes: [{ of: 'anna', kind: 'wage', amount: 1 }] },
      { overrides: [{ line: 'food.daily@anna', amount: 1, by: 'me', reason: 'so' }] },
    ];
    for (const part of naming) expect(codes({ persons: [refused], ...part })).toEqual(['age-range persons.0.age']);
    expect(codesOf(readBelgian({ dwelling: 5 }))).toEqual(['wrong-type dwelling']);
    expect(codesOf(readBelgian({ dwelling: { region: 'nowhere' } }))).toEqual(['unknown-value dwelling.region']);
    expect(codesOf(readBelgian({}))).toEqual(['missing-fact dwelling.region']);
  });

  test('a decimal comma is told apart, in a text and where a map in one line cuts it in two', () => {
    const hints = (income: object): readonly (string | undefined)[] => {
      const result = read({ persons: [anna], incomes: [{ of: 'anna', kind: 'wage', ...income }] });
      return result.ok ? [] : result.errors.map(({ hint }) => hint);
    };
    const point = ['Write decimals with a point: 1450.50.'];
    expect(hints({ amount: '1450,50' })).toEqual(point);
    expect(hints({ amount: 1450, 50: null })).toEqual(point);
  });

  test.each([
    ['1.450,50', '1450.50'],
    ['1 450,50 €', '1450.50'],
    ['1,450.50', '1450.50'],
    ['€1450', '1450'],
    ['1450 €', '1450'],
    ['1 450', '1450'],
    ['1.234.567 EUR', '1234567'],
  ])('an amount as people write it, %s, comes with what to write', (written, meant) => {
    const result = read({ persons: [anna], incomes: [{ of: 'anna', kind: 'wage', amount: written }] });
    expect(result.ok ? [] : result.errors.map(({ hint }) => hint)).toEqual([`Write plain digits: ${meant}.`]);
  });

  test('the sign of another currency is not taken for that of the pack', () => {
    const codesOfAmount = (amount: string): readonly string[] =>
      codes({ persons: [anna], incomes: [{ of: 'anna', kind: 'wage', amount }] });
    expect(codesOfAmount('20 £')).toEqual(['wrong-currency incomes.0.amount']);
    expect(codesOfAmount('£20')).toEqual(['not-an-amount incomes.0.amount']);
  });

  test('what is no amount in any hand is told how amounts are written', () => {
    const result = read({ persons: [anna], incomes: [{ of: 'anna', kind: 'wage', amount: '1,4,50' }] });
    expect(result.ok ? [] : result.errors.map(({ hint }) => hint)).toEqual([
      'Write 690, "690 EUR/month" or "320 EUR/year".',
    ]);
  });

  test('all of it at once', () => {
    expect(
      codes({
        persons: [{ ...anna, age: 200, diet: 'maybe' }],
        bills: { rentt: 1 },
        incomes: [{ kind: 'wage', amount: 'much' }],
      }),
    ).toHaveLength(5);
  });

  test('a month outside what the pack covers, and none at all', () => {
    expect(readHousehold(model, { persons: [anna], month: '2031-01' })).toMatchObject({
      ok: false,
      errors: [{ code: 'outside-covers', path: ['month'] }],
    });
    expect(readHousehold(model, { persons: [anna] })).toMatchObject({ ok: false, errors: [{ code: 'no-month' }] });
    for (const [month, code] of [
      [2024, 'not-a-month'],
      ['2024-13', 'not-a-month'],
      [true, 'boolean'],
      [null, 'wrong-type'],
    ])
      expect(readHousehold(model, { persons: [anna], month })).toMatchObject({ ok: false, errors: [{ code }] });
  });
});
