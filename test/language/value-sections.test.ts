import { describe, expect, it } from 'vitest';
import { FACTS, foundIn, linkedOf, modelOf } from './tiny-pack.js';

describe('a parameter', () => {
  it('has values from a month on, in order, each with its own provenance', () => {
    const [parameter] = modelOf(
      'source: s\nparameters: { p: { unit: factor, law: yes, values: { 2025-02: { value: 1.741, source: law }, 2024-05: 1.7069 } } }\n',
    ).parameters;
    expect(parameter?.values).toEqual([
      {
        from: 24292,
        value: { kind: 'number', value: '1.7069', from: { status: 'published', source: 's', law: true } },
      },
      {
        from: 24301,
        value: { kind: 'number', value: '1.741', from: { status: 'official', source: 'law', law: true } },
      },
    ]);
  });

  it('drops the source of the file around an assumption, and keeps one of its own', () => {
    const numbers = modelOf(
      `source: s
parameters:
  a: { unit: factor, status: assumption, note: n, values: 2 }
  b: { unit: factor, values: { value: 3, status: assumption, source: law, note: n } }
  c: { unit: factor, status: press, values: 4 }
`,
    ).parameters.map(({ values: [first] }) => first?.value.from);
    expect(numbers).toEqual([
      { status: 'assumption' },
      { status: 'assumption', source: 'law' },
      { status: 'press', source: 's' },
    ]);
  });

  it('notes the numbers without source or status, and those whose source has no status', () => {
    const { numbers } = linkedOf(
      'parameters: { a: { unit: factor, values: 2 }, b: { unit: factor, values: 3, source: mute } }\n',
    );
    expect(numbers.map(({ path, from }) => [path, from])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it.each([
    ['{ unit: EUR/month, values: 1e3 }', 'not-a-number'],
    ['{ unit: EUR/month, values: 5 EUR/year }', 'unit-mismatch'],
    ['{ unit: USD, values: 5 }', 'unknown-unit'],
    ['{ unit: factor, values: { 2024-13: 5 } }', 'wrong-value'],
    ['{ values: 5 }', 'missing-key'],
    ['{ unit: factor, vals: 5, values: 5 }', 'unknown-key'],
  ])('refuses %s', (body, code) => {
    expect(foundIn(`parameters: { p: ${body} }\nsource: s\n`).map((line) => line.split(' ')[0])).toEqual([code]);
  });
});

describe('a series', () => {
  it('keeps one entry a month from its first, null where it has none', () => {
    const [series] = modelOf(
      'source: s\nseries: { i: { base: 2013, months: { 2024-04: 3, 2024-01: 1.10, 2024-02: 2 } } }\n',
    ).series;
    expect(series).toMatchObject({
      first: 24288,
      months: ['1.10', '2', null, '3'],
      base: '2013',
      from: { source: 's' },
    });
  });

  it('may stand in a file with the columns month and value', () => {
    const more = [{ file: 'rules/x/i.csv', text: 'month,value\n2024-01,1\n2024-02,2.5\n' }];
    expect(modelOf('source: s\nseries: { i: { file: i.csv } }\n', more).series[0]?.months).toEqual(['1', '2.5']);
    expect(
      foundIn('series: { i: { file: i.csv } }\nsource: s\n', [{ file: 'rules/x/i.csv', text: 'a,b\n1,2\n' }])[0],
    ).toMatch(/^csv-columns/);
  });

  it.each([['{ months: { 2024-01: 0 } }'], ['{ months: { 2024-01: x } }'], ['{ months: { jan: 1 } }']])(
    'refuses %s',
    (body) => {
      expect(foundIn(`series: { i: ${body} }\nsource: s\n`)[0]).toMatch(/^wrong-value 1:/);
    },
  );
});

describe('a fact', () => {
  it('keeps what is assumed as a word, a formula or cases', () => {
    const facts = modelOf(
      `facts:
  person.age: { assume-months: 4, ask: Age? }
  person.school: { type: one-of, values: [primary, none-yet], ask: S?, assume: [{ when: { person.age: 6..11 }, is: primary }, { otherwise: none-yet }] }
  household.rooms: { type: whole, range: 1..9, plausible: 2..5, assume: household.beds + 1, ask: R? }
  household.beds: { type: whole, assume: 2, ask: B? }
`,
    ).facts;
    expect(facts.find(({ id }) => id === 'person.age')).toMatchObject({
      builtIn: true,
      assumeMonths: 4,
      required: true,
    });
    expect(facts.find(({ id }) => id === 'person.school')?.assume).toMatchObject({
      kind: 'cases',
      otherwise: { value: 'none-yet' },
    });
    expect(facts.find(({ id }) => id === 'household.rooms')).toMatchObject({
      range: { from: '1', below: '10' },
      plausible: { from: '2', below: '6' },
      assume: { kind: 'add' },
    });
  });

  it('takes its words from a column of a file', () => {
    const more = [{ file: 'rules/x/towns.csv', text: 'name,side\nnorth,a\nsouth,b\n' }];
    const [fact] = modelOf(
      'facts: { dwelling.town: { type: one-of, values: { file: towns.csv, column: name }, ask: T? } }\n',
      more,
    ).facts.filter(({ id }) => id === 'dwelling.town');
    expect(fact?.values).toEqual(['north', 'south']);
  });

  it.each([
    ['person.x: { ask: X? }', 'missing-key'],
    ['person.x: { type: one-of, ask: X? }', 'missing-key'],
    ['person.x: { type: one-of, values: [yes-please, none], ask: X? }', 'bad-word'],
    ['person.x: { type: one-of, values: [a, b], assume: c, ask: X? }', 'wrong-word'],
    ['person.x: { type: amount, ask: X? }', 'wrong-unit'],
    ['person.x: { type: whole, unit: EUR, ask: X? }', 'wrong-unit'],
    ['person.x: { type: yes-no, assume: true, ask: X? }', 'boolean'],
    ['person.x: { type: amount, unit: EUR/month, plausible: 0..900, ask: X? }', 'bad-band'],
    ['person.x: { type: yes-no, required: yes, assume: no, ask: X? }', 'conflict'],
    ['person.x: { typ: yes-no, type: yes-no, ask: X? }', 'unknown-key'],
    ['person.age: { type: whole, ask: X? }', 'built-in'],
    ['age: { type: whole, ask: X? }', 'bad-id'],
    ['person.X: { type: whole, ask: X? }', 'bad-id'],
    ['person.x: { type: yes-no, applies: { person.age: 18..20, person.role: chld }, ask: X? }', 'wrong-word'],
  ])('refuses %s', (body, code) => {
    expect(foundIn(`facts: { ${body} }\n`).map((line) => line.split(' ')[0])).toEqual([code]);
  });
});

describe('a derived fact', () => {
  it('takes scope, type and unit from what it reads', () => {
    const derived = modelOf(
      `${FACTS}source: s
derive:
  base.pay: { value: person.pay * 2 }
  base.pets: { value: household.pets }
  person.kind: { values: [small, big], value: [{ when: { person.age: ..5 }, is: small }, { otherwise: big }] }
  person.rank: { rank: person.age, where: { person.aid: no } }
  household.least: { lowest: person, of: person.age }
  dwelling.persons: { count: resident }
`,
    ).derived;
    expect(derived.map(({ id, scope, type, unit }) => [id, scope, type, unit])).toEqual([
      ['base.pay', 'person', 'amount', 'EUR/month'],
      ['base.pets', 'household', 'whole', null],
      ['person.kind', 'person', 'one-of', null],
      ['person.rank', 'person', 'whole', null],
      ['household.least', 'household', 'whole', null],
      ['dwelling.persons', 'dwelling', 'whole', null],
    ]);
  });

  it('may be unknown when an unknown fact decides it, not when an income is open', () => {
    const derived = modelOf(
      `${FACTS}
incomes: { wage: { for: person, counts: all, plausible: 0..<9000 } }
derive:
  person.frail: { when: { person.ill: yes } }
  household.frail: { any: person, where: { person.frail: yes } }
  person.safe: { when: { person.ill: [no, unknown] } }
  person.poor: { when: { person.income.wage: { below: 900 } } }
`,
    ).derived;
    expect(derived.filter(({ unknowable }) => unknowable).map(({ id }) => id)).toEqual([
      'person.frail',
      'household.frail',
    ]);
  });

  it.each([
    ['person.x: { judges: yes }', 'exactly-one'],
    ['person.x: { when: { person.ill: yes }, count: person }', 'exactly-one'],
    ['household.x: { count: fellow }', 'fellow'],
    ['household.x: { any: person }', 'missing-key'],
    ['household.x: { sum: person }', 'missing-key'],
    ['household.x: { sum: person, of: person.sex }', 'not-a-number'],
    ['household.x: { value: [{ when: { household.pets: 1 }, is: 3 }] }', 'missing-otherwise'],
    ['household.x: { value: [{ when: { household.pets: 1 }, is: 3 }, { otherwise: yes }] }', 'mixed-cases'],
    ['household.x: { value: [{ is: 3 }, { otherwise: 1 }] }', 'wrong-case'],
    ['person.x: { values: [a, b], value: [{ when: { person.ill: yes }, is: c }, { otherwise: a }] }', 'wrong-word'],
  ])('refuses %s', (body, code) => {
    expect(foundIn(`derive: { ${body} }\n${FACTS}`).map((line) => line.split(' ')[0])).toEqual([code]);
  });
});
